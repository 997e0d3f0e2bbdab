"""Sitting: a still read once, and all questions on it asked, answered and judged."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from benchmarks.exam.answering import Answer, answer
from benchmarks.exam.judging import judge
from benchmarks.exam.questions import questions
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from benchmarks.exam.judging import Verdict
    from benchmarks.exam.questions import Question
    from benchmarks.exam.stills import Element, Still
    from tools.observation import Frame
    from tools.see.parser import ScreenParser


@dataclass(frozen=True, slots=True)
class Mark:
    """A question with its answer and verdict."""

    picture: Path
    look: str
    """Toolkit and theme."""
    asked: Element
    question: Question
    answer: Answer
    verdict: Verdict

    def line(self) -> str:
        """All of it as a line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The marks of one still."""

    marks: tuple[Mark, ...]
    reading: float
    """Seconds that reading it took."""


def sit(still: Still, reader: ScreenParser, kinds: Collection[str] = ()) -> Sitting:
    """Ask all questions on a still, or those about elements of some kinds."""
    frame, parser = still.frame, SceneCache(reader)
    started = time.perf_counter()
    parser.read(frame)
    reading = time.perf_counter() - started
    marks = []
    for question in questions(still):
        if kinds and still.elements[question.asked].kind not in kinds:
            continue
        given = _answer(question.step, frame, parser)
        verdict = judge(still, question, given)
        asked = still.elements[question.asked]
        marks.append(Mark(still.picture, still.look, asked, question, given, verdict))
    return Sitting(tuple(marks), reading)


def sit_with_the_eye(still: Still, kinds: Collection[str] = ()) -> Sitting:
    """The same with the one reader of this process."""
    return sit(still, shared_reader(), kinds)


def _answer(step: str, frame: Frame, parser: ScreenParser) -> Answer:
    """The answer; a fault of the program is a stop, told with its name."""
    try:
        return answer(step, frame, parser)
    except Exception as fault:  # noqa: BLE001 (whatever it is, the other questions are asked)
        return Answer("stop", f"a fault of the program: {fault!r}")
