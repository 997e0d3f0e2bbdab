"""The kept cache gives what a full prefill gives; the reference is the library itself, from nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import torch

from agent.models.qwen.context import Context
from agent.protocol.prompt import FRAMES_KEPT
from tests.agent.fakes import click
from tests.agent.models.qwen.episodes import episode, noise
from tests.agent.models.qwen.reference import CLOSE, Library

if TYPE_CHECKING:
    from pathlib import Path

    from agent.models.qwen.model import QwenModel


def test_kept_and_full_agree_at_every_step_over_drops_and_two_episodes(qwen: QwenModel, tiny: Path) -> None:
    library = Library(qwen, tiny)
    assert qwen._loaded
    render = qwen._loaded.renderer.render
    context = Context(library.model, qwen._loaded.vision, 151_655)
    worst, spread, cached = 0.0, [], []
    for first in (0, 100):
        for prompt in episode(20, lambda prompt: click(len(prompt.turns), 7), first=first):
            rendered = render(prompt, {})
            with torch.inference_mode():
                taken = context.prefill(rendered)
            expected = library.logits(rendered)
            worst = max(worst, float((taken.logits - expected).abs().max()))
            spread.append(expected)
            cached.append(taken.cached / len(rendered.ids))
            # What is decoded afterwards is cut off again by the next prompt.
            with torch.inference_mode():
                context.feed([11, 12, 13])
    assert worst < CLOSE, f"largest difference {worst}"
    # The reference tells frames apart, or the test would prove nothing.
    assert min(float((a - b).abs().max()) for a, b in pairwise(spread)) > 100 * CLOSE
    kept = [share for place, share in enumerate(cached) if place % 20]
    drops = [share for place, share in enumerate(kept) if share < 0.8]
    assert len(drops) == 2 * len(range(FRAMES_KEPT, 20, 4)), (
        "only a drop makes more than the news be done again"
    )


def test_a_token_fed_is_as_if_it_had_stood_in_the_prompt(qwen: QwenModel, tiny: Path) -> None:
    library = Library(qwen, tiny)
    assert qwen._loaded
    rendered = qwen._loaded.renderer.render(next(iter(episode(1, str))), {})
    context = Context(library.model, qwen._loaded.vision, 151_655)
    with torch.inference_mode():
        context.prefill(rendered)
        context.feed([785])
        fed = context.feed([3974, 13876])
    longer = type(rendered)(
        (*rendered.ids, 785, 3974, 13876),
        rendered.frames,
        rendered.starts,
        (*rendered.marks, 785, 3974, 13876),
    )
    assert float((fed - library.logits(longer)).abs().max()) < CLOSE


def test_an_equal_frame_twice_is_two_pictures(qwen: QwenModel, tiny: Path) -> None:
    library = Library(qwen, tiny)
    assert qwen._loaded
    context = Context(library.model, qwen._loaded.vision, 151_655)
    frame = noise(5)
    for prompt in episode(4, lambda _: click()):
        same = type(prompt)(
            prompt.system,
            tuple(
                type(turn)(turn.role, tuple(part if isinstance(part, str) else frame for part in turn.parts))
                for turn in prompt.turns
            ),
        )
        rendered = qwen._loaded.renderer.render(same, {})
        with torch.inference_mode():
            taken = context.prefill(rendered)
        assert float((taken.logits - library.logits(rendered)).abs().max()) < CLOSE


def test_a_pass_that_broke_off_leaves_nothing_behind(qwen: QwenModel, tiny: Path) -> None:
    """Out of memory or Ctrl-C in the third of four layers: the first ones have taken the tokens in."""
    library = Library(qwen, tiny)
    assert qwen._loaded
    context = Context(library.model, qwen._loaded.vision, 151_655)
    first, second = (qwen._loaded.renderer.render(prompt, {}) for prompt in episode(2, lambda _: click()))

    def fail(*_: object) -> None:
        raise MemoryError

    with torch.no_grad():
        context.prefill(first)
        hook = library.model.model.language_model.layers[2].register_forward_pre_hook(fail)
        for broken in (lambda: context.prefill(second), lambda: context.feed([785])):
            with pytest.raises(MemoryError):
                broken()
        hook.remove()
        taken = context.prefill(second)
    assert float((taken.logits - library.logits(second)).abs().max()) < CLOSE
