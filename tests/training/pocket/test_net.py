"""The trainer's net says what the library's says, from a picture and from text."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from transformers import Qwen3VLForConditionalGeneration

from agent.models.qwen.pictures import PictureRules
from tools.geometry import Size
from tools.observation import Frame
from training.pocket.net.places import places_of
from training.pocket.net.pocket import Pocket
from training.pocket.shape import PICTURES, config

SEEN = Size(192, 128)
TOKENS = 70
PAD = 69
TEXT = {
    "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 4, "vocab_size": TOKENS,
    "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16,
    "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [4, 2, 2]},
}  # fmt: skip
VISION = {
    "depth": 3, "hidden_size": 48, "intermediate_size": 64, "num_heads": 4, "out_hidden_size": 64,
    "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 2],
}  # fmt: skip


@pytest.fixture
def both() -> tuple[Pocket, Qwen3VLForConditionalGeneration]:
    """Ours and the library's, of the same random weights."""
    torch.manual_seed(3)
    made = config(TEXT, VISION)
    made.image_token_id = PAD
    ours = Pocket(made, TOKENS).eval()
    with torch.no_grad():
        for part in ours.parameters():  # norms and biases as well
            part.add_(0.1 * torch.randn_like(part))
    theirs = Qwen3VLForConditionalGeneration(made).float().eval()
    told = theirs.model.load_state_dict(ours.state_dict(), strict=True)
    assert not told.missing_keys
    theirs.tie_weights()
    return ours, theirs


def test_a_picture_and_text_give_the_librarys_logits(
    both: tuple[Pocket, Qwen3VLForConditionalGeneration],
) -> None:
    ours, theirs = both
    chance = np.random.default_rng(0)
    pictures = [chance.integers(0, 256, (SEEN.height, SEEN.width, 3), np.uint8) for _ in range(2)]
    rules = PictureRules.of(PICTURES | {"size": {"shortest_edge": 1024, "longest_edge": 1 << 20}})
    frames = [Frame.from_rgb(one) for one in pictures]
    grids = torch.tensor([rules.grid(one.size) for one in frames])
    pads = rules.tokens(SEEN)
    ids = [5, 6, *[PAD] * pads, 7, 8, 9, *[PAD] * pads, 1, 2]
    starts = [2, 2 + pads + 3]
    places = torch.from_numpy(places_of(starts, len(ids), SEEN))[:, None]
    slots = torch.tensor([start + at for start in starts for at in range(pads)])
    with torch.no_grad():
        features, deep = ours.visual(torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2))
        logits = ours.score(ours(torch.tensor([ids]), places, features, deep, slots))
        patches = torch.cat([rules.patches(one, torch.device("cpu")) for one in frames])
        kinds = (torch.tensor([ids]) == PAD).int()
        told = theirs(
            input_ids=torch.tensor([ids]),
            pixel_values=patches,
            image_grid_thw=grids,
            mm_token_type_ids=kinds,
        ).logits
        counted, _ = theirs.model.get_rope_index(
            torch.tensor([ids]), mm_token_type_ids=kinds, image_grid_thw=grids
        )
    assert torch.equal(places, counted)
    assert told.std() > 0.1
    assert (told - logits).abs().max() < 1e-4


def test_tokens_without_a_row_count_as_ones_of_logit_nought(
    both: tuple[Pocket, Qwen3VLForConditionalGeneration],
) -> None:
    ours, _ = both
    few = Pocket(config(TEXT | {"vocab_size": TOKENS + 30}, VISION), TOKENS)
    few.load_state_dict(ours.state_dict())
    states, wanted = torch.randn(5, 64), torch.tensor([0, 3, 9, 20, 69])
    for net, unknown in ((ours, 0), (few, 30)):
        whole = torch.cat([net.score(states), torch.zeros(5, unknown)], 1)
        told = torch.nn.functional.cross_entropy(whole, wanted, reduction="none")
        assert torch.allclose(net.losses(states, wanted), told, atol=1e-5)
