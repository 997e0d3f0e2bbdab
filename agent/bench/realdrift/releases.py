"""`ReleaseSet`: the folder of the data: releases of programs, their recordings, what should be saved."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

LIST = "set.json"
_RECORDINGS = "recordings"
_NO_PART = frozenset({"build", "venvs", "__pycache__"})
"""Folders below the data's that hold what releases were made of, and are no part of them."""


class Release(BaseModel):
    """One release of a program or of a library that draws one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    """Such as `antd-5`."""
    library: str
    """What it is a release of."""
    command: tuple[str, ...] = ()
    """Starts its program, where that needs an interpreter of its own."""
    versions: dict[str, str] = {}
    """Package -> its version."""


class _Listed(BaseModel):
    """`set.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    task: str
    """The task file's name."""
    releases: tuple[Release, ...]
    """Of each library the older ones first."""
    regressions: tuple[str, ...]
    """Faults that the programs can have."""
    wanted: JsonValue
    """What is saved when the task is done as it should be."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A release that was recorded, and a later one of the same library."""

    library: str
    recorded: str
    replayed: str

    def __str__(self) -> str:
        return f"{self.recorded} on {self.replayed}"


class ReleaseSet:
    """The data.

    Args:
        folder: with `set.json`, the task file, the programs, and `recordings/RELEASE`.

    Raises:
        BadInput: it is no such folder.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / LIST
        try:
            self._listed = _Listed.model_validate_json(path.read_bytes())
        except OSError as error:
            said = error.strerror or error
            raise BadInput(
                f"{path}: can't be read ({said}); make the folder with `python -m benchmarks.realdrift DIR`"
            ) from None
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise BadInput(f"{path}: {where}: {first['msg']}; make the folder anew") from None
        self.folder = folder

    @property
    def task(self) -> Path:
        """The task file."""
        return self.folder / self._listed.task

    @property
    def regressions(self) -> tuple[str, ...]:
        """The faults that the programs can have."""
        return self._listed.regressions

    @property
    def wanted(self) -> JsonValue:
        """What is saved when the task is done as it should be."""
        return self._listed.wanted

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Each recorded release with each later one of its library."""
        return tuple(
            Pair(first.library, first.name, later.name)
            for first, later in combinations(self._listed.releases, 2)
            if first.library == later.library and self.recording(first.name).is_dir()
        )

    def recording(self, release: str) -> Path:
        """The folder of a release's recording."""
        return self.folder / _RECORDINGS / release

    def digest(self) -> str:
        """SHA-256 of all files that replays hang on."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.rglob("*")):
            inner = path.relative_to(self.folder)
            if path.is_file() and not _NO_PART.intersection(inner.parts):
                told = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{json.dumps(inner.as_posix())} {told}\n".encode())
        return digest.hexdigest()
