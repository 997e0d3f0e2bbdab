"""`Solver`: yields the actions that solve a task, and may look at the page between two of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tools.action import Action, Click, Key, Type

if TYPE_CHECKING:
    from agent.bench.miniwob.players.elements import Elements

    Solver = Callable[[Elements, str], Iterator[Action]]

Actions = Iterator[Action]


def quotes(utterance: str) -> list[str]:
    """What stands in quotes."""
    return re.findall(r'"(.*?)"', utterance)


def click(page: Elements, selector: str, text: str | None = None, number: int = 0) -> Click:
    """A click on the middle of an element, as `Elements.at`."""
    return Click(point=page.at(selector, text, number))


def fill(page: Elements, selector: str, text: str, number: int = 0) -> Actions:
    """Typing into an empty field."""
    yield click(page, selector, number=number)
    yield Type(text=text)


def press(*keys: str, times: int = 1) -> Key:
    """Keys, together."""
    return Key(keys=keys, times=times)
