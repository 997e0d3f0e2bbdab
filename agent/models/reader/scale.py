"""Scale of a slider: which value is where, as far as the numbers beside it have told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.sliders import number_in, numbers_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.locate.look import Look
    from tools.see.scene import Line
    from tools.see.shapes.sliders import Slider

_USUAL = (0.0, 100.0)
"""Values at the ends of a slider that tells none."""
_NEAR = 3
"""Pixels that a thumb is from its place, at most."""
_ABOUT = 0.1
"""Part of the value by which the first drag may miss it where the supposed ends are about right."""
_PROBE = 0.2
"""Part of its way that a thumb is moved by to see what that changes; no end that is nearer is supposed."""


class Readout:
    """The number that shows a slider's value: it changes with it, and others beside it do not.

    Args:
        look: the one before the slider is moved.
        slider: on it.
    """

    def __init__(self, look: Look, slider: Slider) -> None:
        self._still = numbers_at(look.scene, slider)
        """Those that have not changed so far."""
        self.ends = _ends(self._still, slider)
        """The values at the ends, where both are shown."""

    def is_at(self, slider: Slider, wanted: float) -> bool:
        """Whether a number shows the value, and the thumb is where it would be."""
        low, high = self.ends or _USUAL
        astray = abs(slider.place - (wanted - low) / (high - low)) * slider.travel
        return astray <= _NEAR and any(number_in(line.text) == wanted for line in self._still)

    def value(self, look: Look, slider: Slider) -> float | None:
        """The value that is shown now; None where no number has changed since the slider is moved."""
        shown = numbers_at(look.scene, slider)
        self._still = [one for one in self._still if any(_is_same(one, other) for other in shown)]
        moved = [one for one in shown if not any(_is_same(one, other) for other in self._still)]
        return number_in(moved[0].text) if moved else None


class Scale:
    """Where to drag a slider's thumb next.

    Args:
        slider: before it is moved.
        wanted: the value.
    """

    def __init__(self, slider: Slider, wanted: float) -> None:
        self._slider, self._wanted = slider, wanted
        self._tried: set[int] = set()
        """Columns."""
        self._known: list[tuple[float, float]] = []
        """Places, 0 to 1, with their values."""

    def add(self, slider: Slider, value: float) -> None:
        """Take note of the value that a slider shows where its thumb is."""
        self._slider = slider
        self._known.append((slider.place, value))

    def next_place(self, ends: tuple[float, float] | None) -> int | None:
        """The column in which the thumb's middle goes next; None where no other one is nearer.

        Args:
            ends: the values at both ends, where they are known.
        """
        middle = self._slider.thumb.width // 2
        place = min(1.0, max(0.0, self._guess(ends or _USUAL)))
        if not self._known and abs(place - self._slider.place) * self._slider.travel <= _NEAR:
            place += _PROBE if place < 1 / 2 else -_PROBE
        column = self._slider.box.left + middle + round(place * self._slider.travel)
        column = next((one for one in (column, column - 1, column + 1) if one not in self._tried), -1)
        self._tried.add(column)
        return None if column < 0 else column

    def _guess(self, ends: tuple[float, float]) -> float:
        """The place of the value, on the line through the two known ones that are nearest to it."""
        low, high = ends
        known = sorted(self._known, key=lambda one: abs(one[1] - self._wanted))
        if not known:
            return (self._wanted - low) / (high - low)
        place, value = known[0]
        line = next((one for one in known[1:] if _rises(known[0], one)), None)
        if line is None and abs(value - self._wanted) <= _ABOUT * abs(self._wanted):
            supposed = [one for one in ((0.0, low), (1.0, high)) if abs(one[0] - place) >= _PROBE]
            line = next((one for one in supposed if _rises(known[0], one)), None)
        if line is None:
            return place + (_PROBE if value < self._wanted else -_PROBE)
        return place + (self._wanted - value) * (line[0] - place) / (line[1] - value)


def _rises(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether of two places the one further right has the greater value."""
    return (other[0] - one[0]) * (other[1] - one[1]) > 0


def _ends(numbers: Sequence[Line], slider: Slider) -> tuple[float, float] | None:
    """The numbers left of a slider and right of it, where they can be its least and greatest value."""
    row = [line for line in numbers if line.box.same_row(slider.box)]
    left = [line for line in row if line.box.right <= slider.box.left]
    right = [line for line in row if line.box.left >= slider.box.right]
    if not left or not right:
        return None
    low, high = number_in(left[0].text), number_in(right[0].text)
    return None if low is None or high is None or low >= high else (low, high)


def _is_same(one: Line, other: Line) -> bool:
    """Whether two looks show the same number in the same place."""
    near = max(abs(one.box.center.x - other.box.center.x), abs(one.box.center.y - other.box.center.y))
    return one.text == other.text and near <= one.box.height // 4
