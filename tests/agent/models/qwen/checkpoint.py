"""Makes a small random checkpoint of Qwen3-VL's real architecture, with its real tokenizer and template.

    python -m tests.agent.models.qwen.checkpoint FOLDER [tiny|middle]

Qwen's vocabulary comes with the package `dashscope` and the Instruct edition's chat template with `trl`; both
are read as files, never imported. The Thinking edition's template is `thinking.jinja` beside this file.
"""

from __future__ import annotations

import base64
import json
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from agent.models.pocket.tokenizer import ADDED, SPECIAL
from agent.models.pocket.tokenizer import make_tokenizer as tokenizer_of

if TYPE_CHECKING:
    from transformers import Qwen2Tokenizer

Edition = Literal["instruct", "thinking"]

SHAPES: dict[str, dict[str, dict[str, Any]]] = {
    "tiny": {
        "text": {
            "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 4, "num_attention_heads": 4,
            "num_key_value_heads": 2, "head_dim": 16,
            "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [4, 2, 2]},
        },
        "vision": {
            "depth": 3, "hidden_size": 32, "intermediate_size": 64, "num_heads": 2, "out_hidden_size": 64,
            "num_position_embeddings": 64, "deepstack_visual_indexes": [0, 1],
        },
    },
    "middle": {
        "text": {
            "hidden_size": 256, "intermediate_size": 768, "num_hidden_layers": 8, "num_attention_heads": 4,
            "num_key_value_heads": 2, "head_dim": 64,
            "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [12, 10, 10]},
        },
        "vision": {
            "depth": 6, "hidden_size": 192, "intermediate_size": 768, "num_heads": 4, "out_hidden_size": 256,
            "num_position_embeddings": 2304, "deepstack_visual_indexes": [1, 3, 5],
        },
    },
    "8b": {
        "text": {
            "hidden_size": 4096, "intermediate_size": 12_288, "num_hidden_layers": 36,
            "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128,
            "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [24, 20, 20]},
        },
        "vision": {
            "depth": 27, "hidden_size": 1152, "intermediate_size": 4304, "num_heads": 16,
            "out_hidden_size": 4096, "num_position_embeddings": 2304, "deepstack_visual_indexes": [8, 16, 24],
        },
    },
}  # fmt: skip
"""`tiny` answers in milliseconds; `middle` is large enough that its time is its arithmetic; `8b`
is the published shape, for a GPU."""

PROFILE = """\
name = "{size}-{edition}"
family = "qwen3-vl"
hub = "."
edition = "{edition}"
parameters = 0.1
cache_bytes = 1024
source = "a random checkpoint of the tests"

[memory]
bf16 = 0.1
int8 = 0.1
int4 = 0.1

[sampling]
temperature = 0.6
seed = 0

[reply]
tokens = 400
free_tokens = 12
thought_tokens = 8
text = 24
"""
"""Random weights never stop by themselves: short limits."""


def make_checkpoint(
    folder: Path,
    *,
    size: str = "tiny",
    edition: Edition = "instruct",
    seed: int = 0,
    device: str = "cpu",
    dtype: str = "float32",
) -> Path:
    """Write weights, configuration, tokenizer, picture rules, chat template and a profile into the folder."""
    import torch
    from transformers import Qwen3VLConfig, Qwen3VLForConditionalGeneration

    shapes = SHAPES[size]
    torch.manual_seed(seed)
    # A larger spread than the real one's: a random model that looks at what it is shown, so that a wrong
    # cache or a wrong position can't go unnoticed.
    config = Qwen3VLConfig(
        text_config={"vocab_size": 151_936, "initializer_range": 0.2, "max_position_embeddings": 262_144}
        | shapes["text"],
        vision_config={"initializer_range": 0.1} | shapes["vision"],
        tie_word_embeddings=size != "8b",
        dtype=dtype,
    )
    _check(config)
    with torch.device(device):
        model = Qwen3VLForConditionalGeneration(config).to(getattr(torch, dtype)).eval()
    tokenizer = make_tokenizer(edition)
    _keep_going(model, tokenizer)
    model.generation_config.eos_token_id = [151_645, 151_643]
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    (folder / "preprocessor_config.json").write_text(json.dumps(_PICTURES, indent=1))
    write_profile(folder, edition, size)
    return folder


def write_profile(folder: Path, edition: Edition, size: str = "tiny") -> None:
    """Write what deskhand is told of a checkpoint."""
    (folder / "deskhand.toml").write_text(PROFILE.format(size=size, edition=edition))


_PICTURES = {
    "size": {"longest_edge": 16_777_216, "shortest_edge": 65_536},
    "patch_size": 16,
    "temporal_patch_size": 2,
    "merge_size": 2,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
    "processor_class": "Qwen3VLProcessor",
    "image_processor_type": "Qwen2VLImageProcessorFast",
}
"""The published preprocessor_config.json of Qwen3-VL."""


def _keep_going(model: Any, tokenizer: Any) -> None:
    """Make `answer` and `terminate` unlikelier: one in seven random calls would end its episode.

    Rows of nought give their first tokens a logit of nought, where others are now high, now low.
    """
    vocabulary, words = tokenizer.get_vocab(), ("answer", "terminate", "erminate")
    beginnings = {word[:length] for word in words for length in range(1, len(word) + 1)} - {"t"}
    rows = [vocabulary[beginning] for beginning in sorted(beginnings) if beginning in vocabulary]
    model.get_input_embeddings().weight.data[rows] = 0.0


def _check(config: Any) -> None:
    """What the library accepts in silence although it is wrong."""
    text, vision = config.text_config, config.vision_config
    assert max(vision.deepstack_visual_indexes) < vision.depth
    assert len(vision.deepstack_visual_indexes) <= text.num_hidden_layers
    assert round(vision.num_position_embeddings**0.5) ** 2 == vision.num_position_embeddings
    assert sum(text.rope_parameters["mrope_section"]) == text.head_dim // 2
    assert vision.out_hidden_size == text.hidden_size
    assert vision.hidden_size // vision.num_heads % 4 == 0


def chat_template(edition: Edition) -> str:
    """The published chat template."""
    if edition == "thinking":
        return Path(__file__).with_name("thinking.jinja").read_text("utf-8")
    return (_package("trl") / "chat_templates" / "qwen3_vl.jinja").read_text("utf-8")


def vocabulary() -> list[bytes]:
    """Every token's bytes, by its id, as Qwen publishes them."""
    lines = (_package("dashscope") / "resources" / "qwen.tiktoken").read_bytes().splitlines()
    ranks = {int(rank): base64.b64decode(token) for token, rank in map(bytes.split, lines)}
    return [ranks[rank] for rank in range(len(ranks))]


@cache
def make_tokenizer(edition: Edition = "instruct") -> Qwen2Tokenizer:
    """Qwen3-VL's tokenizer, from the vocabulary that its makers publish."""
    tokenizer = tokenizer_of(vocabulary(), chat_template(edition))
    expected = {token: 151_643 + place for place, token in enumerate(SPECIAL + ADDED)}
    assert {token: tokenizer.convert_tokens_to_ids(token) for token in expected} == expected
    return tokenizer


def _package(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None, f"the package {name} is missing: ./setup.sh test installs it"
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


if __name__ == "__main__":
    print(make_checkpoint(Path(sys.argv[1]), size=sys.argv[2] if len(sys.argv) > 2 else "tiny"))
