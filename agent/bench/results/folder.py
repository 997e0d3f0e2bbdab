"""Results folder that a run writes: begun anew or gone on with, a line an attempt, each on disk at once."""

from __future__ import annotations

import errno
import json
import os
import re
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

from agent.bench.results.lines import digest_of, line_of
from agent.bench.results.reading import CONFIG, LINES, RECORDINGS, SUMMARY, read_config, read_lines
from agent.errors import BadInput
from agent.interrupts import check, held
from agent.recording.disk import cannot, sync, whole

with suppress(ImportError):  # Windows has none
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO, Self

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config
    from agent.bench.summary import Summary

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80
_ADVICE = "name another folder with --out"


class ResultsFolder:
    """A results folder that this run alone writes to.

    Args:
        path: made, if it is not there.
        config: written first; a folder that holds another one's results is refused.

    Raises:
        BadInput: it holds something else, was altered, or another run writes to it.
        EnvironmentFault: the disk is full.
    """

    def __init__(self, path: Path, config: Config) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._refuse_others()
            self._file = (path / LINES).open("ab", buffering=0)
        except OSError as error:
            raise cannot(f"--out {path}", "be written", error, _ADVICE) from None
        try:
            self._hold()
            self.config = self._begun(config)
            self.attempts, self.last = self._lines()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def append(self, attempt: Attempt) -> None:
        """Write an attempt's line; it is on disk, and counted, when this returns or raises an interrupt.

        Raises:
            EnvironmentFault: the disk is full.
            KeyboardInterrupt: a signal came meanwhile.
        """
        with held(), self._writing(LINES):
            line = line_of(attempt, self.last)
            if self._file.write(line + b"\n") <= len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            sync(self._file)
            self.last = digest_of(line)
            self.attempts.append(attempt)
        check()

    def write_summary(self, summary: Summary) -> None:
        """Write `summary.json` in place of an older one.

        Raises:
            EnvironmentFault: the disk is full.
        """
        with self._writing(SUMMARY), whole(self.path / SUMMARY) as file:
            file.write(json.dumps(summary.model_dump(mode="json"), indent=1, ensure_ascii=False).encode())

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise cannot(str(self.path / name), "be written", error, _ADVICE) from None

    def _refuse_others(self) -> None:
        """Refuse a folder with something in it that is no results folder."""
        if any(self.path.iterdir()) and not {CONFIG, LINES} & {one.name for one in self.path.iterdir()}:
            raise BadInput(f"--out {self.path}: is not empty and holds no results; {_ADVICE}")

    def _hold(self) -> None:
        if "fcntl" not in globals():
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # ends with the process
        except BlockingIOError:
            raise BadInput(f"--out {self.path}: another run writes its results here; {_ADVICE}") from None

    def _begun(self, config: Config) -> Config:
        """The configuration that stands there, or else this one, written."""
        if not (self.path / CONFIG).exists():
            if self._file.tell():
                raise BadInput(f"--out {self.path}: {CONFIG} is missing; {_ADVICE}")
            with whole(self.path / CONFIG) as file:
                file.write(config.content())
            (self.path / RECORDINGS).mkdir(exist_ok=True)
            return config
        before = read_config(self.path)
        if differs := before.differences(config):
            listed = "\n".join(f"  {line}" for line in differs)
            raise BadInput(
                f"--out {self.path}: holds the results of another configuration:\n{listed}", _ADVICE
            )
        return before

    def _lines(self) -> tuple[list[Attempt], str]:
        """The attempts so far; a torn last line is cut off."""
        found, last = read_lines(self.path / LINES, self.config.digest())
        _cut_torn(self.path / LINES)
        return list(found), last


def _cut_torn(path: Path) -> None:
    content = path.read_bytes()
    end = content.rfind(b"\n") + 1
    if end < len(content):
        file: BinaryIO
        with path.open("r+b") as file:
            file.truncate(end)
            sync(file)


def new_recording(out: Path, item: str, seed: int, repeat: int) -> Path:
    """A new empty folder for an attempt's recording: of a killed attempt there may be one already.

    Args:
        out: the results folder.
        item: the item's name; what a file's name can't hold is left out.
        seed: its variant.
        repeat: counted from 0.
    """
    name = f"{_UNSAFE.sub('-', item)[:_LONGEST].strip('-.') or 'item'}-s{seed}-r{repeat}"
    for number in count():
        folder = out / RECORDINGS / (f"{name}-{number}" if number else name)
        with suppress(FileExistsError):
            folder.mkdir(parents=True)
            return folder
    raise AssertionError
