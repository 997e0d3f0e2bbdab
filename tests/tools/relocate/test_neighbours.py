"""What stands around an element: its row, and the nearest texts."""

from __future__ import annotations

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Box, Point
from tools.relocate.neighbours import (
    has_neighbour,
    has_own_row,
    neighbours_read_the_same,
    row,
    row_is_equal,
    row_reads_the_same,
)
from tools.relocate.snapshot import ElementSnapshot, snapshot_of


def table(names: list[str], across: int = 0, down: int = 0) -> tuple[Drawing, list[Box]]:
    """Rows that end in the same button."""
    drawing = Drawing()
    boxes = []
    for number, name in enumerate(names):
        top = 60 + 36 * number + down
        drawing.text(name, (40 + across, top))
        boxes.append(drawing.button("Open", (400 + across, top - 8)))
    return drawing, boxes


def wanted_in(names: list[str], index: int) -> ElementSnapshot:
    drawing, boxes = table(names)
    return snapshot_of(drawing.shot(), boxes[index].center, PARSER)


def test_the_row_is_what_stands_beside_the_label_from_left_to_right() -> None:
    drawing, boxes = table(["Ada", "Grace"])
    drawing.text("paid", (200, 96))
    wanted = snapshot_of(drawing.shot(), boxes[1].center, PARSER)
    assert [line.text for line in row(wanted)] == ["Grace", "paid"]


def test_a_row_is_told_by_its_texts() -> None:
    wanted = wanted_in(["Ada", "Grace"], 1)
    after = PARSER.read(table(["Grace", "Barbara"])[0].shot())
    opens = [line for line in after.lines if line.text == "Open"]
    assert [row_reads_the_same(wanted, line, after) for line in opens] == [True, False]


def test_a_row_of_its_own_is_like_no_other() -> None:
    assert has_own_row(wanted_in(["Ada", "Grace"], 1))
    assert not has_own_row(wanted_in(["Grace", "Grace"], 1))
    lonely = Drawing()
    box = lonely.button("Open", (400, 100))
    assert not has_own_row(snapshot_of(lonely.shot(), box.center, PARSER)), "nothing stands in its row"


def test_a_row_and_a_neighbour_move_along() -> None:
    wanted = wanted_in(["Ada", "Grace"], 1)
    moved, other = table(["Ada", "Grace"], 10, 20)[0].shot(), table(["Ada", "Barbara"], 10, 20)[0].shot()
    assert row_is_equal(wanted, 10, 20, moved)
    assert not row_is_equal(wanted, 10, 20, other)
    assert has_neighbour(wanted, 10, 20, other), "the first row's button"
    assert not has_neighbour(wanted, 50, 50, moved)


def test_one_of_the_nearest_texts_must_be_read_again() -> None:
    wanted = wanted_in(["Ada", "Grace"], 1)
    assert neighbours_read_the_same(wanted, PARSER.read(table(["Ada"], 99, 99)[0].shot()))
    other = Drawing()
    other.text("Something else", (40, 60))
    assert not neighbours_read_the_same(wanted, PARSER.read(other.shot()))


def test_what_never_had_a_text_near_it_needs_none() -> None:
    bare = snapshot_of(Drawing().shot(), Point(300, 200), PARSER)
    assert has_neighbour(bare, 0, 0, Drawing().shot())
    assert neighbours_read_the_same(bare, PARSER.read(Drawing().shot()))
