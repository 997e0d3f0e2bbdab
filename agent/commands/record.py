"""`agent record TASK`: a person demonstrates; the result is a recording, and steps in plain English."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.commands.check import load_runs
from agent.demonstrate.human import WITHOUT_INPUT_METHODS, HumanDemo
from agent.demonstrate.steps.pictures import with_pictures
from agent.demonstrate.steps.sentences import steps_of
from agent.demonstrate.steps.taskfile import check_free, listed, variables, with_steps, with_variables
from agent.errors import BadInput
from agent.interrupts import end_on_signals, interrupt
from agent.loop_guard import NoGuard
from agent.printing.console import stderr_console
from agent.printing.streams import write, write_json
from agent.recording.reading import load_recording
from agent.runs.options import RunOptions
from agent.runs.planning.plan import WORKDIR, plan
from agent.runs.report.terminal import Progress, plain, print_result
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from agent.commands.options.record import RecordCommand
    from agent.demonstrate.steps.written import WrittenStep
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from agent.task import Run


def main(options: RecordCommand) -> int:
    """Follow one demonstration; the exit status of its verdict."""
    run = _run(options)
    [planned] = plan([run], 1, options.record)
    if options.output:
        check_free(options.output)
    console = stderr_console()
    demo = _demo(run, lambda words: console.print(plain(words), style="bold"))
    _end_by_signal(demo)
    chosen = RunOptions(display=options.display, debug=options.debug)
    result = _task_run(planned, demo, chosen, Progress(console)).run()
    print_result(console, result)
    _tell(result, _steps(result, run), run, options)
    return exit_status.of_verdicts([result.verdict])


def _run(options: RecordCommand) -> Run:
    runs = load_runs([options.task], options.overrides)
    if len(runs) > 1:
        raise BadInput(
            f"{options.task}: has {len(runs)} cases, and one can be shown at a time: take `cases` out, "
            "and set its values with --var"
        )
    return runs[0]


def _task_run(planned: Planned, demo: HumanDemo, run: RunOptions, progress: Progress) -> TaskRun:
    """The run that is the demonstration. A person is not held to the limits that a task sets its model."""
    folder = planned.new_folder()
    task = planned.run.resolve(folder.workdir)
    progress.starting(planned.label)
    return TaskRun(
        folder,
        task,
        demo,
        run,
        [progress],
        desktop=DesktopSetup(demo.open, demo.follow, observes_late=True, environ=WITHOUT_INPUT_METHODS),
        guard=NoGuard(),
    )


def _demo(run: Run, tell: Callable[[str], None]) -> HumanDemo:
    from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)

    secrets = {name: os.environ[name] for name in run.file.written.secrets}
    return HumanDemo(secrets, shared_reader(), tell)


def _end_by_signal(demo: HumanDemo) -> None:
    """Ctrl-C ends the demonstration; where there is none, and by any other signal, it is interrupted."""

    def end(number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGINT or not demo.stop():
            interrupt(number)

    end_on_signals(end)


def _steps(result: Result, run: Run) -> list[WrittenStep]:
    """What was done in plain English, as far as it can be said."""
    if result.recording is None:
        return []
    from tools.see.ocr import shared_reader  # noqa: PLC0415  (heavy: loaded on use)

    names = variables(run, result.ran_in or WORKDIR)
    steps = steps_of(load_recording(Path(result.recording)), shared_reader())
    return [replace(one, sentence=with_variables(one.sentence, names)) for one in steps]


def _tell(result: Result, steps: list[WrittenStep], run: Run, options: RecordCommand) -> None:
    if options.output and steps:
        steps = with_pictures(steps, options.output)
        options.output.write_text(with_steps(run.file.document.path, steps), encoding="utf-8")
    if options.json:
        said = [{"step": step.sentence, "note": step.note} for step in steps]
        status = exit_status.of_verdicts([result.verdict])
        shown = {"exit": status, "runs": [result.model_dump(mode="json")], "steps": said}
        write_json(shown)
    elif steps:
        write(listed(steps))
