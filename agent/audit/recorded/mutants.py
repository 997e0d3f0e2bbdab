"""Mutants of a recording: a unit left out, another text typed, another entry, radio button or row clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.audit.baseline import Baseline
from agent.audit.mutants import Mutant, in_turn, left_out, lying, other_value
from tools.action import Move, Scroll
from tools.geometry import Point
from tools.locate.element import line_at
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.audit.recorded.units import Unit
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene


def recorded_mutants(
    units: Sequence[Unit], parser: ScreenParser, lies: Sequence[str] = ()
) -> tuple[Mutant, ...]:
    """All mutants of a recording, as `agent.audit.mutants.mutants_of` has those of a task.

    Args:
        units: Its steps.
        parser: Reads its screens.
        lies: What its program is to lie about.
    """
    seen = _baseline(units)
    values = [one for at, unit in enumerate(units) for one in _other_value(at, unit, seen, parser)]
    without = [one for at, unit in enumerate(units) for one in _left_out(at, unit, seen)]
    return in_turn([Mutant("nothing done"), *lying(lies), *values, *(without if len(units) > 1 else [])])


def mutated(units: Sequence[Unit], mutant: Mutant, turn: int, parser: ScreenParser) -> list[Unit | None]:
    """The units of a mutant; None in the place of one that is left out.

    Args:
        units: As recorded.
        mutant: What is different.
        turn: Which of its values is entered.
        parser: Reads the recorded screens.
    """
    found: list[Unit | None] = list(units)
    if not mutant.of_no_step:
        found[mutant.at] = _other(units[mutant.at], mutant, turn, parser)
    return found


def _other(unit: Unit, mutant: Mutant, turn: int, parser: ScreenParser) -> Unit | None:
    value = mutant.values[turn] if mutant.kind == "other value" else ""
    if not value:
        return None  # a box that is not clicked is left in its other state
    if unit.variants is not None and unit.variants.enters == "text":
        return unit.typing(value)
    point = _other_point(unit, value, parser)
    assert point is not None
    return unit.clicking(point)


def _baseline(units: Sequence[Unit]) -> Baseline:
    """What the recorded run has shown."""
    seen = Baseline(acted=set(range(len(units))))
    for at, unit in enumerate(units):
        seen.first[at] = unit.actions[0].before
        if unit.clicked is not None:
            click, point = unit.clicked
            seen.clicked[at] = click.before, point
    return seen


def _left_out(at: int, unit: Unit, seen: Baseline) -> Iterator[Mutant]:
    if unit.variants is not None:
        yield from left_out(at, unit.variants, seen)
    elif all(isinstance(one.action, Move | Scroll) for one in unit.actions):
        yield Mutant("left out", at, equivalent="it only moves the pointer, or scrolls")
    else:
        yield Mutant("left out", at)


def _other_value(at: int, unit: Unit, seen: Baseline, parser: ScreenParser) -> Iterator[Mutant]:
    if unit.variants is None:
        return
    for one in other_value(at, unit.variants, seen, parser):
        is_clicked = unit.variants.enters in ("entry", "radio", "row")
        kept = [value for value in one.values if not is_clicked or _other_point(unit, value, parser)]
        if kept:
            yield Mutant("other value", at, tuple(map(unit.variants.with_value, kept)), tuple(kept))


def _other_point(unit: Unit, value: str, parser: ScreenParser) -> Point | None:
    """Where the last click would have been for another value: as far off as its text; None: not known."""
    if unit.clicked is None or unit.variants is None:
        return None
    click, point = unit.clicked
    scene = parser.read(click.before)
    own = (
        line_at(scene, point) if unit.variants.enters == "entry" else _line(scene, unit.variants.value, point)
    )
    other = _line(scene, value, point)
    if own is None or other is None:
        return None
    x = point.x + other.box.left - own.box.left
    return Point(x, point.y + other.box.center.y - own.box.center.y)


def _line(scene: Scene, text: str, near: Point) -> Line | None:
    """The line with that text that is nearest to a point."""
    lines = [line for line in scene.lines if same(line.text, text)]
    return min(
        lines, key=lambda line: abs(line.box.center.y - near.y) + abs(line.box.left - near.x), default=None
    )
