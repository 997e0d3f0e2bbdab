"""Installed skill: what a place holds beside what comes with deskhand, and bringing it up to date.

A note beside the files names the version and the sum of each as it was written. So a file that somebody has
changed is told from one of an older version.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from agent import __version__
from agent.errors import BadInput
from agent.recording.disk import cannot, whole
from agent.skill.content import files
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from pathlib import Path

    from agent.skill.places import Place

    State = Literal["absent", "current", "older", "changed"]

NOTE = ".deskhand.json"
_LARGEST = 1_000_000
"""Bytes of a file that is compared."""
_PAGE = re.compile(r"(?:references/)?[\w-]+\.md")
"""What a note may name: it lies in a folder that others write to."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What a place holds."""

    state: State
    version: str = ""
    """That wrote it, as its note says; empty: unknown."""
    changed: tuple[str, ...] = ()
    """Files that are neither of this version nor as they were written."""
    stale: tuple[str, ...] = ()
    """Files that were written and are no part of this version."""
    missing: tuple[str, ...] = ()
    """Files of this version that are to be written."""


def examine(place: Place) -> Installed:
    """What a place holds now. Raises BadInput: it is no folder, leads elsewhere, or can't be read."""
    folder = place.folder
    place.check(folder / NOTE)
    if not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise BadInput(f"{folder}: is no folder; move it away")
        return Installed("absent", missing=tuple(files()))
    version, written = _note(folder)
    ours = {path: _sum(text.encode()) for path, text in files().items()}
    found = {path: _sum_of(place, path) for path in {**ours, **written}}
    changed = tuple(
        path for path, sum_ in found.items() if sum_ and sum_ not in (ours.get(path), written.get(path))
    )
    missing = tuple(path for path in ours if found[path] != ours[path])
    stale = tuple(path for path in written if path not in ours and found[path])
    state: State = "changed" if changed else "older" if missing or stale else "current"
    return Installed(state, version, changed, stale, missing)


def install(place: Place, found: Installed) -> None:
    """Bring a place up to date. Files of the folder that are not the skill's stay.

    Args:
        place: where.
        found: what `examine` found there.

    Raises:
        BadInput: it can't be written.
        EnvironmentFault: the disk is full.
    """
    folder = place.folder
    try:
        for path in found.missing:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole(target) as file:
                file.write(files()[path].encode())
        for path in found.stale:
            (folder / path).unlink()
        sums = {path: _sum(text.encode()) for path, text in files().items()}
        with whole(folder / NOTE) as file:
            file.write(json.dumps({"version": __version__, "files": sums}, indent=1).encode() + b"\n")
    except OSError as error:
        advice = "name another folder with --project, or make it writable"
        raise cannot(str(folder), "be written", error, advice) from None


def _note(folder: Path) -> tuple[str, dict[str, str]]:
    """The version and the sums that a note names; of one that is missing or damaged, nothing."""
    try:
        note: Any = json.loads(read_plain(folder / NOTE, _LARGEST))
        sums = {path: str(sum_) for path, sum_ in note["files"].items() if _PAGE.fullmatch(path)}
        return str(note["version"]), sums
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return "", {}


def _sum_of(place: Place, path: str) -> str:
    """The sum of a file that is there; of a link a word, of none nothing. Raises BadInput: no plain file."""
    file = place.folder / path
    place.check(file)
    try:
        if file.is_symlink():
            return "a link"
        return _sum(read_plain(file, _LARGEST)) if file.exists() else ""
    except OSError as error:
        raise BadInput(f"{file}: can't be read: {error.strerror}; move it away") from None


def _sum(content: bytes) -> str:
    """Of a text, however its lines end: Git may check it out with others."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()
