"""Judging of answers by the truth: right, an honest stop, or silently wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from benchmarks.exam.answering import Answer
    from benchmarks.exam.questions import Question
    from benchmarks.exam.stills import Element, Still
    from tools.geometry import Point

Outcome = Literal["right", "not found", "silently wrong"]

BESIDE, DONE, AGAIN, KEYS = "beside every element", "called done", "acted though it is so", "only keys"
"""How an answer can be silently wrong without going to another element."""
STATES = ("checkbox", "radio", "switch")
"""Kinds whose caption is clicked as well as they are."""
_WITHIN = ("button", "icon-button", "checkbox", "radio", "switch", "link", "title-button")
"""Kinds of which one that lies in another takes the clicks on it for itself."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth, and what it went to: a kind of element, or one of the above."""

    outcome: Outcome
    went_to: str = ""


def judge(still: Still, question: Question, answer: Answer) -> Verdict:
    """The verdict on an answer."""
    asked = still.elements[question.asked]
    if answer.ended == "stop":
        return Verdict("not found")
    if answer.ended == "done":
        return Verdict("silently wrong", DONE) if question.right == "act" else Verdict("right")
    if answer.point is None:
        return Verdict("silently wrong", KEYS)
    if not _takes(still, asked, answer.point):
        hit = still.element_at(answer.point)
        return Verdict("silently wrong", BESIDE if hit is None else hit.kind)
    harmless = asked.kind == "radio" and not asked.box.contains(answer.point)  # nobody took it for off
    if question.right == "nothing" and not harmless:
        return Verdict("silently wrong", AGAIN)
    return Verdict("right", asked.kind)


def _takes(still: Still, asked: Element, point: Point) -> bool:
    """Whether a click at a point goes to an element."""
    beside = asked.label_box if asked.kind in STATES else None
    if not asked.box.contains(point) and (beside is None or not beside.contains(point)):
        return False
    hit = still.element_at(point)
    return hit is None or hit == asked or hit.kind not in _WITHIN or hit.box.area > asked.box.area
