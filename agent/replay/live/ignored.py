"""Areas in which screens may differ: clocks, ids, whatever else is not the task's business. Frame pixels.

They come from the task (`masks:`), by hand, and from `REC.masks.json` beside the recording, learnt from
replays that passed. A mask only says that a difference is no news; a target under one is still looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import BadRecording
from agent.replay.live.compare.frame_diff import differences
from tools.action import point_of
from tools.geometry import Box, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.task import Task
    from tools.observation import Frame

_MARGIN = 4
"""Pixels added around what differed: the next value may be wider."""
_LARGEST = 0.1
"""Part of the screen that masks may hide, each and together; what differs more widely is another state, not a
clock."""


class IgnoredRegion(BaseModel):
    """One such area."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    box: Box
    step: int | None = None
    """The recorded step on whose screen it counts; None: every step's."""
    why: str = ""


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal[1] = 1
    recording: str
    """The sum of the recording's last line."""
    masks: tuple[IgnoredRegion, ...]


def load_ignored(recording: Recording, task: Task) -> tuple[IgnoredRegion, ...]:
    """All masks of a recording: those of its task, as it is today, and those learnt.

    Raises:
        BadRecording: the file of the learnt ones is damaged, or is another recording's.
    """
    by_hand = [IgnoredRegion(box=Box(*mask.box), why=mask.why) for mask in task.masks]
    return (*by_hand, *_read(recording))


def ignored_file(recording: Recording) -> Path:
    """Where what was learnt is kept."""
    return recording.folder.resolve().with_name(f"{recording.folder.resolve().name}.masks.json")


def store_ignored(recording: Recording, masks: Sequence[IgnoredRegion]) -> Path:
    """Write what was learnt, in place of what was learnt before; the file."""
    path = ignored_file(recording)
    draft = path.with_suffix(".part")
    draft.write_text(
        _File(recording=recording.sum, masks=tuple(masks)).model_dump_json(indent=1) + "\n", "utf-8"
    )
    draft.replace(path)
    return path


def learnt(
    trajectory: Sequence[RecordedAction], runs: Iterable[Mapping[int, Frame]]
) -> tuple[tuple[IgnoredRegion, ...], tuple[str, ...]]:
    """What differed from the recorded screens in replays that passed; and what must not be masked, in words.

    What differs between two replays differs from the recording in at least one of them, so they need not be
    compared with each other.

    Args:
        trajectory: What was recorded.
        runs: For each replay, the screen that each recorded step was decided on.
    """
    seen: list[tuple[Box, set[int]]] = []
    for frames in runs:
        for recorded_action in trajectory:
            for box in differences(recorded_action.before, frames[recorded_action.step]):
                _add(seen, box.grow(_MARGIN).clip(recorded_action.before.size), recorded_action.step)
    masks = [
        IgnoredRegion(
            box=box, step=None if len(steps) > 1 else min(steps), why="differed between replays that passed"
        )
        for box, steps in seen
    ]
    objections = {mask: _objection(mask, trajectory) for mask in masks}
    kept = tuple(mask for mask in masks if objections[mask] is None)
    said = tuple(words for words in objections.values() if words is not None)
    if sum(mask.box.area for mask in kept) > _most(trajectory):
        return (), (
            *said,
            f"{len(kept)} places differ, together too much of the screen: it looks different now",
        )
    return kept, said


def _most(trajectory: Sequence[RecordedAction]) -> float:
    """The most pixels that masks may hide."""
    size = trajectory[0].before.size
    return _LARGEST * size.width * size.height


def _add(seen: list[tuple[Box, set[int]]], box: Box, step: int) -> None:
    """Join a box with those that it touches, and with those that the joined one touches."""
    steps = {step}
    while other := next((one for one in seen if one[0].overlap(box).area), None):
        seen.remove(other)
        box, steps = box.union(other[0]), steps | other[1]
    seen.append((box, steps))


def _objection(mask: IgnoredRegion, trajectory: Sequence[RecordedAction]) -> str | None:
    box = mask.box
    where = f"({box.left}, {box.top}) to ({box.right}, {box.bottom})"
    if box.area > _most(trajectory):
        return f"{where} differs, but it is too large for a mask: that is another state of the program"
    under = [one for one in trajectory if (point := point_of(one.action)) and box.contains(point)]
    if under:
        return f"{where} differs, but step {under[0].step} takes hold in it: a target is never masked"
    return None


def _read(recording: Recording) -> tuple[IgnoredRegion, ...]:
    path = ignored_file(recording)
    try:
        found = _File.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        raise BadRecording(
            f"{path}: can't be read: {_first(error)}; learn the masks again, or remove it"
        ) from None
    if found.recording != recording.sum:
        raise BadRecording(f"{path}: is of another recording; learn the masks again, or remove it")
    size = Size(*recording.header.size)
    outside = [mask.box for mask in found.masks if not mask.box.area or mask.box.clip(size) != mask.box]
    if outside:
        raise BadRecording(
            f"{path}: {outside[0]} is no area of the screen; learn the masks again, or remove it"
        )
    return found.masks


def _first(error: OSError | ValidationError) -> str:
    if isinstance(error, OSError):
        return str(error.strerror)
    fault = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
