"""The cache of fixed size gives what the library gives; its pass of one token is one graph without breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from agent.models.profiled import parse_name
from agent.models.qwen.context import Context
from agent.models.qwen.fixed import OneToken, room_for
from tests.agent.fakes import click
from tests.agent.models.qwen.episodes import episode
from tests.agent.models.qwen.library import CLOSE, Library

if TYPE_CHECKING:
    from pathlib import Path

    from agent.models.qwen.model import QwenModel


def test_kept_in_a_fixed_room_and_full_agree(qwen: QwenModel, tiny: Path) -> None:
    """Over a drop of screenshots, with single tokens through the captured graph in between."""
    library = Library(qwen, tiny)
    loaded = qwen._loaded
    assert loaded
    one_token = OneToken(library.model, backend="eager")  # captured whole, run by plain torch
    context = Context(library.model, loaded.vision, 151_655, one_token=one_token, reply=400)
    for number, prompt in enumerate(episode(11, lambda prompt: click(len(prompt.turns), 3), first=500)):
        rendered = loaded.renderer.render(prompt, {})
        with torch.no_grad():
            taken = context.prefill(rendered)
            assert float((taken.logits - library.logits(rendered)).abs().max()) < CLOSE
            fed = [context.feed([token]) for token in (785, 3974)][-1]
        longer: Any = type(rendered)(
            (*rendered.ids, 785, 3974), rendered.frames, rendered.starts, (*rendered.marks, 785, 3974)
        )
        assert float((fed - library.logits(longer)).abs().max()) < CLOSE
        assert bool(taken.cached) == bool(number)


def test_the_room_holds_a_whole_episode_of_pictures(qwen: QwenModel) -> None:
    assert qwen._loaded
    prompts = list(episode(9, lambda _: click(), first=600))
    rendered = [qwen._loaded.renderer.render(prompt, {}) for prompt in (prompts[0], prompts[7])]
    room = room_for(rendered[0], 400)
    assert len(rendered[1].ids) + 400 <= room < 20_000


def test_it_is_asked_for_by_name(tiny: Path) -> None:
    assert parse_name(f"{tiny}@compiled@sample").compiled
    assert not parse_name(str(tiny)).compiled
