"""Judging: every outcome that an answer can have."""

from __future__ import annotations

import pytest

from benchmarks.exam.answering import Answer
from benchmarks.exam.judging import AGAIN, BESIDE, DONE, KEYS, Verdict, judge
from benchmarks.exam.questions import Question
from benchmarks.exam.stills import Element
from tests.benchmarks.exam.screens import CASH, NAME, SAVE, TERMS, act, still
from tools.geometry import Box

STOPPED, CALLED_DONE, PRESSED = Answer("stop", ""), Answer("done", ""), Answer("act", "")
TYPE, TICK, CASH_AGAIN, CLICK = Question("", 0), Question("", 1), Question("", 2, "nothing"), Question("", 3)


@pytest.mark.parametrize(
    ("question", "answer", "verdict"),
    [
        (TYPE, act(150, 30), Verdict("right", "field")),
        (TYPE, act(30, 30), Verdict("silently wrong", BESIDE)),
        (TYPE, act(50, 130), Verdict("silently wrong", "button")),
        (TYPE, STOPPED, Verdict("not found")),
        (TYPE, CALLED_DONE, Verdict("silently wrong", DONE)),
        (TYPE, PRESSED, Verdict("silently wrong", KEYS)),
        (TICK, act(26, 66), Verdict("right", "checkbox")),
        (TICK, act(60, 66), Verdict("right", "checkbox")),
        (TICK, CALLED_DONE, Verdict("silently wrong", DONE)),
        (CLICK, act(60, 130), Verdict("right", "button")),
        (Question("", 1, "nothing"), CALLED_DONE, Verdict("right")),
        (Question("", 1, "nothing"), act(26, 66), Verdict("silently wrong", AGAIN)),
        (Question("", 1, "nothing"), act(60, 66), Verdict("silently wrong", AGAIN)),
        (Question("", 1, "nothing"), STOPPED, Verdict("not found")),
        (CASH_AGAIN, CALLED_DONE, Verdict("right")),
        (CASH_AGAIN, act(26, 96), Verdict("silently wrong", AGAIN)),
        (CASH_AGAIN, act(26, 66), Verdict("silently wrong", "checkbox")),
        (Question("", 2, "either"), act(26, 96), Verdict("right", "radio")),
        (Question("", 2, "either"), CALLED_DONE, Verdict("right")),
    ],
)
def test_every_outcome(question: Question, answer: Answer, verdict: Verdict) -> None:
    assert judge(still(), question, answer) == verdict


def test_the_caption_of_a_radio_button_that_is_on_does_nothing_when_it_is_clicked() -> None:
    assert judge(still(), CASH_AGAIN, act(60, 96)).outcome == "right"


def test_a_button_within_a_field_takes_the_click_for_itself() -> None:
    cross = Element("icon-button", Box(280, 24, 16, 16))
    on = still(NAME, TERMS, CASH, SAVE, cross)
    assert judge(on, TYPE, act(288, 32)) == Verdict("silently wrong", "icon-button")
    assert judge(on, TYPE, act(150, 32)).outcome == "right"


def test_a_cell_within_the_row_that_is_asked_for_is_the_row() -> None:
    row, cell = (
        Element("row", Box(0, 0, 300, 20), text="HX-1"),
        Element("cell", Box(0, 0, 80, 20), text="HX-1"),
    )
    assert judge(still(row, cell), Question("", 0), act(20, 10)).outcome == "right"


def test_a_window_is_not_what_a_click_beside_every_element_goes_to() -> None:
    window = Element("dialog", Box(0, 0, 800, 600))
    assert judge(still(NAME, window), TYPE, act(500, 500)) == Verdict("silently wrong", BESIDE)
