"""Parcel: the tries at one attempt and their recordings as bytes, for machines that share no disk."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agent.bench.results.folder import new_recording
from agent.bench.results.reading import RECORDINGS
from agent.errors import BadRecording
from agent.recording.disk import cannot, whole
from agent.recording.lines import SESSION
from agent.recording.reading import load_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.results.attempt import Attempt

    Files = dict[str, bytes]

MOST_BYTES = 512 << 20
"""Of all files. Each is in memory several times on its way."""

_WRITERS = 8


class TooLarge(Exception):
    """The recordings of an attempt have more bytes than are sent."""


class Damaged(Exception):
    """What has arrived is not what was sent, or not what the attempt tells of."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What came of one order."""

    attempts: tuple[Attempt, ...]
    """All tries, the last one last."""
    recordings: dict[str, Files]
    """Name of a recording's folder -> its files by their paths in it, with `/`."""
    digest: str
    """SHA-256 of both."""


def packed(attempts: Sequence[Attempt], out: Path | None = None) -> Parcel:
    """The tries at an attempt, and all that they left in a results folder of their own, if they had one.

    Raises:
        TooLarge: it is too much to be sent.
    """
    recordings = _read(out / RECORDINGS) if out else {}
    return Parcel(tuple(attempts), recordings, _digest(attempts, recordings))


def _read(folder: Path) -> dict[str, Files]:
    folders = sorted(folder.glob("*"), key=lambda one: (len(one.name), one.name))
    found = {one: [file for file in sorted(one.rglob("*")) if file.is_file()] for one in folders}
    size = sum(file.stat().st_size for files in found.values() for file in files)
    if size > MOST_BYTES:
        raise TooLarge(f"its recordings have {size >> 20:,} MB, and no more than {MOST_BYTES >> 20} are sent")
    return {
        one.name: {file.relative_to(one).as_posix(): file.read_bytes() for file in files}
        for one, files in found.items()
    }


def unpacked(parcel: Parcel, item: Item, repeat: int, out: Path) -> list[Attempt]:
    """The tries, once their recordings are on disk in the results folder; there each has a name of its own.

    Raises:
        Damaged: it is not what was sent, or an attempt names another recording; the latter is left there.
        EnvironmentFault: the disk is full.
    """
    if _digest(parcel.attempts, parcel.recordings) != parcel.digest:
        raise Damaged("it is not what was sent")
    named = {}
    for name, files in parcel.recordings.items():
        folder = new_recording(out, item.name, item.seed, repeat)
        _write(folder, files)
        named[f"{RECORDINGS}/{name}"] = folder
    return [_placed(attempt, named, out) for attempt in parcel.attempts]


def _write(folder: Path, files: Files) -> None:
    """All of them, some at a time, for each waits for the disk; what names the others comes last."""

    def write(name: str) -> None:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise Damaged(f"{name!r} is no file of a recording")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with whole(folder / path) as file:
            file.write(files[name])

    try:
        with ThreadPoolExecutor(_WRITERS) as writers:
            for _ in writers.map(write, files.keys() - {SESSION}):
                pass
        if SESSION in files:
            write(SESSION)
    except OSError as error:
        raise cannot(str(folder), "be written", error, "name another folder with --out") from None


def _placed(attempt: Attempt, named: dict[str, Path], out: Path) -> Attempt:
    if attempt.recording is None:
        return attempt
    folder = named.get(attempt.recording)
    try:
        if folder is None or load_lines(folder).sum != attempt.digest:
            raise Damaged(f"{attempt.recording} is not the recording that its attempt names")
    except BadRecording as fault:
        raise Damaged(str(fault)) from None
    return attempt.model_copy(update={"recording": folder.relative_to(out).as_posix()})


def _digest(attempts: Sequence[Attempt], recordings: dict[str, Files]) -> str:
    digest = hashlib.sha256()
    for attempt in attempts:
        digest.update(hashlib.sha256(attempt.model_dump_json().encode("utf-8", "surrogatepass")).digest())
    for name, files in recordings.items():
        for file, content in {f"{name}/": b"", **files}.items():
            digest.update(hashlib.sha256(file.encode("utf-8", "surrogatepass")).digest())
            digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()
