"""Plan of the runs to do, and the folder that each gets when its turn comes."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.recording.claim import check_folder
from agent.recording.disk import cannot
from agent.runs.planning.work_folder import WorkFolder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.task import Run

_ELSEWHERE = "go to a folder that can be written"
RUNS = Path("runs")
"""Where runs leave their folder, logs and recording."""
WORKDIR = "workdir"
"""What `${workdir}` is called in a run's folder."""
_LONGEST = 150
"""Bytes of a label in a file's name: of the 255 that file systems take a time and a number need some."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The folder of one run, which nobody else uses: `runs/20261123-201530-fill_form`."""

    label: str
    """The run's name."""
    path: Path
    recording: Path
    """Where it is recorded; not necessarily in `path`."""
    work_folder: WorkFolder
    line: int = 1
    """Where the run stands in its task file, or in `csv`."""
    csv: str | None = None
    """The file whose row it is."""

    @property
    def workdir(self) -> Path:
        """What `${workdir}` stands for; absolute."""
        return self.work_folder.path


@dataclass(frozen=True, slots=True)
class Planned:
    """One run to be done: which, under what name, recorded where."""

    run: Run
    label: str
    record: Path | None
    """None: in the run's own folder."""
    home: Path | None = None
    """The run's own folder, which is made if need be; None: a new one in `runs/`."""

    def new_folder(self) -> RunFolder:
        """Make the run's folder.

        Raises:
            BadInput: it can't be made.
            EnvironmentFault: the disk is full, or there is no place for its work folder.
        """
        path = _made(self.home, anew=False) if self.home else new_home(self.label)
        work_folder = WorkFolder(path / WORKDIR, folder_name(self.run.file.id))
        record = self.record or path / "recording"
        return RunFolder(self.label, path, record, work_folder, self.run.where[1], self.csv)

    @property
    def csv(self) -> str | None:
        """The file whose row the run is, if it is one."""
        path = self.run.where[0]
        return None if path == self.run.file.document.path else str(path)

    def again(self, number: int) -> Planned:
        """The run once more; a new recording goes beside that of the first time: `DIR-retry1`."""

        def retry(path: Path | None) -> Path | None:
            return path and path.with_name(f"{path.name}-retry{number}")

        return replace(self, record=retry(self.record), home=retry(self.home))


def plan(runs: Sequence[Run], repeat: int, record: Path | None, *, fresh: bool = True) -> list[Planned]:
    """Every run as often as asked for, each with a name and a recording folder of its own.

    `fresh`: the folders must be free for new recordings.

    Raises:
        BadInput: a recording folder is in use; nothing was started.
    """
    several = len(runs) * repeat > 1
    planned = []
    for run in runs:
        for turn in range(1, repeat + 1):
            label = label_of(run) + (f" #{turn}" if repeat > 1 else "")
            folder = record / folder_name(label) if record and several else record
            planned.append(Planned(run, label, folder))
    _check_folders([one.record for one in planned if one.record], record, fresh=fresh)
    return planned


def label_of(run: Run) -> str:
    """What a run is called: its task's name, with its case where there are several."""
    return run.resolve(Path(WORKDIR)).label


def _check_folders(folders: list[Path], record: Path | None, *, fresh: bool) -> None:
    for folder in folders:
        if folders.count(folder) > 1:
            raise BadInput(
                f"--record {record}: two runs would both record in {folder}; give them different ids"
            )
        if fresh:
            check_folder(folder)


def new_home(label: str, runs: Path = RUNS, advice: str = _ELSEWHERE) -> Path:
    """A run's own folder, made, which nobody else gets. Raises as `Planned.new_folder`.

    Args:
        label: of the run.
        runs: gets the folder.
        advice: where it can't be made.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for attempt in count(1):
        folder = runs / (f"{stamp}-{folder_name(label)}" + (f"-{attempt}" if attempt > 1 else ""))
        with suppress(FileExistsError):
            return _made(folder, anew=True, advice=advice)
    raise AssertionError("count() never ends")


def _made(folder: Path, *, anew: bool, advice: str = _ELSEWHERE) -> Path:
    """The folder, made. Raises FileExistsError if it is to be a new one and there is one."""
    try:
        folder.mkdir(parents=True, exist_ok=not anew)
    except OSError as error:
        if anew and isinstance(error, FileExistsError):
            raise
        raise cannot(str(folder), "make the run's folder", error, advice) from None
    return folder


def folder_name(label: str) -> str:
    """A name for the files of a run, never one that leads elsewhere or hides them (`..`, `.x`).

    Of a long label it is the beginning, and a digest to tell it from others.
    """
    name = re.sub(r"[^\w.-]+", "_", label).lstrip("_.").rstrip("_") or "run"
    if len(name.encode()) <= _LONGEST:
        return name
    begin = name.encode()[:_LONGEST].decode(errors="ignore")
    return f"{begin}-{hashlib.sha256(label.encode()).hexdigest()[:8]}"
