"""Texts that are no targets: which of them a drift may alter, and before which action."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from agent.drift.targets import DriftTarget, targets_of
from agent.drift.texts import any_step, group_of, texts_of
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click, Key
from tools.geometry import Point

HEADING, SAVE, YES = line("Customer 17", 300, 60), line("Save", 70, 307), line("Yes", 70, 407)
QUESTION = line("Save the customer?", 40, 360)
BUTTONS = widget("button", 40, 300, 100, 30), widget("button", 40, 400, 100, 30)
FORM = painted(HEADING, SAVE, BUTTONS[0])
ASKED = painted(HEADING, SAVE, BUTTONS[0], QUESTION, YES, BUTTONS[1])
PARSER = FakeParser(FORM, ASKED)
TRAJECTORY = recorded(
    [FORM.frame, ASKED.frame, FORM.frame, FORM.frame],
    Click(point=Point(90, 315)),
    Click(point=Point(90, 415)),
    Key(keys=("enter",)),
)
TEXTS = texts_of(TRAJECTORY, targets_of(TRAJECTORY, PARSER), PARSER)


def test_they_are_all_texts_but_the_captions_of_targets() -> None:
    assert {(text.at, text.text) for text in TEXTS} == {
        (0, "Customer 17"),
        (1, "Customer 17"),
        (1, "Save the customer?"),
        (2, "Customer 17"),
    }


def test_one_is_seen_since_it_came_up() -> None:
    assert {text.since for text in TEXTS if text.text == "Customer 17"} == {0}
    assert [text.since for text in TEXTS if text.text == "Save the customer?"] == [1]


def test_one_that_an_action_goes_to_is_none_of_them() -> None:
    trajectory = recorded([FORM.frame, FORM.frame], Click(point=HEADING.box.center))
    assert [text.text for text in texts_of(trajectory, [], PARSER)] == ["Save"]


def test_what_has_just_come_up_is_chosen_more_often() -> None:
    chosen = Counter(any_step(TEXTS, random.Random(seed)).text for seed in range(120))
    assert chosen["Save the customer?"] == pytest.approx(30, abs=15)


def of_a_list(*names: str) -> list[DriftTarget]:
    """Texts of one column."""
    lines = [line(name, 40, 60 + 40 * at) for at, name in enumerate(names)]
    page = painted(*lines)
    return texts_of(recorded([page.frame, page.frame], Key(keys=("enter",))), [], FakeParser(page))


def test_texts_that_change_places_are_of_one_column_and_about_as_long() -> None:
    texts = of_a_list("Miller", "Meier", "A line that is far longer than the names of people")
    groups = [group_of("swapped", texts, [], random.Random(seed)) for seed in range(9)]
    pairs = {tuple(text.text for text in group) for group in groups}
    assert pairs == {("Miller", "Meier"), ("Meier", "Miller")}


def test_nothing_changes_places_with_itself() -> None:
    assert group_of("swapped", of_a_list("Miller"), [], random.Random(1)) == []
    assert group_of("swapped", of_a_list("Miller", "Miller"), [], random.Random(1)) == []


def test_another_record_differs_in_several_texts_and_a_new_line_stands_by_one() -> None:
    texts = of_a_list("Miller", "Meier", "Smith", "Jones", "Brown", "Weber")
    group = group_of("other_record", texts, [], random.Random(1))
    assert len({text.text for text in group}) == 4
    assert len(group_of("inserted", texts, [], random.Random(1))) == 1


ROWS = [
    (line(name, 40, 60 + 40 * at), line("Pay", 300, 60 + 40 * at))
    for at, name in enumerate(("Miller", "Meier", "Smith"))
]


def test_names_change_rows_with_the_row_that_is_clicked() -> None:
    page = painted(
        *(part for row in ROWS for part in row), *(widget("button", 290, 54 + 40 * at, 60) for at in range(3))
    )
    parser = FakeParser(page)
    trajectory = recorded([page.frame, page.frame], Click(point=ROWS[1][1].box.center))
    targets = targets_of(trajectory, parser)
    texts = texts_of(trajectory, targets, parser)
    groups = [group_of("names_swapped", texts, targets, random.Random(seed)) for seed in range(9)]
    assert {tuple(text.text for text in group) for group in groups} == {
        ("Meier", "Miller"),
        ("Meier", "Smith"),
    }


def test_where_no_row_is_clicked_no_names_change_rows() -> None:
    assert group_of("names_swapped", of_a_list("Miller", "Meier"), [], random.Random(1)) == []
