"""Ignored regions: areas of the screen that may differ, such as a clock or an id. Frame pixels.

They are written by hand in the task (`masks:`), or learnt from replays that passed (`learn_ignored`) and kept
in `REC.masks.json` beside the recording. A target that lies in one is still looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import BadRecording
from agent.recording.disk import whole
from agent.recording.lines import LONGEST
from agent.recording.trajectory import trajectory_of
from tools.action import point_of
from tools.geometry import Box, Size
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.task import Task

_LARGEST = 0.1
"""Part of the screen that learnt regions may have, each and together: what differs more widely is another
state, not a clock."""


class IgnoredRegion(BaseModel):
    """One of them."""

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
    """All of a recording: those of its task, as it is today, and those that were learnt.

    Raises:
        BadRecording: the file of the learnt ones is damaged, or is another recording's.
    """
    by_hand = [IgnoredRegion(box=Box(*mask.box), why=mask.why) for mask in task.masks]
    return (*by_hand, *_read(recording))


def ignored_file(recording: Recording) -> Path:
    """Where what was learnt is kept."""
    return recording.folder.resolve().with_name(f"{recording.folder.resolve().name}.masks.json")


def store_ignored(recording: Recording, regions: Sequence[IgnoredRegion]) -> Path:
    """Write what was learnt, in place of what was learnt before; the file."""
    path = ignored_file(recording)
    text = _File(recording=recording.sum, masks=tuple(regions)).model_dump_json(indent=1)
    with whole(path) as file:
        file.write(text.encode() + b"\n")
    return path


def _read(recording: Recording) -> tuple[IgnoredRegion, ...]:
    path = ignored_file(recording)
    try:
        found = _File.model_validate_json(read_plain(path, LONGEST))
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        raise BadRecording(
            f"{path}: can't be read: {_first(error)}; learn the masks again, or remove it"
        ) from None
    if found.recording != recording.sum:
        raise BadRecording(f"{path}: is of another recording; learn the masks again, or remove it")
    size = Size(*recording.header.size)
    outside = [one.box for one in found.masks if not one.box.area or one.box.clip(size) != one.box]
    if outside:
        raise BadRecording(
            f"{path}: {outside[0]} is no area of the screen; learn the masks again, or remove it"
        )
    acted = trajectory_of(recording) if found.masks else ()
    if reason := next(reasons_against(found.masks, acted), None):
        raise BadRecording(f"{path}: {reason}; learn the masks again, or remove it")
    return found.masks


def reasons_against(regions: Sequence[IgnoredRegion], acted: Sequence[RecordedAction]) -> Iterator[str]:
    """Why regions must not be ignored, beginning with each by itself, in words: none where nothing is to say.

    Args:
        regions: All that are learnt.
        acted: What was recorded.
    """
    for region in regions:
        if reason := reason_against(region, acted):
            yield reason
    if acted and sum(region.box.area for region in regions) > _largest_area(acted):
        yield f"{len(regions)} places differ, together too much of the screen: it looks different now"


def reason_against(region: IgnoredRegion, acted: Sequence[RecordedAction]) -> str | None:
    """Why a region must not be ignored; None: nothing speaks against it."""
    box = region.box
    where = f"({box.left}, {box.top}) to ({box.right}, {box.bottom})"
    if acted and box.area > _largest_area(acted):
        return f"{where} differs, but it is too large for a mask: that is another state of the program"
    under = [one for one in acted if (point := point_of(one.action)) and box.contains(point)]
    if under:
        return f"{where} differs, but step {under[0].step} takes hold in it: a target is never masked"
    return None


def _largest_area(acted: Sequence[RecordedAction]) -> float:
    """Pixels that ignored regions may have, each and together."""
    size = acted[0].before.size
    return _LARGEST * size.width * size.height


def _first(error: OSError | ValidationError) -> str:
    if isinstance(error, OSError):
        return str(error.strerror)
    fault = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
