"""Options that several commands have in common."""

from __future__ import annotations

from argparse import ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.replay.options import PATIENCE, LiveOptions
from agent.runs.approval import APPROVALS
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _ActionsContainer
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Verb:
    """One command of the command line."""

    name: str
    help: str
    """One line in the list of commands."""
    module: str
    """Has `main(options) -> exit status`; loaded when the command is given."""
    add_options: Callable[[ArgumentParser], None]
    read: Callable[[Namespace], object]
    """The command's options, from what was given. Raises BadInput."""
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """Where results are told of, besides the terminal."""

    json: bool = False
    """Whether one JSON object goes to standard output, and nothing else."""
    junit: Path | None = None
    """A JUnit XML file."""
    report: Path | None = None
    """An HTML page."""


def add_task_options(parser: _ActionsContainer) -> None:
    """What every command that a model does tasks for has."""
    parser.add_argument("--model", metavar="M", help="the model that decides (default: as the task says)")
    parser.add_argument(
        "--ground", metavar="SPEC", help='look again where to click, as in "refine(2)+vote(5)+snap"'
    )
    parser.add_argument("--grounder", metavar="M", help="another model that points where --model says")
    add_var(parser)


def add_var(parser: _ActionsContainer, words: str = "set a variable of the task") -> None:
    """`--var`, which `overrides_of` reads."""
    parser.add_argument("--var", action="append", default=[], metavar="K=V", help=words)


def add_run_options(parser: _ActionsContainer) -> None:
    """What every command that runs programs has; `run_options` and `output_of` read it."""
    add_record(parser)
    parser.add_argument("--max-steps", type=positive(int), metavar="N", help="stop after so many steps")
    parser.add_argument("--timeout", type=positive(float), metavar="S", help="stop after so many seconds")
    parser.add_argument(
        "--approve",
        choices=tuple(APPROVALS),
        help="auto: act; ask: a person says yes to every action; deny: never act (default: auto)",
    )
    parser.add_argument("--junit", metavar="FILE", help="write a JUnit XML file")
    parser.add_argument("--report", metavar="FILE", help="write one HTML page about all runs")


def add_record(parser: _ActionsContainer) -> None:
    """Where a run takes place and is recorded."""
    parser.add_argument("--record", metavar="DIR", help="where the recording goes (default: in runs/)")
    parser.add_argument("--display", metavar="D", help="virtual, host or :N (default: as the task says)")


def add_live_options(parser: _ActionsContainer) -> None:
    """What every command that does recorded steps again has; `live_options` reads it."""
    parser.add_argument("--task", metavar="FILE", help="the task file (default: the recorded one)")
    add_var(parser, "another value of a variable")
    parser.add_argument(
        "--patience",
        type=positive(float),
        metavar="S",
        help=f"seconds that a recorded state may take to appear (default: {PATIENCE:g})",
    )


def run_options(given: Namespace) -> RunOptions:
    """What `add_run_options` has options for."""
    return RunOptions(
        display=given.display,
        max_steps=given.max_steps,
        timeout=given.timeout,
        approve=APPROVALS[given.approve or "auto"],
        debug=given.debug,
    )


def live_options(given: Namespace) -> LiveOptions:
    """What `add_live_options` has options for.

    Raises:
        BadInput: a `--var` is not NAME=VALUE.
    """
    return LiveOptions(
        task=path_of(given.task), overrides=overrides_of(given.var), patience=given.patience or PATIENCE
    )


def output_of(given: Namespace) -> Output:
    """Where the results go."""
    return Output(given.json, path_of(given.junit), path_of(given.report))


def path_of(name: str | None) -> Path | None:
    """A file or folder that may have been named."""
    return Path(name) if name else None


def overrides_of(given: Sequence[str]) -> dict[str, str]:
    """The values of `--var` options.

    Raises:
        BadInput: one is not NAME=VALUE.
    """
    values = {}
    for override in given:
        name, equals, value = override.partition("=")
        if not equals or not name:
            raise BadInput(f"--var {override}: write it as NAME=VALUE")
        values[name] = value
    return values


def positive(kind: Callable[[str], float]) -> Callable[[str], float]:
    """Reads a number above 0, for argparse."""

    def convert(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            number = 0
        if not 0 < number < 1e9:  # noqa: PLR2004  (also refuses nan)
            wanted = "a whole number" if kind is int else "a number"
            raise ArgumentTypeError(f'expected {wanted} above 0 and below 1,000,000,000, got "{text}"')
        return number

    return convert


def count(text: str) -> int:
    """Reads a number of times, which may be none, for argparse."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:  # noqa: PLR2004  (digits)
        raise ArgumentTypeError(f'expected a whole number, 0 or above, got "{text}"')
    return int(text)
