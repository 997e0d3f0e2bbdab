"""Solvers of the scripted player, by task: each yields actions, and looks at the page between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.action import Click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agent.bench.miniwob.players.elements import Elements
    from tools.action import Action

    Solver = Callable[[Elements, str], Iterator[Action]]


def _named_button(page: Elements, utterance: str) -> Iterator[Action]:
    yield Click(point=page.at("button", utterance.split('"')[1]))


SOLVERS: dict[str, Solver] = {"click-button": _named_button}
