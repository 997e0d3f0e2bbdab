"""Recorded task: the task of a recording, as its file is today.

The file may have other checks, limits, cases and comments than when it was recorded. What decides how the
programs look and what is done in them (instruction, steps, launch, display, secrets) must be what it was, or
the recording is of another task.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.replay.judged import values_read
from agent.replay.live.recorded_steps import RecordedSteps
from agent.replay.live.values.substitutions import Substitutions, substitutions
from agent.task import load_task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.recording.reading import Recording
    from agent.task import Run, Task, TaskFile

LIVE = ("id", "instruction", "steps", "launch", "display", "secrets")
"""Keys whose values must be as they were recorded, for it to be replayed live."""
OFFLINE = (*LIVE, "checks")
"""Likewise, for its verdict to say something of the task as it is: nothing is judged anew."""
_PLACEHOLDER = "\N{LEFT CURLY BRACKET}workdir\N{RIGHT CURLY BRACKET}"
"""Stands for the run's folder, which no two runs share."""


@dataclass(frozen=True, slots=True)
class RecordedTask:
    """One run of a recording's task, to be replayed."""

    run: Run
    old: dict[str, str]
    """The recorded run's variables, `workdir` among them."""
    secrets: tuple[str, ...]
    steps: tuple[str, ...]
    """As the file has them, with references; none where a person or an instruction alone said what to do."""

    read: tuple[str, ...] = ()
    """Those of these variables that were read from the screen."""

    def substitutions(
        self, workdir: Path | None = None, only: str = "", read: Mapping[str, str] | None = None
    ) -> Substitutions:
        """From the recorded run's texts to those of this one.

        Args:
            workdir: This run's folder; None: taken to be the recorded one.
            only: The variable that is taken to have another value; "": all that have.
            read: What this run has read so far.
        """
        new = {name: value for name, value in self.run.values.items() if only in ("", name)}
        folder = {"workdir": str(workdir)} if workdir else {}
        values = {**self.old, **new, **folder, **(read or {})}
        return substitutions(self._written, self.old, values, self.secrets, self.read)

    @property
    def _written(self) -> list[str]:
        """The texts that tell where which variable was used; without steps, wherever its value is."""
        values = [f'"${{{name}}}"' for name in self.old if name in self.run.values]
        read = [f'"${{{name}}}"' for name in self.read]
        return [self.run.file.written.instruction, *(self.steps or values), *read]


def runs_of(
    recording: Recording,
    given: Path | None = None,
    overrides: Mapping[str, str] | None = None,
    *,
    cases: bool = False,
) -> tuple[Run, ...]:
    """The runs of a recording's task: one with the recorded values, or one for each case.

    Args:
        recording: Of a run of the task.
        given: The task file; None: the one that was recorded, looked for from here and beside the recording.
        overrides: `--var` values.
        cases: Whether there is to be a run for each case of the task.

    Raises:
        BadInput: there is no such file, or as `TaskFile.runs`.
    """
    file = load_task(given or _source(recording), RecordedSteps(recording.header.task))
    if cases:
        return file.runs(overrides)
    return (_with(_as_recorded(file, recording), overrides or {}),)


def recorded_task(recording: Recording, run: Run, unchanged: Sequence[str] = LIVE) -> RecordedTask:
    """A run of the recording's task, compared with what was recorded.

    Args:
        recording: Of a run of the task.
        run: Of the file as it is.
        unchanged: Keys whose values must be as they were.

    Raises:
        BadInput: the task is not the one that was recorded.
    """
    file, was = run.file, recording.header.task
    folder = _compare(_as_recorded(file, recording), recording, file, unchanged)
    read = values_read(recording)
    known = dict(was.vars) | ({"workdir": folder} if folder else {}) | read
    written = tuple(step.template for step in run.steps)
    return RecordedTask(run, known, tuple(was.secrets), written, tuple(read))


def _source(recording: Recording) -> Path:
    source = recording.header.task.source
    around = [Path(), *recording.folder.resolve().parents]
    found = next((folder / source for folder in around if (folder / source).is_file()), None)
    if found is None:
        raise BadInput(
            f"{recording.folder}: its task {source} is not here; go to the folder that it was recorded in, "
            "or name the file with --task"
        )
    return found


def _as_recorded(file: TaskFile, recording: Recording) -> Run:
    """The run of the file that has the recorded values; variables that the file has no more are left out."""
    values, case = recording.header.task.vars, recording.header.task.case
    run = file.runs({name: value for name, value in values.items() if name in file.variables})[0]
    return replace(run, case=case)


def _with(run: Run, overrides: Mapping[str, str]) -> Run:
    run.file.runs(overrides)  # refuses unknown names, and values that make no task
    return replace(run, values={**run.values, **overrides})


def _compare(run: Run, recording: Recording, file: TaskFile, unchanged: Sequence[str]) -> str | None:
    """The recorded run's folder, where the task names it.

    Raises:
        BadInput: the task is not what was recorded.
    """
    was, now = recording.header.task, run.resolve(Path(_PLACEHOLDER))
    folder = _folder(now, was)
    for part in unchanged:
        if part == "steps" and recording.header.shown and not was.steps:
            continue  # the file may have got those that were worked out from it
        old, new = _shape(was, part, folder), _shape(now, part, None)
        if old != new:
            raise BadInput(
                f"{recording.folder}: {file.document.path} is another version of the task than was recorded: "
                f"`{part}` differs\n  recorded: {old}\n  now:      {new}\n"
                "  record it again: agent run --record DIR, or bring the recorded version back"
            )
    return folder


def _shape(task: Task, part: str, folder: str | None) -> str:
    """A part of the task as text, without its folder and the lines that its steps stand in."""
    value = [step.text for step in task.steps] if part == "steps" else getattr(task, part)
    text = repr(value)
    return text.replace(folder, _PLACEHOLDER) if folder else text


def _folder(now: Task, was: Task) -> str | None:
    """What stands in the recorded task where `${workdir}` stands in the file."""
    for new, old in zip(_texts(now), _texts(was), strict=False):
        before, holder, rest = new.partition(_PLACEHOLDER)
        if holder and old.startswith(before):
            after = rest.partition(_PLACEHOLDER)[0]
            tail = old[len(before) :]
            return tail.partition(after)[0] if after else tail
    return None


def _texts(task: Task) -> list[str]:
    commands = [word for launch in task.launch for word in launch.command]
    return [*commands, task.instruction, *(step.text for step in task.steps)]
