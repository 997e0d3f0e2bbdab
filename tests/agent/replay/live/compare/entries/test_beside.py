"""Texts that stand beside another one than they did: all is there, in another look. Scenes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.beside import beside_another
from agent.replay.live.compare.texts.said import Wording
from tests.agent.replay.live.compare.screens.screens import WINDOW
from tests.tools.scenes import line, painted, widget
from tools.geometry import Box
from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.scene import Line, Scene

ROWS = (("Hopper", "Vienna", "Open"), ("Turing", "Ghent", "Approved"), ("Bohr", "Odense", "Open"))


def table(rows: Sequence[Sequence[str]], *, wide: bool = False, others: Sequence[Line] = ()) -> Scene:
    """Rows of a table, in one look or in another: nothing stands where it stood then."""
    left, across, down = (340, 90, 48) if wide else (240, 70, 24)
    cells = [
        line(text, left + across * column, 200 + down * row)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return painted(*WINDOW, *cells, *others)


def found(now: Scene, then: Scene | None = None, wording: Wording | None = None) -> str:
    return str(beside_another(then or table(ROWS), now, wording or Wording()))


def test_a_table_in_another_look_says_the_same() -> None:
    assert found(table(ROWS, wide=True)) == "None"


def test_two_texts_of_a_row_that_were_saved_in_each_others_place_are_a_reason() -> None:
    turned = (*ROWS[:2], ("Odense", "Bohr", "Open"))
    assert '"Odense" stands before "Bohr"' in found(table(turned, wide=True))


def test_so_they_are_where_both_stand_once_more_in_no_field() -> None:
    """A form beside the table, whose fields nobody sees as fields."""
    typed = [line("Bohr", 20, 420), line("Odense", 20, 450)]
    then = table(ROWS, others=typed)
    turned = (*ROWS[:2], ("Odense", "Bohr", "Open"))
    assert '"Odense" stands before "Bohr"' in found(table(turned, wide=True, others=typed), then)
    assert found(table(ROWS, wide=True, others=typed), then) == "None"


def test_columns_that_changed_places_as_a_whole_say_the_same() -> None:
    assert found(table([(city, name, status) for name, city, status in ROWS], wide=True)) == "None"


def test_a_table_in_another_order_says_the_same() -> None:
    assert found(table(ROWS[::-1], wide=True)) == "None"


def test_a_text_that_went_to_another_row_of_its_column_is_a_reason() -> None:
    cities = (("Hopper", "Ghent", "Open"), ("Turing", "Vienna", "Approved"), ROWS[2])
    assert '"Ghent" stands beside "Hopper"' in found(table(cities, wide=True))
    statuses = (("Hopper", "Vienna", "Approved"), ("Turing", "Ghent", "Open"), ROWS[2])
    assert '"Approved" stands beside "Hopper"' in found(table(statuses, wide=True))


def test_what_was_entered_in_fields_stands_beside_nothing() -> None:
    field, label = widget("field", 20, 400, 120), line("Name", 200, 404)
    then = painted(*WINDOW, field, line("Bohr", 24, 404), label)
    assert (
        found(painted(*WINDOW, label, widget("field", 300, 400, 120), line("Bohr", 304, 404)), then) == "None"
    )
    assert "stands before" in found(
        painted(*WINDOW, label, line("Bohr", 304, 404)), painted(*WINDOW, line("Bohr", 24, 404), label)
    )


def test_buttons_may_stand_the_other_way_round() -> None:
    def asked(*captions: str) -> Scene:
        lines = [line(text, 240 + 100 * at, 300) for at, text in enumerate(captions)]
        return painted(*WINDOW, *(Widget("button", one.box.grow(6)) for one in lines), *lines)

    assert found(asked("OK", "Cancel"), asked("Cancel", "OK")) == "None"


def test_where_texts_mean_nothing_they_may_stand_anywhere() -> None:
    turned = (*ROWS[:2], ("Odense", "Bohr", "Open"))
    assert found(table(turned, wide=True), wording=Wording(ignored=[Box(230, 190, 300, 100)])) == "None"
