"""`agent check TASK...`: its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, add_task_options, overrides_of
from agent.errors import BadInput
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CheckCommand:
    """What `agent check` is told."""

    tasks: tuple[str, ...]
    overrides: Mapping[str, str]
    run: RunOptions
    """Which model would do the tasks."""
    json: bool
    schema: bool = False
    """Whether the JSON Schema of task files is asked for."""
    steps: bool = False
    """Whether the sentences that may be written are listed, instead."""


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("tasks", nargs="*", metavar="TASK", help="a task file (YAML), or a folder of them")
    parser.add_argument(
        "--schema",
        action="store_true",
        help="print the JSON Schema of task files, which editors take",
    )
    parser.add_argument(
        "--steps",
        action="store_true",
        help="list the sentences that may be written: those of the embedded model, and the tasks' own steps",
    )
    add_task_options(parser)


def _read(given: Namespace) -> CheckCommand:
    run = RunOptions(model=given.model, ground=given.ground, grounder=given.grounder)
    if given.schema == bool(given.tasks or given.steps):
        raise BadInput("agent check: name a task file or a folder of them, --steps, or --schema alone")
    shown = {"schema": given.schema, "steps": given.steps}
    return CheckCommand(tuple(given.tasks), overrides_of(given.var), run, given.json, **shown)


CHECK = Verb("check", "validate task files, run nothing", "agent.commands.check", _add_options, _read)
