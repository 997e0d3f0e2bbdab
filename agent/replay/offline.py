"""Offline replay: today's loop over recorded frames and replies, without a display or a model.

Everything between the two seams runs for real - prompt, parser, validation, grounding, guard, loop, verdict -
and must give, step by step, the same prompt, the same action and the same outcome as when it was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.checks import CheckResult
from agent.episode import Ending, Watchers
from agent.errors import Denied, ReplayDiffers
from agent.loop import Episode
from agent.loop_guard import LOOP, NoGuard, ProgressGuard
from agent.replay.comparer import Comparer, brief
from agent.replay.recorded_desktop import EndOfRecording, ReplayDesktop
from agent.replay.recorded_model import ReplayModel
from agent.replay.rejudging import Rejudging

if TYPE_CHECKING:
    from agent.episode import Watcher
    from agent.loop_guard import LoopGuard
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from tools.guard import Guard


def replay(recording: Recording, guard: Guard | None = None, watcher: Watcher | None = None) -> Ending:
    """Run the loop over a recording; the ending, which is the recorded one.

    A recording that was cut off agrees if all its whole steps do; its ending says so.

    Args:
        recording: with its frames.
        guard: of the desktop; by default the task's.
        watcher: is told what happens, each step once it is known to be as recorded.

    Raises:
        ReplayDiffers: with the step, what was expected and what happened.
    """
    comparer = Comparer(recording, Rejudging(recording.header.task))
    episode = Episode(
        recording.header.task,
        ReplayDesktop(recording, guard or recording.header.task.guard),
        ReplayModel(recording),
        judge=lambda _observation: recorded_checks(recording),
        watcher=comparer if watcher is None else Watchers([comparer, watcher]),
        approve=lambda _action, _seen: _as_recorded(recording.steps[len(episode.steps)]),
        guard=_loop_guard(recording),
        clock=lambda: 0.0,
    )
    try:
        ending = episode.run()
    except EndOfRecording:
        return _cut_off(recording)
    return _agreed(recording, ending, len(episode.steps))


def _as_recorded(line: StepLine) -> bool:
    """What a rule or a person said.

    Raises:
        Denied: no, for this reason.
    """
    if line.outcome == "denied" and line.note:
        raise Denied(line.note)
    return line.outcome != "denied"


def _loop_guard(recording: Recording) -> LoopGuard:
    """What stopped the recorded run; older ones were stopped by waits and repeats that now are let be."""
    if recording.header.shown:
        return NoGuard()
    limits, end = recording.header.task.limits, recording.end
    as_once = (
        end is not None
        and end.verdict == "stopped"
        and (len(recording.steps) == limits.steps or end.message.startswith(LOOP))
    )
    return ProgressGuard(limits, as_once=as_once)


def _cut_off(recording: Recording) -> Ending:
    end, done = recording.end, len(recording.steps)
    if end is None:
        return Ending("interrupted", f"the run crashed; its {done} whole steps agree", outside=True)
    if end.outside:
        return Ending(end.verdict, end.message, outside=True)
    raise ReplayDiffers(
        f"{recording.folder}: after step {done}: another ending\n"
        f"  expected: {end.verdict}: {brief(end.message)}\n  actual:   the loop goes on to a further step"
    )


def _agreed(recording: Recording, ending: Ending, done: int) -> Ending:
    end = recording.end
    if done < len(recording.steps):
        raise ReplayDiffers(
            f"{recording.folder}: step {done}: another ending\n"
            f"  expected: step {done + 1} of {len(recording.steps)}\n"
            f"  actual:   {ending.verdict}: {brief(ending.message)}"
        )
    if end is None or end.outside:
        return _cut_off(recording)
    if (ending.verdict, ending.message) != (end.verdict, end.message):
        raise ReplayDiffers(
            f"{recording.folder}: after step {done}: another verdict\n"
            f"  expected: {end.verdict}: {brief(end.message)}\n"
            f"  actual:   {ending.verdict}: {brief(ending.message)}"
        )
    return ending


def recorded_checks(recording: Recording) -> tuple[CheckResult, ...]:
    """The checks as they were judged."""
    return tuple(
        CheckResult(
            kind=line.kind,
            what=line.what,
            passed=line.passed,
            expected=line.expected,
            actual=line.actual,
            seconds=line.timing.get("seconds", 0.0),
            weight=line.weight,
            picture=line.picture,
        )
        for line in recording.checks
        if line.line is None  # those of steps are told by the steps
    )
