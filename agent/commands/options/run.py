"""`agent run TASK...`: its options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.commands.options.shared import (
    Output,
    Verb,
    add_run_options,
    add_task_options,
    count,
    output_of,
    overrides_of,
    path_of,
    positive,
    run_options,
)
from agent.errors import BadInput
from agent.replay.options import MODES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping
    from pathlib import Path

    from agent.replay.options import Mode
    from agent.runs.options import RunOptions


@dataclass(frozen=True, slots=True)
class RunCommand:
    """What `agent run` is told."""

    tasks: tuple[str, ...]
    overrides: Mapping[str, str]
    run: RunOptions
    record: Path | None
    mode: Mode | None
    repeat: int
    jobs: int
    retries: int
    selected: str | None
    """An expression over names of runs; None: all."""
    output: Output
    view: bool = False
    """Whether a person watches in a browser."""


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("tasks", nargs="+", metavar="TASK", help="a task file (YAML), or a folder of them")
    parser.add_argument(
        "-k",
        metavar="EXPR",
        dest="selected",
        help='only runs whose names or tags match, as in "form and not Ada"',
    )
    add_task_options(parser)
    add_run_options(parser)
    parser.add_argument(
        "--record-mode",
        choices=MODES,
        help="when the recording in DIR is replayed live and when it is made (default: none where CI is set)",
    )
    parser.add_argument("--repeat", type=positive(int), default=1, metavar="N", help="do every run N times")
    parser.add_argument(
        "--retries",
        type=count,
        default=0,
        metavar="N",
        help="do a run that does not pass again, up to N times",
    )
    parser.add_argument("--jobs", type=positive(int), default=1, metavar="N", help="so many runs at a time")
    parser.add_argument(
        "--view", action="store_true", help="open a page to watch, answer, pause, take over and stop"
    )


def _read(given: Namespace) -> RunCommand:
    if given.jobs > 1 and given.approve in ("ask", "deny"):
        raise BadInput(f"--approve {given.approve}: is for one run at a time; leave out --jobs")
    if given.jobs > 1 and given.view:
        raise BadInput("--view: shows one run at a time; leave out --jobs")
    run = replace(run_options(given), model=given.model, ground=given.ground, grounder=given.grounder)
    return RunCommand(
        tasks=tuple(given.tasks),
        overrides=overrides_of(given.var),
        run=run,
        record=path_of(given.record),
        mode=given.record_mode,
        repeat=given.repeat,
        jobs=given.jobs,
        retries=given.retries,
        selected=given.selected,
        output=output_of(given),
        view=given.view,
    )


RUN = Verb("run", "run tasks", "agent.commands.run", _add_options, _read, "Run tasks.")
