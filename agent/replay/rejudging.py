"""Judging of recorded sentences by today's eye, on the recorded screens: it must see what was seen then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.judging import judge
from agent.replay.judged import wanted_by
from tools.locate.look import Look
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from agent.judged import Judged
    from agent.task import Task
    from tools.observation import Frame
    from tools.see.parser import ScreenParser


class Rejudging:
    """Judges sentence after sentence, each on the screen on which it was decided.

    Args:
        task: whose sentences.
        parser: reads frames; None: the one of every run, loaded when something is to be judged.
    """

    def __init__(self, task: Task, parser: ScreenParser | None = None) -> None:
        self._task, self._parser = task, parser or SceneCache()
        self._values: dict[str, str] = {}

    def difference(self, was: Judged, frame: Frame) -> tuple[str, str] | None:
        """What was judged and what is today, where that is something else."""
        wanted, _ = wanted_by(was, self._task, self._values)
        now = judge(wanted, Look(frame, self._parser))
        if was.name:
            self._values[was.name] = was.value
        if bool(now.holds) is was.passed and now.value == was.value:
            return None
        return f"{_verdict(holds=was.passed)}: {was.actual}", f"{_verdict(holds=bool(now.holds))}: {now.seen}"


def _verdict(*, holds: bool) -> str:
    return "it holds" if holds else "it does not hold"
