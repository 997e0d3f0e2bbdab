"""Attention over grouped heads is the library's own: with masks, caches cut back, and room behind."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import torch
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

from agent.models.qwen import attention
from agent.models.qwen.attention import NAME, attend, fits, in_blocks, laid_out, multiplied
from tests.agent.models.qwen.episodes import episode

if TYPE_CHECKING:
    from pathlib import Path

    from agent.models.qwen.model import QwenModel

WIDE = 16
CLOSE = 1e-5


def states(group: int, tokens: int, room: int, kind: torch.dtype = torch.float32) -> tuple[torch.Tensor, ...]:
    """Queries, keys and values of two key heads, the latter as a view of something longer."""
    torch.manual_seed(group * 1000 + tokens)
    query = torch.randn(1, 2 * group, tokens, WIDE, dtype=kind)
    keys, values = torch.randn(2, 1, 2, room + 9, WIDE, dtype=kind)
    return query, keys[:, :, :room], values[:, :, :room]


def mask_of(tokens: int, filled: int, room: int) -> torch.Tensor:
    """The library's, for the last of what is filled."""
    mask = sdpa_mask(1, tokens, room, q_offset=filled - tokens, allow_is_causal_skip=False)
    assert mask is not None
    return mask


def module_of(group: int) -> Any:
    return SimpleNamespace(num_key_value_groups=group, is_causal=True)


CASES = [
    (1, 50, 50), (1, 50, 64), (3, 50, 50), (5, 5, 64), (16, 700, 1024), (17, 40, 40), (600, 900, 900),
    (300, 300, 512), (256, 256, 600), (257, 300, 300),
]  # fmt: skip


@pytest.mark.parametrize("group", [1, 2, 4])
@pytest.mark.parametrize(("tokens", "filled", "room"), CASES)
def test_it_gives_what_the_library_gives(group: int, tokens: int, filled: int, room: int) -> None:
    query, keys, values = states(group, tokens, room)
    mask = None if tokens == 1 and filled == room else mask_of(tokens, filled, room)
    given = (module_of(group), query, keys, values, mask)
    ours, _ = attend(*given, scaling=0.3)
    theirs, _ = sdpa_attention_forward(*given, scaling=0.3)
    assert ours.shape == theirs.shape
    assert float((ours - theirs).abs().max()) < CLOSE


def test_without_a_mask_a_prompt_still_does_not_see_what_comes() -> None:
    query, keys, values = states(2, 8, 8)
    ours, _ = attend(module_of(2), query, keys, values, None, scaling=0.3)
    theirs, _ = attend(module_of(2), query, keys, values, mask_of(8, 8, 8), scaling=0.3)
    assert float((ours - theirs).abs().max()) < CLOSE


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize(("tokens", "filled", "room"), [(1, 30, 30), (1, 30, 64), (4, 30, 64)])
def test_the_ways_agree(kind: torch.dtype, tokens: int, filled: int, room: int) -> None:
    """A GPU's two products are not run here otherwise."""
    query, keys, values = states(4, tokens, room, kind)
    mask = mask_of(tokens, filled, room)
    exact = laid_out(query.double(), keys.double(), values.double(), mask, 0.25)
    allowed = CLOSE if kind == torch.float32 else 0.04
    for way in (laid_out, multiplied, in_blocks):
        found = way(query, keys, values, mask, 0.25)
        assert found.dtype == kind
        assert float((found - exact).abs().max()) < allowed, way.__name__


def test_what_is_hidden_has_no_weight_whatever_it_holds() -> None:
    query, keys, values = states(2, 2, 32)
    mask = mask_of(2, 20, 32)
    before = [way(query, keys, values, mask, 0.3) for way in (laid_out, multiplied, in_blocks)]
    keys[:, :, 20:], values[:, :, 20:] = 300.0, -1e6
    after = [way(query, keys, values, mask, 0.3) for way in (laid_out, multiplied, in_blocks)]
    assert all(torch.equal(one, other) for one, other in zip(before, after, strict=True))


def test_keys_are_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither for a few tokens nor for many."""
    module = "transformers.integrations.sdpa_attention.repeat_kv"
    monkeypatch.setattr(module, lambda *_: pytest.fail("keys were repeated"))
    for tokens in (1, 3, 16, 40, 500):
        query, keys, values = states(4, tokens, 600)
        attend(module_of(4), query, keys, values, mask_of(tokens, 600, 600), scaling=0.3)
    with pytest.raises(pytest.fail.Exception):
        sdpa_attention_forward(module_of(4), query, keys, values, mask_of(500, 600, 600), scaling=0.3)


SHAPE = SimpleNamespace(num_attention_heads=8, num_key_value_heads=2, head_dim=WIDE)


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("way", [laid_out, multiplied])
def test_a_device_is_tried_before_it_is_trusted(
    monkeypatch: pytest.MonkeyPatch, kind: torch.dtype, way: Any
) -> None:
    here = torch.device("cpu")
    monkeypatch.setattr(attention, "_way", lambda *_: way)
    assert fits(SHAPE, here, kind)
    monkeypatch.setattr(attention, "_way", lambda *_: lambda q, k, v, _, scaling: way(q, k, v, None, scaling))
    assert not fits(SHAPE, here, kind), "what is masked was seen"
    monkeypatch.setattr(attention, "_way", lambda *_: lambda *given: way(*given) * float("nan"))
    assert not fits(SHAPE, here, kind)


def test_a_device_that_gives_something_else_keeps_the_librarys(
    qwen: QwenModel, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qwen._loaded
    model = qwen._loaded.checkpoint.model
    monkeypatch.setattr(attention, "device_of", lambda _: torch.device("meta"))
    monkeypatch.setattr(attention, "fits", lambda *_: False)
    model.set_attn_implementation({"text_config": "sdpa"})
    try:
        attention.use_grouped(model)
        assert model.model.language_model.config._attn_implementation == "sdpa"
        assert "attention is slower than it could be" in capsys.readouterr().err
    finally:
        model.set_attn_implementation({"text_config": NAME})


def test_a_loaded_model_attends_this_way_and_its_vision_tower_as_before(qwen: QwenModel, tiny: Path) -> None:
    assert qwen._loaded
    model = qwen._loaded.checkpoint.model
    assert model.model.language_model.config._attn_implementation == NAME
    assert model.model.visual.config._attn_implementation == "sdpa"
    rendered = qwen._loaded.renderer.render(next(iter(episode(1, str))), {})
    assert qwen._loaded.conversations.of(rendered).prefill(rendered).logits.isfinite().all()
