"""Recordings found in folders: of one run, of many, of several CI jobs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.recording.store import FRAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DEEPEST = 12
"""Folders below one another that are looked into."""


def found_in(places: Iterable[Path]) -> list[Path]:
    """The recordings that some folders are, or hold at any depth; each once, in order.

    Raises:
        BadInput: a folder is not there, or there is no recording in it.
    """
    found: dict[Path, Path] = {}
    for place in places:
        if not place.is_dir():
            raise BadInput(f"{place}: is no folder; name a recording, or a folder with recordings in it")
        below = list(_below(place))
        if not below:
            raise BadInput(f"{place}: holds no recording (a folder with a {SESSION})")
        for folder in below:
            found.setdefault(folder.resolve(), folder)
    return list(found.values())


def _below(place: Path) -> Iterator[Path]:
    """Recordings in a folder, which links do not lead out of."""
    for at, folders, files in os.walk(place):
        folder = Path(at)
        if SESSION in files:
            yield folder
            folders[:] = []
            continue
        deep = len(folder.relative_to(place).parts)
        folders[:] = sorted(name for name in folders if name != FRAMES and deep < _DEEPEST)
