"""Texts that are no targets: which of them a drift may alter, and before which action."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from agent.drift.targets import targets_of
from agent.drift.texts import any_step, texts_of
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
