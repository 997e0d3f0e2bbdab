"""`agent fork REC --at N` and `agent resume REC`: their options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.options.shared import (
    Output,
    Verb,
    add_live_options,
    add_run_options,
    live_options,
    output_of,
    path_of,
    run_options,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from agent.replay.options import LiveOptions


@dataclass(frozen=True, slots=True)
class ForkCommand:
    """What `agent fork` and `agent resume` are told."""

    recording: Path
    at: int | None
    """The last recorded step that is done again; None: the last one of a run that was cut off."""
    options: LiveOptions
    output: Output


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("recording", metavar="REC", help="a recording's folder")
    parser.set_defaults(at=None)
    parser.add_argument("--model", metavar="M", help="the model that goes on (default: the recorded one)")
    add_run_options(parser)
    add_live_options(parser)


def _add_fork_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--at", type=int, required=True, metavar="N", help="the last recorded step that is done again"
    )
    _add_options(parser)


def _read(given: Namespace) -> ForkCommand:
    run = replace(run_options(given), model=given.model)
    options = replace(live_options(given), run=run, record=path_of(given.record))
    return ForkCommand(Path(given.recording), given.at, options, output_of(given))


FORK = Verb(
    "fork",
    "do the first steps of a recording again, then let a model go on",
    "agent.commands.fork",
    _add_fork_options,
    _read,
    "Does a recording's first N steps again, then lets a model go on.",
)
RESUME = Verb(
    "resume",
    "let a model finish a run that was cut off",
    "agent.commands.fork",
    _add_options,
    _read,
    "Does the steps of a run that was cut off again, then lets a model go on.",
)
