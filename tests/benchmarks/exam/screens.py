"""A still made by hand, and the marks of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.exam.answering import Answer
from benchmarks.exam.judging import judge
from benchmarks.exam.sitting import Mark
from benchmarks.exam.stills import Element, Still
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from benchmarks.exam.questions import Question

NAME = Element("field", Box(100, 20, 200, 24), label="Name", label_box=Box(20, 22, 40, 16))
TERMS = Element("checkbox", Box(20, 60, 13, 13), "off", text="I agree", label_box=Box(40, 58, 60, 16))
CASH = Element("radio", Box(20, 90, 13, 13), "on", text="Cash", label_box=Box(40, 88, 40, 16))
SAVE = Element("button", Box(20, 120, 80, 26), text="Save")


def still(*elements: Element, plan: dict[str, Any] | None = None, picture: str = "tk/a.png") -> Still:
    return Still(Path(picture), "tk clam", elements or (NAME, TERMS, CASH, SAVE), plan or {})


def mark(question: Question, answer: Answer, on: Still | None = None) -> Mark:
    on = on or still()
    asked = on.elements[question.asked]
    return Mark(on.picture, on.look, asked, question, answer, judge(on, question, answer))


def act(x: int, y: int) -> Answer:
    return Answer("act", "I see it.", Point(x, y))
