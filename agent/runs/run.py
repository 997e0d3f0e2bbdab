"""Runs tasks: for each run a folder, a display, the programs, the model, an episode, and a result."""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from agent.checks import CheckContext, run_checks
from agent.episode import Ending, Step, Watcher, Watchers
from agent.errors import BadInput, ModelFault
from agent.loop import Episode
from agent.model import Prompt, Turn
from agent.models import load_grounded
from agent.recording.store import check_folder
from agent.runs.launch import WatchedDesktop, environment, launched
from agent.runs.redact import censor
from agent.runs.result import Result
from agent.task.variables import reveal
from agent.usage import Usage
from tools.errors import ToolsError
from tools.geometry import Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from agent.model import Model
    from agent.recording.lines import Parent
    from agent.task import Run, Task
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Frame, Observation
    from tools.see.ocr import ScreenReader

    Approve = Callable[[Action, Observation], bool]

RUNS = Path("runs")
"""Where runs leave their folder, logs and recording."""
WORKDIR = "workdir"
"""What `${workdir}` is called in a run's folder."""


def always(action: Action, seen: Observation) -> bool:
    """Approve every action."""
    del action, seen
    return True


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about every run."""

    model: str | None = None
    display: str | None = None
    max_steps: int | None = None
    timeout: float | None = None
    approve: Approve = always
    ground: str | None = None
    """How a place is looked for again (`agent.models.grounded.spec`)."""
    grounder: str | None = None
    """The model that points in the planner's place."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a run, besides its task, its model and the options."""

    known: Callable[[Frame], bool] | None = None
    """Whether a frame shows a state in which the screen is known to rest."""
    parent: Parent | None = None
    """The recording that the run goes on from."""
    frames: Path | None = None
    """A folder of recorded frames, many of which will be seen again."""
    open: Callable[[str | None], AbstractContextManager[Desktop]] | None = None
    """Opens the desktop of a display; None: one that is acted on."""
    wrap: Callable[[WatchedDesktop, str | None], Desktop] | None = None
    """Puts something between the loop and the desktop of that display (None: where there are no names)."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """For the programs, on top of their usual environment."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One run to be done: which, under what name, recorded where."""

    run: Run
    label: str
    record: Path | None


@dataclass
class Tally(Watcher):
    """A watcher that adds up what a result tells: steps, tokens, cost, time by part."""

    steps: int = 0
    tokens: int = 0
    cost: float = 0.0
    timing: dict[str, float] = field(default_factory=dict)

    def stepped(self, step: Step) -> None:
        """Add the step."""
        self.steps = step.index
        self._add(step.completion.usage)
        for name, seconds in step.timing:
            self.timing[name] = self.timing.get(name, 0.0) + seconds

    def ended(self, ending: Ending) -> None:
        """Add what was used outside any step."""
        self._add(ending.usage)

    def _add(self, usage: Usage) -> None:
        self.tokens += usage.total
        self.cost += usage.cost


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
            label = run.resolve(Path("workdir")).label + (f" #{turn}" if repeat > 1 else "")
            folder = record / _folder_name(label) if record and several else record
            planned.append(Planned(run, label, folder))
    folders = [one.record for one in planned if one.record]
    for folder in folders:
        if folders.count(folder) > 1:
            raise BadInput(
                f"--record {record}: two runs would both record in {folder}; give them different ids"
            )
        if fresh:
            check_folder(folder)
    return planned


def run_one(planned: Planned, options: Options, watchers: Sequence[Watcher] = ()) -> Result:
    """Do one run, from an empty folder to its result. Faults of the machine and the model are verdicts.

    Raises:
        BadInput: the task, an option or the recording folder is wrong; nothing was started.
    """
    folder = new_folder(planned.label)
    task = planned.run.resolve((folder / WORKDIR).resolve())
    model = load_grounded(options.model or task.model, options.ground, options.grounder)
    return run_task(planned, task, model, folder, options, watchers)


