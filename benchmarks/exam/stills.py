"""Stills: pictures of screens whose truth is known, NAME.png beside NAME.json. Boxes are in frame pixels."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.geometry import Box
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.geometry import Point


@dataclass(frozen=True, slots=True)
class Element:
    """An element as its toolkit tells of it; of what can be ticked `box` is the indicator alone."""

    kind: str
    box: Box
    state: str | None = None
    enabled: bool = True
    text: str = ""
    label: str = ""
    label_box: Box | None = None
    readonly: bool = False
    clipped: bool = False
    """Whether a part of it is out of sight."""
    behind: bool = False
    """Whether its window lies behind another."""


@dataclass(frozen=True, slots=True)
class Still:
    """A screen, without its pixels."""

    picture: Path
    look: str
    """Toolkit and theme."""
    elements: tuple[Element, ...]
    plan: dict[str, Any] = field(default_factory=dict)
    """What the screen was drawn from."""

    @property
    def frame(self) -> Frame:
        """Its pixels, read from the file."""
        from PIL import Image  # heavy: loaded on use

        with Image.open(self.picture) as picture:
            return Frame.from_rgb(np.asarray(picture.convert("RGB"), np.uint8))

    def element_at(self, point: Point) -> Element | None:
        """The smallest element at a point; a window's area is none."""
        around = [one for one in self.elements if one.kind != "dialog" and one.box.contains(point)]
        return min(around, key=lambda one: one.box.area, default=None)

    def hides(self, element: Element) -> bool:
        """Whether an element is told of that can't be seen: a menu behind its bar's end, a folded node."""
        windows = [one.box for one in self.elements if one.kind == "dialog"]
        if element.kind == "menu":
            return bool(windows) and not any(box.overlap(element.box) == element.box for box in windows)
        same = (one for one in self.elements if one.kind == "node" and one.box == element.box)
        return element.kind == "node" and element.state == "leaf" and any(one != element for one in same)


def stills(folder: Path) -> Iterator[Still]:
    """Every still below a folder, in the order of their paths."""
    for picture in sorted(folder.rglob("*.png")):
        truth = picture.with_suffix(".json")
        if truth.exists():
            yield _still(picture, json.loads(truth.read_text("utf-8")))


def _still(picture: Path, told: dict[str, Any]) -> Still:
    plan = told.get("plan") or {}
    toolkit = told.get("toolkit") or picture.parent.name
    theme = told.get("theme") or plan.get("theme")
    look = f"{toolkit} {theme}" if theme else str(toolkit)
    return Still(picture, look, tuple(map(_element, told["elements"])), plan)


def _element(told: dict[str, Any]) -> Element:
    beside = told.get("label_box")
    return Element(
        told["kind"],
        _box(told["box"]),
        told.get("state"),
        told.get("enabled", True),
        str(told.get("text") or ""),
        told.get("label") or "",
        _box(beside) if beside else None,
        told.get("readonly", False),
        told.get("clipped", False),
        told.get("behind", False),
    )


def _box(sides: list[float]) -> Box:
    return Box(*map(round, sides))
