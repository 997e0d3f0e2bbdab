"""Recorder: writes a recording while the episode runs, in its own thread, safe against a kill at any moment.

A thread writes in the order of events: a frame is on disk before the line that names it. `acting()` returns
only when all earlier lines are on disk, so a kill loses at most the step that was under way. The current
frame is encoded while the model thinks, the action is carried out and the screen settles. Whatever fails in
the thread ends the writing, and then the episode: a run is never without its recording.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from agent.episode import Watcher
from agent.recording import entries
from agent.recording.claim import check_folder, claimed
from agent.recording.disk import cannot, sync
from agent.recording.lines import DRAFT, FIRST_SUM, SESSION, signed
from agent.recording.store import FRAMES, write_frame
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from pydantic import BaseModel

    from agent.episode import Ending, Step
    from agent.recording.lines import Parent
    from agent.task import Task
    from tools.observation import Frame, Observation


class Recorder(Watcher):
    """Watcher that records an episode; a context manager around it. The folder must be new or empty.

    Args:
        folder: where to.
        model: the name of the model that decides.
        display: where the task runs.
        parent: the recording that this one goes on from.
        reuse: a folder of frames that may be seen again: those of the recording that is replayed.

    Raises:
        BadInput: the folder can't be written or holds something.
        EnvironmentFault: the disk is full.
    """

    def __init__(
        self,
        folder: Path,
        *,
        model: str,
        display: str,
        parent: Parent | None = None,
        reuse: Path | None = None,
    ) -> None:
        self.folder = folder
        self._model, self._display, self._parent = model, display, parent
        self._frames, self._reuse = folder / FRAMES, reuse
        self._open(folder)
        self._sum = FIRST_SUM
        self._steps = 0
        self._unused: Frame | None = None
        """The frame seen last, unless a step was made of it."""
        self._started = time.monotonic()
        self._begun: tuple[Task, str] | None = None
        """What the header needs beside the first frame's size, until that is known."""
        self._fault: BaseException | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recorder")
        self._last_line = self._put(lambda: None)

    def _open(self, folder: Path) -> None:
        check_folder(folder)
        self._made = [path for path in (self._frames, folder) if not path.exists()]
        try:
            self._frames.mkdir(parents=True, exist_ok=True)
            self._file = claimed(folder)
        except OSError as error:
            raise cannot(str(folder), "record here", error, "choose another folder") from None

    def began(self, task: Task, system: str) -> None:
        """Keep what the header needs until the first frame tells the size."""
        self._begun = (task, system)

    def observed(self, index: int, observation: Observation) -> None:
        """Store the frame while the model thinks about it."""
        del index
        self._raise_fault()
        frame = self._unused = observation.frame
        if self._begun is not None:
            whole = entries.header(*self._begun, self._model, self._display, self._parent, frame.size)
            self._begun = None
            self._last_line = self._put(lambda: self._begin(whole))
        self._put(lambda: write_frame(self._frames, frame, self._reuse))

    def acting(self) -> None:
        """Return when the header and all earlier steps are on disk."""
        wait((self._last_line,))
        self._raise_fault()

    def stepped(self, step: Step) -> None:
        """Store the step's line."""
        self._steps, self._unused = step.index, None
        self._last_line = self._put(lambda: self._write(entries.step_line(step)))

    def ended(self, ending: Ending) -> None:
        """Store checks and ending. A fault is kept for `check` to raise."""
        if self._begun is None:  # else it ended before anything was seen: there is nothing to record
            frame = self._unused.digest if self._unused else None
            seconds = time.monotonic() - self._started
            lines = [
                *map(entries.check_line, ending.checks),
                entries.end_line(ending, self._steps, frame, seconds),
            ]
            self._put(lambda: self._write(*lines))
        wait((self._put(lambda: None),))

    def check(self) -> None:
        """Make sure that everything was written.

        Raises:
            EnvironmentFault: the recording is incomplete.
        """
        self._raise_fault()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close; where nothing was recorded nothing of ours stays behind."""
        self._thread.shutdown()
        self._file.close()
        if not (self.folder / SESSION).exists():
            self._clear()

    def _clear(self) -> None:
        """Take away what was made here, and nothing that others have put into the folder meanwhile."""
        (self.folder / DRAFT).unlink(missing_ok=True)
        for path in self._made:
            with suppress(OSError):
                path.rmdir()

    def _begin(self, header: BaseModel) -> None:
        """The session appears under its name with its header whole: there is no recording without one."""
        self._write(header)
        (self.folder / DRAFT).replace(self.folder / SESSION)

    def _write(self, *lines: BaseModel) -> None:
        for line in lines:
            text, self._sum = signed(line, self._sum)
            self._file.write(text.encode("utf-8", "surrogatepass") + b"\n")
        sync(self._file)

    def _put(self, job: Callable[[], None]) -> Future[None]:
        """Have the thread do it after all that was put before."""
        return self._thread.submit(self._do, job)

    def _do(self, job: Callable[[], None]) -> None:
        """Behind a fault nothing is written: a line would name what is not there."""
        if self._fault is None:
            try:
                job()
            except BaseException as error:  # noqa: BLE001  (kept: `_raise_fault` raises it on the loop's thread)
                self._fault = error

    def _raise_fault(self) -> None:
        """The machine's fault, whatever it was: what can't be recorded is not done."""
        fault = self._fault
        if fault is not None:
            reason = (isinstance(fault, OSError) and fault.strerror) or str(fault) or type(fault).__name__
            raise EnvironmentFault(
                f"{self.folder}: can't write the recording: {reason}; what was written before is whole"
            ) from fault
