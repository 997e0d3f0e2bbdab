"""Tables: what is counted, and as what."""

from __future__ import annotations

from benchmarks.exam.answering import Answer
from benchmarks.exam.questions import Question
from benchmarks.exam.tables import confusion, outcomes, states, tables
from tests.benchmarks.exam.screens import act, mark

MARKS = [
    mark(Question("", 0), act(150, 30)),
    mark(Question("", 0), act(30, 30)),
    mark(Question("", 0), Answer("stop", "")),
    mark(Question("", 1), Answer("done", "")),
]


def test_outcomes_are_counted_by_group_and_all_together() -> None:
    lines = outcomes("kind", MARKS, lambda mark: mark.asked.kind).splitlines()
    assert lines[2:] == [
        "| checkbox | 1 | 0.0 % | 0 | 0 | 1 | 0 |",
        "| field | 3 | 33.3 % | 1 | 1 | 1 | 1 |",
        "| **all** | 4 | 25.0 % | 1 | 1 | 2 | 1 |",
    ]


def test_a_state_that_was_taken_for_the_other_is_counted() -> None:
    assert "| checkbox | 1 | 0 | 1 |" in states(MARKS)


def test_confusion_is_of_the_answers_that_were_not_right() -> None:
    assert confusion(MARKS).splitlines() == [
        "| asked for \\ went to | beside every element | called done | not found |",
        "| --- | ---: | ---: | ---: |",
        "| checkbox |  | 1 |  |",
        "| field | 1 |  | 1 |",
    ]


def test_an_exam_without_questions_has_tables_too() -> None:
    assert "**all** | 0" in tables([])
