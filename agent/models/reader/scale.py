"""Scale of a slider: which value is where, as far as the numbers beside it have told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.sliders import number_in, numbers_at, unit_in

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
        unit: of the value that is wanted, if any; numbers in another one do not show it.
    """

    def __init__(self, look: Look, slider: Slider, unit: str = "") -> None:
        self._unit = unit
        self._still = self._numbers(look, slider)
        """Those that have not changed so far."""
        self._place: Box | None = None
        """Where the value was last; with a ring of the focus around it, the slider is read with it."""
        self._ends = _ends(self._still, slider)
        """Those at the ends, where both are shown."""

    @property
    def ends(self) -> tuple[float, float] | None:
        """The values at the ends, where both are shown."""
        low, high = (number_in(line.text) for line in self._ends) if self._ends else (None, None)
        return None if low is None or high is None else (low, high)

    def is_at(self, slider: Slider, wanted: float) -> bool:
        """Whether a number shows the value, and the thumb is where it would be.

        Where others are shown too, save at the ends, it may be one of a scale, which tells no value.
        """
        low, high = self.ends or _USUAL
        astray = abs(slider.place - (wanted - low) / (high - low)) * slider.travel
        shown = [number_in(line.text) for line in self._still if line not in self._ends]
        return astray <= _NEAR and bool(shown) and all(number == wanted for number in shown)

    def value(self, look: Look, slider: Slider) -> float | None:
        """The value that is shown now; None where no number has changed since the slider is moved."""
        shown = self._numbers(look, slider)
        self._still = [one for one in self._still if any(_is_same(one, other) for other in shown)]
        moved = [one for one in shown if not any(_is_same(one, other) for other in self._still)]
        if moved:
            self._place = moved[0].box
            return number_in(moved[0].text)
        text = "" if self._place is None else look.read(_about(self._place))
        return number_in(text) if self._is_in_unit(text) else None

    def _numbers(self, look: Look, slider: Slider) -> list[Line]:
        """Those near a slider that may be in the unit."""
        numbers = numbers_at(look.scene, slider)
        return [line for line in numbers if self._is_in_unit(line.text)]

    def _is_in_unit(self, text: str) -> bool:
        return not self._unit or unit_in(text) in ("", self._unit)


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


def _ends(numbers: Sequence[Line], slider: Slider) -> tuple[Line, ...]:
    """The numbers at a slider's left and right end, where they can be its least and its greatest value.

    Beside it, or else above or below; none where not both are shown.
    """
    box, across = slider.box, slider.thumb.width
    row = [line for line in numbers if line.box.same_row(box)]
    left = [line for line in row if line.box.right <= box.left]
    right = [line for line in row if line.box.left >= box.right]
    if not (left and right):
        others = [line for line in numbers if line not in row]
        left = [line for line in others if abs(line.box.center.x - box.left) <= across]
        right = [line for line in others if abs(line.box.center.x - box.right) <= across]
    pairs = [(one, other) for one in left[:1] for other in right[:1]]
    return next((pair for pair in pairs if _rise(*pair)), ())


def _rise(one: Line, other: Line) -> bool:
    low, high = number_in(one.text), number_in(other.text)
    return low is not None and high is not None and low < high


def _about(box: Box) -> Box:
    """Where a number is that may be a sign longer than the one that stood there."""
    return Box(box.left - box.height // 2, box.top, box.width + 2 * box.height, box.height)


def _is_same(one: Line, other: Line) -> bool:
    """Whether two looks show the same number in the same place."""
    near = max(abs(one.box.center.x - other.box.center.x), abs(one.box.center.y - other.box.center.y))
    return one.text == other.text and near <= one.box.height // 4
