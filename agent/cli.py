"""Command line: `main(argv) -> exit status`. What a command needs is imported when it is run."""

from __future__ import annotations

import sys
import traceback
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from agent import __version__
from agent.commands import exit_status
from agent.commands.options.audit import AUDIT
from agent.commands.options.bench import BENCH
from agent.commands.options.check import CHECK
from agent.commands.options.doctor import DOCTOR
from agent.commands.options.drift import DRIFT
from agent.commands.options.fork import FORK, RESUME
from agent.commands.options.heal import HEAL
from agent.commands.options.mcp import MCP
from agent.commands.options.models import MODELS
from agent.commands.options.record import RECORD
from agent.commands.options.replay import REPLAY
from agent.commands.options.report import REPORT, TRACE
from agent.commands.options.run import RUN
from agent.commands.options.skill import SKILL
from agent.errors import in_words
from agent.interrupts import end_on_signals, received, sentence
from agent.loading import loaded_with, uncollected
from agent.printing import streams
from agent.printing.escapes import visible
from agent.redact import keys
from agent.runs.report.earlier import forget

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = (
    *(RUN, CHECK, AUDIT, REPLAY, FORK, HEAL, RESUME, RECORD, DRIFT, REPORT, TRACE, BENCH, MODELS),
    *(MCP, SKILL, DOCTOR),
)
_ONE_THREAD = "OPENBLAS_NUM_THREADS", "1"
"""Of numpy's OpenBLAS: others turn in circles for a tenth of a second, and nothing here has use for them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; every failure is one readable message on standard error.

    Args:
        argv: of a caller who goes on afterwards; None: the process's own, which ends with it.
    """
    streams.open_closed()
    streams.are_names(sys.argv if argv is None else argv)
    given = parser().parse_args(argv)
    put_back = end_on_signals()
    try:
        return _carried_out(given)
    finally:
        if received():
            from tools.host.owned.sweep import end_own  # noqa: PLC0415  (rarely needed)

            end_own()
        if argv is not None:
            put_back()


def _carried_out(given: Namespace) -> int:
    try:
        _forget_reports(given)
        with loaded_with(*_ONE_THREAD), uncollected():
            command = import_module(given.verb.module)
        status: int = command.main(given.verb.read(given))
        streams.flush()
    except KeyboardInterrupt as signalled:
        return _said(exit_status.INTERRUPTED, sentence(signalled), as_json=given.json)
    except BrokenPipeError:  # whoever read the output wants no more of it: `agent replay ... | head`
        streams.give_up_output()
        return exit_status.NOT_READ
    except Exception as error:  # noqa: BLE001  (whatever it is, it becomes one line)
        if given.debug:
            streams.tell(keys.hidden(traceback.format_exc()))
        if received():  # it met a library that answers an interrupt with an error of its own
            return _said(exit_status.INTERRUPTED, received(), as_json=given.json)
        status = exit_status.of_error(error)
        return _said(status, keys.hidden(in_words(error)), as_json=given.json)
    return status


def _forget_reports(given: Namespace) -> None:
    """Delete older ones before a second goes by with loading: none is taken for that of this command."""
    for option in ("junit", "report"):
        if path := getattr(given, option, None):
            forget(Path(path))


def _said(status: int, message: str, *, as_json: bool) -> int:
    """Say what ended the command, on standard output too where that is asked for and can be written."""
    streams.tell(f"agent: {message}\n")
    try:
        if as_json and not streams.has_answered():
            streams.write_json({"exit": status, "error": message})
        streams.flush()
    except OSError:  # the disk is full, say
        streams.give_up_output()
    return status


class _Parser(ArgumentParser):
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the process. What the message quotes of the command line is shown, not obeyed."""
        super().exit(status, visible(message or "", keep="\n"))


def parser() -> ArgumentParser:
    """Reads the command line; what is given has the command's `Verb` as `verb`."""
    whole = _Parser(
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


def _common() -> _Parser:
    """What every command has."""
    common = _Parser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show a traceback with an error")
    common.add_argument(
        "--json", action="store_true", help="print one JSON object on standard output, nothing else"
    )
    return common