def run_task(
    planned: Planned,
    task: Task,
    model: Model,
    folder: Path,
    options: Options,
    watchers: Sequence[Watcher] = (),
    setting: Setting = Setting(),
) -> Result:
    """Do a task in a folder of its own (from `new_folder`) with a model; as `run_one`."""
    task = _limited(task, options)
    model.check(task)
    recording = planned.record or folder / "recording"
    tally = Tally()
    began = time.monotonic()
    try:
        model.prepare()
        ending = _episode(task, model, options, folder, recording, Watchers([tally, *watchers]), setting)
    except KeyboardInterrupt:
        ending = Ending("interrupted", "stopped by Ctrl-C")
    except ModelFault as fault:
        ending = Ending("model_error", str(fault), usage=fault.usage or Usage())
        tally.ended(ending)
    except ToolsError as fault:
        ending = Ending("environment_error", str(fault))
    return Result(
        task=planned.label,
        model=model.name,
        verdict=ending.verdict,
        message=ending.message,
        steps=tally.steps,
        seconds=round(time.monotonic() - began, 3),
        timing={name: round(seconds, 4) for name, seconds in tally.timing.items()},
        tokens=tally.tokens,
        cost=round(tally.cost, 6),
        checks=ending.checks,
        recording=str(recording) if (recording / "session.jsonl").exists() else None,
        workdir=str(folder / WORKDIR),
    )


def _episode(
    task: Task,
    model: Model,
    options: Options,
    folder: Path,
    recording: Path,
    watcher: Watchers,
    setting: Setting,
) -> Ending:
    from agent.recording.recorder import Recorder  # noqa: PLC0415  (heavy: loaded on use)
    from tools.host.live import LiveDesktop  # noqa: PLC0415
    from tools.host.processes import sweep  # noqa: PLC0415
    from tools.see.ocr import shared_reader  # noqa: PLC0415

    sweep()
    kind = options.display or task.display.kind
    secrets = {name: os.environ[name] for name in task.secrets}
    reader = shared_reader()
    with (
        Recorder(
            recording, model=model.name, display=kind, parent=setting.parent, known=setting.frames
        ) as recorder,
        _display(kind, Size(*task.display.size)) as display,
        setting.open(display)
        if setting.open
        else LiveDesktop(
            display,
            reveal=lambda text: reveal(text, secrets),
            known=setting.known,
            censor=censor(secrets, reader),
        ) as desktop,
        launched(
            task.launch,
            environment(display) | dict(setting.environ),
            folder,
            desktop,
            lambda seen: reader.read(seen.frame).lines,
        ) as programs,
    ):
        watched = WatchedDesktop(desktop, programs)
        ending = Episode(
            task,
            setting.wrap(watched, display) if setting.wrap else watched,
            model,
            judge=lambda seen: run_checks(
                task, _look(seen, desktop, reader, model, display, folder / WORKDIR)
            ),
            watcher=Watchers([recorder, watcher]),
            approve=options.approve,
        ).run()
        recorder.check()
    return ending


def _look(
    seen: Observation,
    desktop: Desktop,
    reader: ScreenReader,
    model: Model,
    display: str | None,
    workdir: Path,
) -> CheckContext:
    """What checks may look at when an episode ends on this observation."""
    from tools.x11.windows import window_titles  # noqa: PLC0415  (X11 only)

    return CheckContext(
        frame=seen.frame,
        refresh=lambda: desktop.observe().frame,
        read=lambda frame: reader.read(frame).lines,
        titles=lambda: window_titles(display) if display else (),
        ask=(lambda question: _ask(model, question, seen)) if model.sees else None,
        workdir=workdir.resolve(),
        environ=environment(display),
    )


def _ask(model: Model, question: str, seen: Observation) -> str:
    """A model's reply to a question about a frame, apart from the episode's conversation."""
    turn = Turn("user", (f"{question}\n", seen.frame))
    system = "You look at a screenshot and answer a question about it."
    return model.complete(Prompt(system, (turn,), wanted="words")).text


@contextmanager
def _display(kind: str, size: Size) -> Iterator[str | None]:
    """The display that a task or an option names."""
    from tools.host.display import host_display, virtual_display  # noqa: PLC0415

    if kind == "virtual":
        with virtual_display(size) as name:
            yield name
    else:
        yield host_display() if kind == "host" else kind


def _limited(task: Task, options: Options) -> Task:
    """The task with the limits that options override."""
    given = {"steps": options.max_steps, "seconds": options.timeout}
    limits = task.limits.model_copy(
        update={name: value for name, value in given.items() if value is not None}
    )
    return task.model_copy(update={"limits": limits})


def new_folder(label: str) -> Path:
    """A folder that nobody has used: `runs/20261123-201530-fill_form`."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for attempt in count(1):
        folder = RUNS / (f"{stamp}-{_folder_name(label)}" + (f"-{attempt}" if attempt > 1 else ""))
        try:
            (folder / WORKDIR).mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise BadInput(
                f"{folder}: can't make the run's folder: {error.strerror}; go to a folder that can be written"
            ) from None
        return folder
    raise AssertionError("count() never ends")


def _folder_name(label: str) -> str:
    return re.sub(r"[^\w.-]+", "_", label).strip("_") or "run"
