"""Snap stage: moves the point onto the element that is read under it or just beside it; asks no model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from agent.model import RawReply
from agent.models.grounded.stage import Stage
from tools.locate.aim import middle_of, named_beside, nearest_element

if TYPE_CHECKING:
    from agent.models.grounded.search import Search
    from tools.geometry import Point
    from tools.locate.element import Element

_LONGEST = 80
_QUOTED = re.compile(
    r"""\"([^"]+)\"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|(?<!\w)['\u2018]([^'\u2019]+)['\u2019](?!\w)"""
)


class Snap(Stage):
    """Stage that moves the point to the middle of its element, at most by `radius`.

    A list's entry or a button gives way to another one within the radius that the planner's words quote.
    """

    name: ClassVar[str] = "snap"
    part: ClassVar[str] = "snapping"
    asks: ClassVar[bool] = False
    radius: int = Field(default=20, ge=1, le=200)
    """Frame pixels by which the point is moved at most."""

    def improve(self, search: Search, point: Point) -> Point:
        """The snapped point: no call; the frame is read."""
        scene = search.parser.read(search.frame)
        element = nearest_element(scene, point, self.radius)
        moved, found, note = point, "", "no element, or two equally near"
        if element is not None:
            element = named_beside(scene, element, point, self.radius, quoted(search.words))
            box = element.box
            moved = middle_of(box, point, self.radius)
            found = f"{_said(element)} {box.width}x{box.height}+{box.left}+{box.top}"
            note = f"{moved.x},{moved.y}"
        search.replies.append(RawReply(role="snap", model="reader", text=found, note=note))
        return moved


def quoted(sentence: str) -> list[str]:
    """What stands in quotation marks."""
    return [next(filter(None, parts)) for parts in _QUOTED.findall(sentence)]


def _said(element: Element) -> str:
    return f"text {element.label[:_LONGEST]!r}" if element.kind == "text" else element.kind
