"""Runs found in folders: recordings, and the results of runs that came to none; of one job, or of several."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.recording.store import FRAMES
from agent.runs.report.kept import SUFFIX, kept_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DEEPEST = 12
"""Folders below one another that are looked into."""


@dataclass(frozen=True, slots=True)
class Found:
    """A run's recording, or where it would be."""

    folder: Path
    job: str = ""
    """Which of several folders it was found in, as a reader tells them apart; "" where there is one."""


def found_in(places: Sequence[Path]) -> list[Found]:
    """The runs that some folders are, or hold at any depth; each once, in order.

    Raises:
        BadInput: a folder is not there, or there is no run in it.
    """
    found: dict[Path, Found] = {}
    for place, job in zip(places, _jobs(places), strict=True):
        if not place.is_dir() and kept_path(place).is_file():
            found.setdefault(place.resolve(), Found(place))
            continue
        if not place.is_dir():
            raise BadInput(f"{place}: is no folder; name a recording, or a folder with recordings in it")
        below = list(_below(place))
        if not below:
            raise BadInput(f"{place}: holds no recording (a folder with a {SESSION})")
        for folder in below:
            found.setdefault(folder.resolve(), Found(folder, "" if folder == place else job))
    return _told_apart(list(found.values()), places)


def _below(place: Path) -> Iterator[Path]:
    """Runs in a folder, which links do not lead out of."""
    for at, folders, files in os.walk(place):
        folder = Path(at)
        if SESSION in files:
            yield folder
            folders[:] = []
            continue
        deep = len(folder.relative_to(place).parts)
        folders[:] = sorted(name for name in folders if name != FRAMES and deep < _DEEPEST)
        names = sorted(name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX))
        yield from (folder / name for name in names if not (folder / name / SESSION).is_file())


def _jobs(places: Sequence[Path]) -> list[str]:
    """What is not the same in the folders' paths."""
    if len(places) < 2:  # noqa: PLR2004
        return [""] * len(places)
    parts = [place.resolve().parts for place in places]
    same = takewhile(lambda names: len(set(names)) == 1, zip(*(part[:-1] for part in parts), strict=False))
    length = len(list(same))
    return ["/".join(part[length:]) for part in parts]


def _told_apart(found: list[Found], places: Iterable[Path]) -> list[Found]:
    """One folder that holds those of several jobs: each is a folder in it with at least two runs."""
    [place, *others] = places
    if others:
        return found
    first = [one.folder.relative_to(place).parts[:1] for one in found]
    several = {name for name in first if name and first.count(name) > 1}
    if len(several) < 2 or not all(name in several for name in first):  # noqa: PLR2004
        return found
    return [replace(one, job=name[0]) for one, name in zip(found, first, strict=True)]
