"""State of the view: all that the page shows, with a version that grows. Read by the server's thread."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.runs.question import Question
    from tools.observation import Frame

_KEPT = 300
"""Steps that are shown."""


@dataclass
class Shown:
    """What the page shows of one run."""

    task: str = ""
    instruction: str = ""
    steps: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_KEPT))
    frame: Frame | None = None
    frame_number: int = 0
    """Counts the frames."""
    question: tuple[int, Question] | None = None
    verdict: str = ""
    message: str = ""
    is_over: bool = False
    """Whether no further run comes."""


class ViewState:
    """What is shown, and its version."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._shown = Shown()
        self.version = 1

    def update(self, **changes: Any) -> None:
        """Show something else."""
        with self._changed:
            for name, value in changes.items():
                setattr(self._shown, name, value)
            self._next()

    def add_step(self, step: dict[str, Any]) -> None:
        """Show a further step."""
        with self._changed:
            self._shown.steps.append(step)
            self._next()

    def show_frame(self, frame: Frame) -> None:
        """Show another frame."""
        with self._changed:
            self._shown.frame = frame
            self._shown.frame_number += 1
            self._next()

    def begin(self, task: str, instruction: str) -> None:
        """Show another run from its begin."""
        with self._changed:
            number, frame = self._shown.frame_number, self._shown.frame
            self._shown = Shown(task, instruction, frame=frame, frame_number=number)
            self._next()

    def touch(self) -> None:
        """Say that something has changed."""
        with self._changed:
            self._next()

    def await_change(self, since: int, seconds: float) -> None:
        """Return when there is a later version than one, or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != since, timeout=seconds)

    @property
    def frame(self) -> Frame | None:
        """The frame that is shown."""
        return self._shown.frame

    def told(self) -> dict[str, Any]:
        """What the page is told, as JSON has it."""
        with self._changed:
            shown = self._shown
            size = shown.frame.size if shown.frame else None
            return {
                "version": self.version,
                "task": shown.task,
                "instruction": shown.instruction,
                "steps": list(shown.steps),
                "frame": {"number": shown.frame_number, "size": list(size)} if size else None,
                "question": _asked(*shown.question) if shown.question else None,
                "verdict": shown.verdict,
                "message": shown.message,
                "over": shown.is_over,
            }

    def _next(self) -> None:
        self.version += 1
        self._changed.notify_all()


def _asked(number: int, question: Question) -> dict[str, Any]:
    point = getattr(question.action, "point", None)
    return {
        "number": number,
        "what": question.what,
        "why": question.why,
        "point": list(point) if point else None,
        "box": list(question.box) if question.box else None,
    }
