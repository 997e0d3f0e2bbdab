"""Kept result: what a run told beyond its recording, in `REC.result.json` beside it, for reports made later.

The recording itself is signed and never altered; it knows nothing of retries, heals and tags, and there is
none where a run failed before its first look.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.errors import BadRecording
from agent.printing.escapes import as_json
from agent.recording.disk import whole
from agent.recording.format import check_format
from agent.recording.reading import last_sum
from agent.runs.report.result import Result
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 1
"""Raised when an older deskhand could misread what a newer one writes."""
SUFFIX = ".result.json"
_LARGEST = 50_000_000
"""Bytes."""


class Kept(BaseModel):
    """A result as it is kept."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    format: Literal[1] = 1
    recording: str | None
    """The sum of the recording's last line; None: there is no recording."""
    run: str
    """The same for all attempts at one run."""
    attempt: int = Field(default=1, ge=1, le=10_000)
    ended: str
    """ISO 8601, UTC."""
    result: Result


def new_run() -> str:
    """What tells one run from all others."""
    return secrets.token_hex(8)


def keep(result: Result, run: str | None = None, attempt: int = 1) -> None:
    """Keep a result; what keeps it from being kept is no fault of the run.

    Args:
        result: whose recording, or whose run's folder, says where.
        run: as `new_run` has it; None: one of its own.
        attempt: from 1.
    """
    folder = _folder_of(result)
    if folder is None:
        return
    ended = datetime.now(UTC).isoformat(timespec="seconds")
    with suppress(OSError):  # the disk is full, say
        kept = Kept(
            recording=last_sum(folder), run=run or new_run(), attempt=attempt, ended=ended, result=result
        )
        with whole(kept_path(folder)) as file:
            file.write(f"{as_json(kept.model_dump(mode='json'), indent=1)}\n".encode())


def keep_all(results: Sequence[Result]) -> None:
    """Keep the attempts at one run, in order."""
    run = new_run()
    for attempt, result in enumerate(results, 1):
        keep(result, run, attempt)


def kept_path(recording: Path) -> Path:
    """Where the result of a recording is kept."""
    return recording.with_name(f"{recording.name}{SUFFIX}")


def load_kept(recording: Path, sum_: str | None) -> Kept | None:
    """The kept result of a recording; None where there is none, or it is of another recording.

    Args:
        recording: its folder, which need not be there.
        sum_: of its last line; None: there is no recording.

    Raises:
        BadRecording: it can't be read, or is of a newer format.
    """
    path = kept_path(recording)
    try:
        text = read_plain(path, _LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadRecording(f"{path}: can't be read: {error.strerror}") from None
    check_format(str(path), text, FORMAT, "it is no result that deskhand kept")
    try:
        kept = Kept.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise BadRecording(f"{path}: {where}: {first['msg']}") from None
    return kept if kept.recording == sum_ else None


def _folder_of(result: Result) -> Path | None:
    """The recording's folder, or the one that it would have had."""
    if result.recording:
        return Path(result.recording)
    return Path(result.workdir).with_name("recording") if result.workdir else None
