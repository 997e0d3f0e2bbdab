"""Sliders that a locator leads to, and the numbers that show where they stand. Strict, as `find`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.errors import NotFound, NoWidget
from tools.locate.fields import find_field, labelled
from tools.locate.find import spots_of
from tools.locate.layout.claims import SURE
from tools.see.shapes.sliders import find_sliders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.observation import Frame
    from tools.see.scene import Line, Scene, Widget
    from tools.see.shapes.sliders import Slider

_NUMBER = re.compile(
    r"(?P<sign>[+\u2212-]?)(?:[^\W\d_]{1,3}\s+|[^\w\s.,+\u2212/-]{0,3}\s*)"
    r"(?P<value>\d+(?:[.,]\d+)?)\s*[^\d\s.,]{0,4}"
)
"""A unit may stand before it, one of letters a space away: `TX/78523` and `A4` are none."""
_THOUSANDS = re.compile(r"\d{1,3}[.,]\d{3}")
"""A number that may be a thousand times as large where other people write it."""
_SYMBOLS = frozenset("%$€£\u2032\u2033")
"""Signs that are units: percent, currencies, minutes and seconds of arc."""
_BESIDE, _ABOVE = 3.0, 1.2
"""Heights of a number that it stands beside its slider, or above or below it, at most."""
_BALLOON = 3
"""Times the width of a number that a balloon around it is wide, at most: a progress bar is wider."""
_FILLS = 0.8
"""Part of its selection's width that a number takes, at least."""
_WORD = 3
"""Letters and digits of a text that looks like a slider, at least."""
_NARROWEST = 0.4
"""Heights of a line that what is left of it before a slider is wide, at least: less is a margin."""
_SAME = 0.7
"""Share of the box around both that two boxes of one slider have in common, at least."""


def find_holder(scene: Scene, locator: Locator, text: str) -> Widget | Slider:
    """What a text is entered into: the field of that name, or of a number the slider.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    if number_in(text) is not None:
        try:
            return find_slider(scene, locator)
        except NotFound:
            pass
    return find_field(scene, locator)


def find_slider(scene: Scene, locator: Locator) -> Slider:
    """The slider that a locator names by its label.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    sliders = (
        one
        for one in find_sliders(scene.frame)
        if not _is_selected_number(scene, one.thumb) and not _is_text(scene, one.box)
    )
    around = {_around(scene, slider): slider for slider in sliders}
    if not around:
        raise NoWidget(f'"{locator.text}" is on the screen, but no slider')
    named = (_up_to(line, around) for line in _may_name(scene, locator, around.values()))
    lines = tuple(line for line in named if line is not None)
    slider = around[labelled(replace(scene, lines=lines), locator, around)]
    labels = [spot.line.box for spot in spots_of(scene, locator.text, colon=True)]
    if not any(_on_rows(box, slider.box) or box.gap_across(slider.box) == 0 for box in labels):
        raise NoWidget(f'"{locator.text}" stands beside a number, and no slider')
    return slider


def _is_selected_number(scene: Scene, thumb: Box) -> bool:
    """Whether it is the number in a field, on the ground of its selection: a grip is read as one sign."""
    return any(
        len(line.text) > 1 and number_in(line.text) is not None and line.score >= SURE
        for line in scene.lines
        if thumb.contains(line.box.center) and line.box.width >= _FILLS * thumb.width
    )


def _is_text(scene: Scene, slider: Box) -> bool:
    """Whether it is a text whose letters stand like a trough with a thumb: a trough is read as no word."""
    return any(
        line.score >= SURE
        and slider.lies_mostly_in(line.box)
        and slider.left - line.box.left <= line.box.height / 2  # or it is read with its label
        and sum(map(str.isalnum, line.text)) >= _WORD
        for line in scene.lines
    )


def _may_name(scene: Scene, locator: Locator, sliders: Iterable[Slider]) -> list[Line]:
    """The lines that may be a slider's label: no number is, where it is not asked for one.

    The bands of an equalizer are named by numbers.
    """
    if number_in(locator.text) is None:
        return [line for line in scene.lines if number_in(line.text) is None]
    shown = {line.box for slider in sliders for line in numbers_at(scene, slider)}
    return [line for line in scene.lines if line.box not in shown]


def _on_rows(label: Box, slider: Box) -> bool:
    """Whether a label reaches into a slider's rows: with a value above, it stands in the middle of both."""
    return label.top < slider.bottom and slider.top < label.bottom


def _up_to(line: Line, sliders: Iterable[Box]) -> Line | None:
    """A line up to the slider behind it, which was taken for a part of it; None where nothing else is."""
    left, right = line.box.left, line.box.right
    ends = [box.left for box in sliders if left < box.left < right and box.same_row(line.box)]
    width = min(ends, default=right) - left
    if ends and width < _NARROWEST * line.box.height:
        return None
    return replace(line, box=line.box._replace(width=width))


def slider_at(frame: Frame, box: Box) -> Slider | None:
    """The slider in a place; None where none is any more."""
    return next((slider for slider in find_sliders(frame) if slider.box.agreement(box) >= _SAME), None)


def numbers_at(scene: Scene, slider: Slider) -> list[Line]:
    """The numbers that may tell a slider's value or its ends, the nearest first."""
    near = [
        line for line in scene.lines if number_in(line.text) is not None and _is_near(scene, line, slider)
    ]
    return sorted(near, key=lambda line: line.box.gap(slider.box))


def number_in(text: str) -> float | None:
    """The number that a text is, with a unit or without; None where it is none, or not surely which."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or _THOUSANDS.fullmatch(found["value"]):
        return None
    value = float(found["value"].replace(",", "."))
    return value if found["sign"] in ("", "+") else -value


def unit_in(text: str) -> str:
    """The unit that a number is told in, "" where in none; no sign of degrees, which is easily misread."""
    return "".join(sign for sign in text.casefold() if sign.isalpha() or sign in _SYMBOLS)


def _is_near(scene: Scene, line: Line, slider: Slider) -> bool:
    """Whether a number may be a slider's: not one that its thumb was read as, nor the value of another."""
    box, height = line.box, line.box.height
    if box.lies_mostly_in(slider.box):
        return False
    if box.same_row(slider.box):
        return slider.box.gap_across(box) <= _BESIDE * height
    over = slider.box.left <= box.center.x <= slider.box.right
    return over and not _is_others(scene, line, slider) and slider.box.gap_down(box) <= _ABOVE * height


def _is_others(scene: Scene, line: Line, slider: Slider) -> bool:
    """Whether a number above or below a slider stands in a field, or in a bar: in more than a balloon."""
    widget = scene.widget_at(line.box.center)
    if widget is None or widget.box.meets(slider.box):
        return False
    return widget.is_field or widget.box.width > _BALLOON * line.box.width


def _around(scene: Scene, slider: Slider) -> Box:
    """A slider with the value that is drawn above it, as its label sees it."""
    box = slider.box
    for line in numbers_at(scene, slider):
        if line.box.bottom <= slider.box.center.y and not line.box.same_row(slider.box):
            box = box._replace(top=min(box.top, line.box.top), height=0)
    return box._replace(height=slider.box.bottom - box.top)
