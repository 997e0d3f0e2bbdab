"""Requests to a model to click each target; replies are read even where deskhand would refuse them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.errors import MalformedCall
from agent.protocol.grounding import to_pixel, to_place
from agent.protocol.prompt import pointing_prompt
from agent.protocol.toolcall import PointerCall, parse_tool_call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent.clicktest.targets import Drawing, Target
    from agent.model import Model
    from agent.usage import Usage
    from tools.geometry import Size

_NUMBER = r"""["']?\s*(-?\d{1,6}(?:\.\d{1,12})?)\s*["']?"""
COORDINATE = re.compile(
    rf"""\bcoordinate["']?\s{{0,8}}[:=>]\s{{0,8}}[\[(]\s{{0,8}}{_NUMBER}\s*,\s*{_NUMBER}"""
)
"""A pair of numbers that is named a coordinate, in JSON or XML, whatever its size."""
READ = 20_000
"""Characters of a refused reply's end that are searched for it."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One target, and where the model clicked."""

    size: Size
    target: Target
    reply: str
    place: tuple[float, float] | None
    """Clicked point in frame pixels, perhaps far outside; None: no numbers can be read."""
    usable: bool
    """Whether deskhand takes the reply as a click."""
    hit: bool
    """Whether that click is inside the target."""
    usage: Usage


def shoot(model: Model, scenes: Iterable[Drawing]) -> Iterator[Shot]:
    """Ask a model to click every target, each in its own conversation.

    Raises:
        ModelFault: the model can't be reached.
    """
    for scene in scenes:
        for target in scene.targets:
            completion = model.complete(pointing_prompt(target.instruction, scene.frame))
            yield read_shot(scene.frame.size, target, completion.text, completion.usage)


def read_shot(size: Size, target: Target, reply: str, usage: Usage) -> Shot:
    """Shot of one target, read from the reply."""
    numbers, usable = _numbers(reply)
    place = None if numbers is None else to_place(numbers, size)
    hit = usable and numbers is not None and target.box.contains(to_pixel(numbers, size))
    return Shot(size, target, reply, place, usable, hit, usage)


def _numbers(reply: str) -> tuple[tuple[float, float] | None, bool]:
    """The two numbers of the click, and whether the protocol allows them."""
    try:
        call = parse_tool_call(reply)
    except MalformedCall:
        found = COORDINATE.findall(reply[-READ:])
        return ((float(found[-1][0]), float(found[-1][1])) if found else None), False
    return (call.coordinate, True) if isinstance(call, PointerCall) else (None, False)
