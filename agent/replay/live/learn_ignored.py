"""Learning of ignored regions from what differed in replays that passed. Frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences
from agent.replay.live.ignored import IgnoredRegion, reason_against, reasons_against

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agent.recording.trajectory import RecordedAction
    from tools.geometry import Box
    from tools.observation import Frame

_MARGIN = 4
"""Pixels added around what differed: the next value may be wider."""
_WHY = "differed between replays that passed"


def learn_ignored(
    trajectory: Sequence[RecordedAction], runs: Iterable[Mapping[int, Frame]]
) -> tuple[tuple[IgnoredRegion, ...], tuple[str, ...]]:
    """The regions that differed from the recorded screens; and why others must not be ignored, in words.

    What differs between two replays differs from the recording in at least one of them, so they need not be
    compared with each other.

    Args:
        trajectory: What was recorded.
        runs: For each replay that passed, the screen that each recorded step was decided on.
    """
    seen: list[tuple[Box, set[int]]] = []
    for frames in runs:
        for recorded_action in trajectory:
            for box in differences(recorded_action.before, frames[recorded_action.step]):
                _add(seen, box.grow(_MARGIN).clip(recorded_action.before.size), recorded_action.step)
    regions = [
        IgnoredRegion(box=box, step=None if len(steps) > 1 else min(steps), why=_WHY) for box, steps in seen
    ]
    reasons = {region: reason_against(region, trajectory) for region in regions}
    kept = tuple(region for region, reason in reasons.items() if reason is None)
    against = tuple(reason for reason in reasons.values() if reason is not None)
    too_much = tuple(reasons_against(kept, trajectory))
    return () if too_much else kept, (*against, *too_much)


def _add(seen: list[tuple[Box, set[int]]], box: Box, step: int) -> None:
    """Join a box with those that it touches, and with those that the joined one touches."""
    steps = {step}
    while other := next((one for one in seen if one[0].overlap(box).area), None):
        seen.remove(other)
        box, steps = box.union(other[0]), steps | other[1]
    seen.append((box, steps))
