"""The right-record guard: a button stands in the recorded record's row, or it is not clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.row_guard import another_record
from agent.replay.live.target import RecordedTarget
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

PAY = Point(310, 238)


def listed(*names: str, first: str = "A-1", down: int = 0) -> Scene:
    rows: list[Line | Widget] = []
    for at, name in enumerate(names):
        top = 200 + 30 * at + down
        rows += [
            line(first if at == 0 else f"A-{at + 1}", 40, top),
            line(name, 140, top),
            line("Pay", 300, top),
        ]
        rows.append(widget("button", 290, top - 4, 60))
    return painted(*rows)


THEN = listed("Miller", "Meier", "Nowak")


def told(now: Scene, point: Point = PAY, ignored: tuple[Box, ...] = ()) -> str | None:
    found = another_record(RecordedTarget(THEN.frame, PAY), point, now.frame, FakeParser(THEN, now), ignored)
    return found.message if found else None


def test_the_recorded_row_wherever_it_stands() -> None:
    assert told(listed("Miller", "Meier", "Nowak")) is None
    assert told(listed("Miller", "Meier", "Nowak", down=90), Point(310, 328)) is None


def test_swapped_names_are_told_with_both() -> None:
    said = told(listed("Meier", "Miller", "Nowak"))
    assert said == 'in the row at (310, 238) stands "A-2 Miller Pay", and "A-2 Meier Pay" was recorded'


def test_another_row_is_told_with_both() -> None:
    said = told(THEN, Point(310, 268))
    assert said == 'in the row at (310, 268) stands "A-3 Nowak Pay", and "A-2 Meier Pay" was recorded'


def test_a_text_that_is_nowhere_else_is_for_the_comparison_of_screens() -> None:
    """It knows clocks, typed values and masks, and has let it pass."""
    assert told(listed("Miller", "Maier & Co", "Nowak")) is None


def test_a_slip_of_the_recogniser_and_cells_read_as_one_are_no_other_record() -> None:
    slip = painted(*THEN.lines[:3], line("A-2", 40, 230), line("Meicr", 140, 230), line("Pay", 300, 230))
    assert told(slip) is None
    joined = painted(line("A-2 Meier", 40, 230), line("Pay", 300, 230), line("Meier", 600, 500))
    assert told(joined) is None


def test_what_is_masked_says_nothing() -> None:
    names = Box(130, 190, 120, 200)
    assert told(listed("Meier", "Miller", "Nowak"), ignored=(names,)) is None


def test_a_value_that_is_another_one_in_this_run_tells_no_record() -> None:
    now = listed("Meier", "Ring back", "Nowak")
    found = another_record(
        RecordedTarget(THEN.frame, PAY),
        PAY,
        now.frame,
        FakeParser(THEN, now),
        changes=lambda text: text == "Meier",
    )
    assert found is None


def test_a_field_stands_by_its_label_alone() -> None:
    """Labels with what is entered beside them stand as a table does."""

    def form(*values: str) -> Scene:
        parts: list[Line | Widget] = []
        for at, (label, value) in enumerate(zip(("Name", "City", "Country"), values, strict=True)):
            top = 200 + 30 * at
            parts += [line(label, 40, top), widget("field", 130, top - 4, 200), line(value, 140, top)]
        return painted(*parts)

    then, now = form("Ada", "Oslo", "Norway"), form("Oslo", "Ada", "Norway")
    wanted = RecordedTarget(then.frame, Point(150, 238))
    assert another_record(wanted, Point(150, 208), now.frame, FakeParser(then, now)) is None


def test_where_there_is_no_table_there_is_no_record() -> None:
    form = painted(line("Name", 20, 100), line("Save", 40, 300))
    other = painted(line("Save", 20, 100), line("Name", 40, 300))
    found = another_record(
        RecordedTarget(form.frame, Point(50, 308)), Point(30, 108), other.frame, FakeParser(form, other)
    )
    assert found is None
