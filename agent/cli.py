"""Command line: `main(argv) -> exit status`. What a command needs is imported when it is run."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from agent import __version__
from agent.commands import exit_status
from agent.commands.options.check import CHECK
from agent.commands.options.doctor import DOCTOR
from agent.commands.options.drift import DRIFT
from agent.commands.options.fork import FORK, RESUME
from agent.commands.options.heal import HEAL
from agent.commands.options.models import MODELS
from agent.commands.options.record import RECORD
from agent.commands.options.replay import REPLAY
from agent.commands.options.run import RUN

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = (RUN, CHECK, REPLAY, FORK, HEAL, RESUME, RECORD, DRIFT, MODELS, DOCTOR)


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; every failure is one readable message on standard error."""
    _let_output_be_closed()
    given = parser().parse_args(argv)
    try:
        status: int = import_module(given.verb.module).main(given.verb.read(given))
        sys.stdout.flush()
    except KeyboardInterrupt:
        _complain("interrupted")
        return exit_status.INTERRUPTED
    except BrokenPipeError:  # whoever read the output wants no more of it: `agent replay ... | head`
        _give_output_up()
        return exit_status.NOT_READ
    except Exception as error:
        if given.debug:
            raise
        return _failed(error, as_json=given.json)
    return status


def _failed(error: Exception, *, as_json: bool) -> int:
    """Tell of an error in one line, and on standard output where that is asked for and can be written."""
    status, message = exit_status.of_error(error), str(error)
    if status is None:
        status = exit_status.ENVIRONMENT
        message = f"unexpected {type(error).__name__}: {' '.join(message.split())} (--debug shows where)"
    _complain(message)
    try:
        if as_json:
            sys.stdout.write(json.dumps({"exit": status, "error": message}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    except OSError:  # the disk is full, say
        _give_output_up()
    return status


def _give_output_up() -> None:
    """What is left to be written goes nowhere, or Python complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _let_output_be_closed() -> None:
    """A shell may close standard output or error (`>&-`); then what is written there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (until the end)


def _complain(message: str) -> None:
    sys.stderr.write(f"agent: {message}\n")


def parser() -> ArgumentParser:
    """Reads the command line; what is given has the command's `Verb` as `verb`."""
    whole = ArgumentParser(
        prog="agent",
        description="Drives a desktop from screenshots, as a person would.",
        epilog=exit_status.EXPLAINED,
        formatter_class=RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"deskhand {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    common = _common()
    for verb in VERBS:
        command = commands.add_parser(
            verb.name, parents=[common], help=verb.help, description=verb.description
        )
        verb.add_options(command)
        command.set_defaults(verb=verb)
    return whole


def _common() -> ArgumentParser:
    """What every command has."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show a traceback with an error")
    common.add_argument(
        "--json", action="store_true", help="print one JSON object on standard output, nothing else"
    )
    return common
