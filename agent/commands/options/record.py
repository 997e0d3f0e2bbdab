"""`agent record TASK`: its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, add_record, add_var, overrides_of, path_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecordCommand:
    """What `agent record` is told."""

    task: str
    overrides: Mapping[str, str]
    record: Path | None
    display: str | None
    output: Path | None
    """Where the task goes with the steps that were shown; None: nowhere."""
    json: bool
    debug: bool = False


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("task", metavar="TASK", help="a task file (YAML)")
    add_var(parser)
    add_record(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write the task with the steps that were shown"
    )


def _read(given: Namespace) -> RecordCommand:
    return RecordCommand(
        task=given.task,
        overrides=overrides_of(given.var),
        record=path_of(given.record),
        display=given.display,
        output=path_of(given.output),
        json=given.json,
        debug=given.debug,
    )


RECORD = Verb(
    "record",
    "a person shows how a task is done: a recording, and steps in plain English",
    "agent.commands.record",
    _add_options,
    _read,
    "Starts a task's programs and follows what a person does with mouse and keyboard, "
    "until Ctrl+Alt+End, Ctrl-C here, or the program is closed.",
)
