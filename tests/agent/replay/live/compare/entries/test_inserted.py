"""Rows that came into a table: let pass where one of its rows is clicked, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.inserted import inserted_rows, still_there, told_of, without_inserted
from tests.tools.scenes import line, painted
from tools.geometry import Point

if TYPE_CHECKING:
    from tools.see.scene import Scene

Order = tuple[str, str]
THEN: tuple[Order, ...] = (("A-1", "Miller"), ("A-2", "Meier"), ("A-3", "Nowak"))
NEW: Order = ("A-9", "Smith")
PAY = Point(310, 238)
"""In the second row."""


def listed(*orders: Order, top: int = 200) -> Scene:
    rows = [
        part
        for at, (number, name) in enumerate(orders)
        for part in (
            line(number, 40, top + 30 * at),
            line(name, 140, top + 30 * at),
            line("Pay", 300, top + 30 * at),
        )
    ]
    return painted(line("Open orders", 40, 100), *rows, line("Nothing was paid", 40, 500))


def come_in(*orders: Order, target: Point = PAY) -> list[str]:
    rows = inserted_rows(listed(*THEN), listed(*orders), target)
    return [" ".join(cell.text for cell in row) for row in rows]


def test_a_row_above_among_or_below_the_others() -> None:
    for at in range(4):
        assert come_in(*THEN[:at], NEW, *THEN[at:]) == ["A-9 Smith Pay"]


def test_several_rows() -> None:
    assert len(come_in(NEW, THEN[0], ("A-8", "Weber"), *THEN[1:])) == 2


def test_nothing_has_come_in_where_all_is_as_it_was() -> None:
    assert come_in(*THEN) == []


def test_where_anything_else_is_otherwise_none_is_let_pass() -> None:
    assert come_in(NEW, THEN[0], THEN[1]) == [], "a row has gone"
    assert come_in(NEW, THEN[1], THEN[0], THEN[2]) == [], "rows are in another order"
    assert come_in(NEW, ("A-1", "Meier"), ("A-2", "Miller"), THEN[2]) == [], "names are in other rows"
    assert come_in(NEW, ("A-1", "Millar"), *THEN[1:]) == [], "another row reads otherwise"
    assert come_in(NEW, THEN[0], ("A-2", "Meyer"), THEN[2]) == [], "the row that is clicked reads otherwise"


def test_a_second_row_that_reads_the_same_is_no_row_come_in() -> None:
    assert come_in(THEN[1], *THEN) == []


def test_where_no_row_is_clicked_a_new_one_is_a_difference_like_any_other() -> None:
    assert come_in(NEW, *THEN, target=Point(60, 508)) == []


def test_only_so_many_equal_texts_are_taken_out_as_came_in() -> None:
    [row] = inserted_rows(listed(*THEN), listed(NEW, *THEN), PAY)
    new = [line("Pay", 300, 290), line("Smith", 140, 200), line("Pay", 600, 50)]
    assert without_inserted(new, row) == (new[2],)


def test_a_row_that_was_let_pass_is_known_later_where_it_stood_or_as_a_row() -> None:
    [row] = inserted_rows(listed(*THEN), listed(NEW, *THEN), PAY)
    later = listed(NEW, *THEN)
    assert {one.text for one in still_there([row], later)} >= {"A-9", "Smith", "Pay"}
    moved = {one.text for one in still_there([row], listed(*THEN[:1], NEW, *THEN[1:]))}
    assert moved >= {"A-9", "Smith", "Pay"}
    elsewhere = painted(line("Smith", 400, 400))
    assert still_there([row], elsewhere) == [], "its words alone, anywhere, are not the row"


def test_it_is_told() -> None:
    [row] = inserted_rows(listed(*THEN), listed(NEW, *THEN), PAY)
    assert told_of(row) == 'a row "A-9 Smith Pay" has come in'
