"""Same screens: whether a run without a step went on as the run with it, all that was seen of it.

What a step does need not show: a file is written. So this is asked of steps alone that do nothing but what
later screens show (`agent.models.reader.variants.StepVariants.shows`).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.live.compare.frame_diff import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from agent.recording.trajectory import RecordedAction


def goes_on_the_same(whole: Path, without: Path) -> bool:
    """Whether two recordings differ in nothing but actions that the first one has more.

    Args:
        whole: Of the task as it is, which passed.
        without: Of a run that left a step out, and passed.
    """
    try:
        then, now = (trajectory_of(load_recording(folder)) for folder in (whole, without))
    except BadInput:  # it is damaged, or nothing was done: nobody knows
        return False
    return differ_by_more_actions(then, now)


def differ_by_more_actions(then: Sequence[RecordedAction], now: Sequence[RecordedAction]) -> bool:
    """Whether the first of two runs differs from the second in nothing but actions in the midst of it."""
    before = _count(one.action == other.action for one, other in zip(then, now, strict=False))
    behind = _count(_is_same(one, other) for one, other in zip(then[::-1], now[::-1], strict=False))
    return behind > 0 and len(now) < len(then) and before + behind >= len(now)


def _is_same(one: RecordedAction, other: RecordedAction) -> bool:
    """Whether two actions are equal, and so are the screens before and after them."""
    screens = ((one.before, other.before), (one.after, other.after))
    return one.action == other.action and not any(
        then.size != now.size or differences(then, now) for then, now in screens
    )


def _count(found: Iterable[bool]) -> int:
    """How many are true before the first that is not."""
    return sum(takewhile(bool, found))
