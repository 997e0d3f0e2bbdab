"""The relations that are proposed to tell an element from others of its name."""

from __future__ import annotations

from tests.tools.locate.pages import TWO_GROUPS
from tests.tools.scenes import line, scene, widget
from tools.locate.candidates.qualifiers import qualifiers
from tools.locate.locator import Locator

GROUPS = scene(*TWO_GROUPS)


def test_a_field_is_in_the_group_under_its_heading() -> None:
    [first, *_] = qualifiers(GROUPS, GROUPS.widgets[3].box, rows_first=False)
    assert first == ("in", Locator("Delivery address"))


def test_in_a_table_the_row_says_more_than_what_stands_above() -> None:
    rows = scene(line("Fruit:", 20, 20), line("Apples", 20, 60), line("Edit", 200, 60))
    proposed = list(qualifiers(rows, rows.lines[2].box, rows_first=True))
    assert proposed[0] == ("next to", Locator("Apples"))
    assert ("in", Locator("Fruit")) in proposed, "without the colon"


def test_what_is_entered_and_what_is_doubtful_tell_nothing() -> None:
    field, edit = widget("field", 300, 56, 200), line("Edit", 200, 60)
    page = scene(line("Remark", 20, 60, score=0.7), field, line("Ada", 306, 60), edit)
    assert list(qualifiers(page, edit.box, rows_first=True)) == []


def test_entries_of_a_list_are_told_by_entries_of_the_same_list() -> None:
    page = scene(
        widget("field", 20, 40, 200, 120),
        line("Apples", 26, 60),
        line("Edit", 126, 60),
        widget("field", 300, 40, 200, 120),
        line("Pears", 306, 60),
    )
    proposed = [other.text for _, other in qualifiers(page, page.lines[1].box, rows_first=True)]
    assert "Apples" in proposed
    assert "Pears" not in proposed
