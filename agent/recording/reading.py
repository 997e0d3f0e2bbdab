"""Reading of a recording: every line's checksum and every frame's pixels are verified.

A torn last line (the writer was killed in it) is dropped. Without an end the run crashed: what is there still
stands, up to its last whole step.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agent.errors import BadRecording
from agent.printing.escapes import visible
from agent.recording.format import check_format
from agent.recording.lines import (
    DRAFT,
    FIRST_SUM,
    FORMAT,
    LONGEST,
    SESSION,
    TAIL,
    CheckLine,
    EndLine,
    Header,
    StepLine,
    parsed,
    verified,
)
from agent.recording.store import FRAMES, frame_size, read_frame
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.geometry import Size
    from tools.observation import Frame

MOST_PIXELS = 1_500_000_000
"""Of all frames of a recording, 6 GB in memory: 1,460 of 1280x800, 180 of 3840x2160."""
_READ = 500
"""Characters of what is wrong with a line."""
_MOST_TIMES = 16
"""Times the first screen's pixels that a later one may have: it was turned up, or has a second one."""
_FOREIGN = "the header is missing; this is not a recording"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording in memory."""

    folder: Path
    header: Header
    steps: tuple[StepLine, ...]
    checks: tuple[CheckLine, ...]
    end: EndLine | None
    """None: the run was cut off."""
    frames: dict[str, Frame] = field(default_factory=dict)
    """By digest; none after `load_lines`."""
    sum: str = FIRST_SUM
    """The last line's: what is kept beside a recording (heals, masks) names it, so as not to be taken for
    another's."""

    @property
    def digests(self) -> tuple[str, ...]:
        """Of all frames, each once, in order."""
        last = (self.end.frame,) if self.end and self.end.frame else ()
        return tuple(dict.fromkeys((*(step.frame for step in self.steps), *last)))


def load_recording(folder: Path) -> Recording:
    """Read a recording, frames included.

    Raises:
        BadRecording: it is missing, damaged, altered or of a newer format; with file and line.
    """
    recording = load_lines(folder)
    frames = _frames(folder / FRAMES, recording.digests, recording.header.size)
    return replace(recording, frames=frames)


def load_lines(folder: Path) -> Recording:
    """As `load_recording`, but its frames stay on disk: `agent.recording.store` reads them one by one.

    Raises:
        BadRecording: as there, but for frames.
    """
    path = folder / SESSION
    bodies = list(_bodies(path))
    lines = [_parsed(path, number, body) for number, body, _ in bodies]
    if not lines or not isinstance(lines[0], Header):
        raise BadRecording(f"{path}:1: {_FOREIGN}")
    header, rest = lines[0], lines[1:]
    if min(header.size) < 1:
        raise BadRecording(f"{path}:1: size: {header.size.width}x{header.size.height} is no screen")
    _check_order(path, rest)
    steps = tuple(line for line in rest if isinstance(line, StepLine))
    end = rest[-1] if rest and isinstance(rest[-1], EndLine) else None
    checks = tuple(line for line in rest if isinstance(line, CheckLine))
    return Recording(folder, header, steps, checks, end, sum=bodies[-1][2])


def last_sum(folder: Path) -> str | None:
    """The sum of a recording's last whole line; nothing else of it is believed. None where there is none.

    Raises:
        OSError: it can't be read.
    """
    try:
        whole, _, _torn = read_plain(folder / SESSION, LONGEST).rpartition(b"\n")
    except FileNotFoundError:
        return None
    found = TAIL.search(whole.rpartition(b"\n")[2].decode("utf-8", "replace"))
    return found[1] if found else None


def _frames(folder: Path, digests: tuple[str, ...], screen: Size) -> dict[str, Frame]:
    """All of them, once it is known that this machine can hold them: small files may become gigabytes."""
    pixels, most = 0, _MOST_TIMES * screen.width * screen.height
    for digest in digests:
        size = frame_size(folder, digest)
        if size.width * size.height > most:
            raise BadRecording(
                f"{folder / digest}.webp: {size.width}x{size.height} is no frame of a screen that began as "
                f"{screen.width}x{screen.height}: the recording was altered"
            )
        pixels += size.width * size.height
    if pixels > MOST_PIXELS:
        raise BadRecording(
            f"{folder}: its frames have {pixels:,} pixels, and no more than {MOST_PIXELS:,} can be held"
        )
    return {digest: read_frame(folder, digest) for digest in digests}


def _bodies(path: Path) -> Iterator[tuple[int, str, str]]:
    """Number, text (without its sum) and sum of each whole line."""
    try:
        text = read_plain(path, LONGEST).decode("utf-8", "surrogatepass")
    except (FileNotFoundError, NotADirectoryError):
        raise BadRecording(f"{path.parent}: is not a recording: {_missing(path)}") from None
    except UnicodeDecodeError as error:
        raise BadRecording(f"{path}: byte {error.start} is not UTF-8: the recording was altered") from None
    except OSError as error:
        raise BadRecording(f"{path}: can't be read: {error.strerror}") from None
    whole, _, _torn = text.rpartition("\n")
    total = FIRST_SUM
    for number, line in enumerate(whole.split("\n") if whole else [], 1):
        checked = verified(line, total)
        if checked is None:
            if number == 1:
                check_format(f"{path}:1", line, FORMAT, _FOREIGN)
            raise BadRecording(
                f"{path}:{number}: the line was altered or one before it removed: its sum is wrong"
            )
        body, total = checked
        if number == 1:
            check_format(f"{path}:1", body, FORMAT, _FOREIGN)
        yield number, body, total


def _missing(path: Path) -> str:
    if path.with_name(DRAFT).exists():
        return (
            "its run was cut off before the first look, or is about to take it; it can be recorded into again"
        )
    return f"it has no {path.name}"


def _parsed(path: Path, number: int, body: str) -> Header | StepLine | CheckLine | EndLine:
    try:
        return parsed(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        told = visible(f"{where}: {first['msg']}")[:_READ]  # both may quote what the recording holds
        raise BadRecording(f"{path}:{number}: {told}") from None
    except (ValueError, RecursionError):
        raise BadRecording(
            f"{path}:{number}: is no JSON that can be read: the recording was altered"
        ) from None


def _check_order(path: Path, rest: list[Header | StepLine | CheckLine | EndLine]) -> None:
    """Steps counted from 1, then checks, then the end; the header stands above them."""
    rank = {"session": 3, "step": 0, "check": 1, "end": 2}
    reached, steps = 0, 0
    for number, line in enumerate(rest, 2):
        if rank[line.event] < reached or line.event == "session" or reached == rank["end"]:
            raise BadRecording(f"{path}:{number}: a {line.event} line has no place here")
        reached = rank[line.event]
        if isinstance(line, StepLine):
            steps += 1
            if line.index != steps:
                raise BadRecording(f"{path}:{number}: step {line.index} where step {steps} belongs")
