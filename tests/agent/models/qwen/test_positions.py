"""Positions of what is new are those that the library gives it within the whole prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from agent.models.qwen.positions import Positions
from tests.agent.fakes import click
from tests.agent.models.qwen.episodes import episode

if TYPE_CHECKING:
    from agent.models.qwen.model import QwenModel
    from agent.models.qwen.rendering import Rendered

IMAGE = 151_655


def whole(model: Any, positions: Positions, rendered: Rendered) -> torch.Tensor:
    ids = torch.tensor([rendered.ids])
    grids = torch.tensor([positions._rules.grid(frame.size) for frame in rendered.frames])
    found: torch.Tensor
    found, _ = model.model.get_rope_index(ids, mm_token_type_ids=(ids == IMAGE).int(), image_grid_thw=grids)
    return found


def test_they_are_the_librarys_from_wherever_a_prompt_departs(qwen: QwenModel) -> None:
    """From nothing, behind what is known, cut back between two pictures, after a drop of the oldest."""
    assert qwen._loaded
    model, rules = qwen._loaded.checkpoint.model, qwen._loaded.vision.rules
    positions = Positions(model, rules, IMAGE)
    prompts = list(episode(10, lambda prompt: click(len(prompt.turns), 3), first=900))
    for prompt in prompts:
        rendered = qwen._loaded.renderer.render(prompt, {})
        expected = whole(model, positions, rendered)
        for start in (0, rendered.starts[-1] - 1, rendered.starts[0], len(rendered.ids) - 1):
            positions.cut(0)
            positions.take(expected[:, :, :start]) if start else None
            found = positions.of_prompt(rendered)
            assert torch.equal(found, expected[:, :, start:])
            positions.take(found)
            assert positions.following == int(expected.max()) + 1
            assert positions.of_text(3)[2, 0].tolist() == [positions.following + more for more in range(3)]


def test_only_what_is_new_is_worked_out(qwen: QwenModel, monkeypatch: Any) -> None:
    assert qwen._loaded
    model, rules = qwen._loaded.checkpoint.model, qwen._loaded.vision.rules
    sizes: list[int] = []
    library = model.model.get_rope_index
    monkeypatch.setattr(
        model.model, "get_rope_index", lambda ids, **rest: sizes.append(ids.shape[1]) or library(ids, **rest)
    )
    positions = Positions(model, rules, IMAGE)
    rendered = qwen._loaded.renderer.render(next(iter(episode(1, str))), {})
    positions.take(positions.of_prompt(rendered))
    positions.cut(len(rendered.ids) - 5)
    positions.of_prompt(rendered)
    assert sizes == [len(rendered.ids), 5]
