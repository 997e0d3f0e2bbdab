"""Rows of a table as wholes, on scenes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.scenes import line, scene, widget
from tools.geometry import Point
from tools.locate.layout.table_rows import reads_as, row_at, rows_like, rows_reading

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

NAMES = ("Miller", "Meier", "Nowak")


def table(*names: str, top: int = 200, button: str = "Pay") -> list[Line]:
    """A row for each name: number, name, button."""
    return [
        part
        for at, name in enumerate(names)
        for part in (
            line(f"A-10{at}", 40, top + 30 * at),
            line(name, 140, top + 30 * at),
            line(button, 300, top + 30 * at),
        )
    ]


HEAD = (line("Order", 40, 170), line("Name", 140, 170))
LIST = scene(*HEAD, *table(*NAMES), line("Nothing was paid", 40, 500))


def texts(*rows: tuple[Line, ...]) -> list[str]:
    return [" ".join(cell.text for cell in row) for row in rows]


def test_the_row_in_which_a_point_lies_in_whichever_cell() -> None:
    for x in (50, 150, 310, 250):
        assert texts(row_at(LIST, Point(x, 238))) == ["A-101 Meier Pay"]


def test_what_is_in_no_table_has_no_row() -> None:
    form = scene(line("Name", 20, 100), widget("field", 120, 96, 300), line("Save", 40, 300))
    for point in (Point(30, 108), Point(200, 108), Point(50, 308), Point(700, 550)):
        assert row_at(form, point) == ()


def test_all_rows_that_have_its_columns() -> None:
    row = row_at(LIST, Point(310, 238))
    assert texts(*rows_like(LIST, row)) == ["A-100 Miller Pay", "A-101 Meier Pay", "A-102 Nowak Pay"]


def test_another_table_below_is_another_one() -> None:
    both: Scene = scene(*table(*NAMES), *table("Smith", "Weber", "Adams", "Jones", top=400))
    assert len(rows_like(both, row_at(both, Point(310, 238)))) == 3
    assert len(rows_like(both, row_at(both, Point(310, 438)))) == 4


def test_an_opened_list_over_a_form_makes_no_rows_with_its_labels() -> None:
    """The labels of two fields stood at the height of two entries; the form had moved by two pixels since."""
    form = scene(
        line("Credit limit", 40, 200),
        line("Currency", 40, 234),
        *(
            line(name, 180, 100 + 34 * at)
            for at, name in enumerate(("Austria", "Belgium", "Canada", "Germany", "Ireland"))
        ),
    )
    assert row_at(form, Point(190, 210)) == ()
    assert row_at(form, Point(190, 244)) == ()


def test_a_row_without_one_of_its_columns_is_none() -> None:
    short = scene(*table(*NAMES), line("A-103", 40, 290), line("Smith", 140, 290))
    assert len(rows_like(short, row_at(short, Point(310, 238)))) == 3


def test_rows_that_read_so() -> None:
    assert texts(*rows_reading(LIST, ["A-101", "Meier", "Pay"])) == ["A-101 Meier Pay"]
    assert rows_reading(LIST, ["A-101", "Miller", "Pay"]) == [], "the name stands in another row"
    assert rows_reading(LIST, ["Meier", "A-101"]) == [], "in another order"
    twice = scene(*table("Meier", "Meier"), line("A-100", 40, 230))
    assert len(rows_reading(twice, ["Meier", "Pay"])) == 2


def test_rows_are_alike_by_their_texts() -> None:
    one, other = row_at(LIST, Point(50, 208)), row_at(LIST, Point(50, 238))
    assert reads_as(one, one)
    assert not reads_as(one, other)
    assert not reads_as(one, one[:2])
