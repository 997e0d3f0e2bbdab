"""Writes a recording while the episode runs, off the loop's thread, safe against a kill at any moment.

A thread writes in the order of events: a frame is on disk before the line that names it. `acting()` returns
only when all earlier steps are on disk, so a kill loses at most the step that was under way. The current
frame is encoded while the model thinks, the action is carried out and the screen settles. Whatever fails in
the thread ends the writing, and then the episode: a run is never without its recording.
"""

from __future__ import annotations

import platform
import shutil
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, Any, Self

from agent import __version__
from agent.episode import Watcher
from agent.errors import BadInput
from agent.protocol.prompt import prompt_digest, request_text
from agent.recording.disk import sync
from agent.recording.lines import FIRST_SUM, FORMAT, CheckLine, EndLine, Header, StepLine, signed
from agent.recording.store import FRAMES, check_folder, write_frame
from agent.task.variables import SECRET
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from pydantic import BaseModel

    from agent.episode import Ending, Step
    from agent.recording.lines import Parent
    from agent.task import Task
    from tools.action import Action
    from tools.observation import Frame, Observation

_VERSIONED = (
    "mss",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "pillow",
    "pyautogui",
    "pydantic",
    "rapidocr",
)

SESSION = "session.jsonl"
_DRAFT = f"{SESSION}.part"


class Recorder(Watcher):
    """A watcher that records, and a context manager around the episode. The folder must be new or empty.

    Args:
        folder: where to.
        model: the name of the model that decides.
        display: where the task runs.
        parent: the recording that this one goes on from.
        reuse: a folder of frames (those of the recording that is replayed) many of which will be seen again.

    Raises:
        BadInput: the folder can't be written or holds something.
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
        self._started = time.monotonic()
        self._header: tuple[Task, str] | None = None
        self._fault: BaseException | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recorder")
        self._last_step = self._put(lambda: None)

    def _open(self, folder: Path) -> None:
        check_folder(folder)
        try:
            self._frames.mkdir(parents=True, exist_ok=True)
            self._file = (folder / _DRAFT).open("wb")
        except OSError as error:
            raise BadInput(f"{folder}: can't record here: {error.strerror}; choose another folder") from None

    def began(self, task: Task, system: str) -> None:
        """Keep what the header needs until the first frame tells the size."""
        self._header = (task, system)

    def observed(self, index: int, observation: Observation) -> None:
        """Store the frame while the model thinks about it."""
        del index
        self._raise_fault()
        self._unused = observation.frame
        if self._header is not None:
            header = self._make_header(*self._header, observation)
            self._header = None
            self._put(lambda: self._begin(header))
        self._put(lambda: write_frame(self._frames, observation.frame, self._reuse))

    def acting(self) -> None:
        """Return when all earlier steps are on disk."""
        wait((self._last_step,))
        self._raise_fault()

    def stepped(self, step: Step) -> None:
        """Store the step's line."""
        self._steps, self._unused = step.index, None
        self._last_step = self._put(lambda: self._write(_step_line(step)))

    def ended(self, ending: Ending) -> None:
        """Store checks and ending. A fault is kept for `check` to raise."""
        if self._header is not None:  # ended before anything was seen: there is nothing to record
            self._header = None
        else:
            for check in ending.checks:
                line = CheckLine(
                    kind=check.kind,
                    what=check.what,
                    passed=check.passed,
                    expected=check.expected,
                    actual=check.actual,
                    timing={"seconds": round(check.seconds, 6)},
                )
                self._put(lambda line=line: self._write(line))  # type: ignore[misc]  # binds the loop's value
            seconds = {"seconds": round(time.monotonic() - self._started, 3)}
            end = EndLine(
                verdict=ending.verdict,
                message=ending.message,
                outside=ending.outside,
                steps=self._steps,
                usage=ending.usage,
                frame=self._unused.digest if self._unused else None,
                timing=seconds,
            )
            self._put(lambda: self._write(end))
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
        """Close; a folder in which nothing was recorded does not stay behind."""
        self._thread.shutdown()
        self._file.close()
        if not (self.folder / SESSION).exists():
            shutil.rmtree(self.folder)

    def _make_header(self, task: Task, system: str, observation: Observation) -> Header:
        return Header(
            format=FORMAT,
            task=task,
            task_sha256=task.digest,
            model=self._model,
            system=system,
            versions=_versions(),
            display=self._display,
            size=observation.frame.size,
            started=datetime.now(UTC).isoformat(timespec="milliseconds"),
            parent=self._parent,
        )

    def _begin(self, header: Header) -> None:
        """The session appears under its name with its header whole: there is no recording without one."""
        self._write(header)
        (self.folder / _DRAFT).replace(self.folder / SESSION)

    def _write(self, line: BaseModel) -> None:
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


def _step_line(step: Step) -> StepLine:
    seen = step.observation
    return StepLine(
        index=step.index,
        frame=seen.frame.digest,
        quiet=seen.settled.quiet,
        changed=seen.settled.changed,
        pointer=seen.pointer,
        prompt=prompt_digest(step.prompt),
        request=request_text(step.prompt),
        reply=step.completion.text,
        replies=step.completion.replies,
        usage=step.completion.usage,
        call=step.call,
        action=action_fields(step.action),
        outcome=step.outcome,
        note=step.note,
        timing={name: round(seconds, 6) for name, seconds in step.timing},
    )


def action_fields(action: Action | None) -> dict[str, Any] | None:
    """An action as a recording holds it: plain values, secrets by name."""
    if action is None:
        return None
    fields = action.model_dump(mode="json")
    if isinstance(fields.get("text"), str) and SECRET.search(fields["text"]):
        pieces = SECRET.split(fields["text"])  # text and names of secrets by turns
        parts = [{"secret": piece} if index % 2 else piece for index, piece in enumerate(pieces)]
        fields["text"] = [part for part in parts if part]
    return fields


def _versions() -> dict[str, str]:
    found = {
        "deskhand": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    for name in _VERSIONED:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found
