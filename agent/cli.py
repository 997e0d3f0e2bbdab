"""The command line: `main(argv) -> exit status`. Loads what a command needs only when it is given."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING

from agent import __version__
from agent.errors import BadInput, ModelFault, ReplayDiffers
from tools.errors import ToolsError

if TYPE_CHECKING:
    from argparse import _ActionsContainer
    from collections.abc import Callable, Sequence

    Command = Callable[[argparse.Namespace], int]

_EXITS = """\
exit status:
  0    all passed
  1    a check failed, or the agent gave up
  2    bad input: a task, an option or a recording
  3    environment: no display, a program that did not start, a model that can't be reached
  4    stopped by a guard, a refusal or a limit
  130  interrupted"""

_STATUSES: dict[type[Exception], int] = {BadInput: 2, ReplayDiffers: 1, ModelFault: 3, ToolsError: 3}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; every failure is one readable message on standard error."""
    options = _parser().parse_args(argv)
    try:
        command: Command = options.command
        status = command(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _complain("interrupted")
        return 130
    except BrokenPipeError:  # whoever read the output wants no more of it: `agent replay ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        return 141
    except Exception as error:
        foreseen = _status(error)
        if foreseen is None or options.debug:
            raise
        _complain(str(error))
        if options.json:
            sys.stdout.write(json.dumps({"exit": foreseen, "error": str(error)}, ensure_ascii=False) + "\n")
        return foreseen
    return status


def _status(error: Exception) -> int | None:
    """The exit status of an error that was foreseen; None for a fault of our own."""
    return next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), None)


def _complain(message: str) -> None:
    sys.stderr.write(f"agent: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="agent",
        description="Drives a desktop from screenshots, as a person would.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"deskhand {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show a traceback with an error")
    common.add_argument(
        "--json", action="store_true", help="print one JSON object on standard output, nothing else"
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_run(commands.add_parser("run", parents=[common], help="run tasks", description="Run tasks."))
    check = commands.add_parser("check", parents=[common], help="validate task files, run nothing")
    check.add_argument("tasks", nargs="+", metavar="TASK")
    _add_task_options(check)
    check.set_defaults(command=_lazy("check"))
    replay = commands.add_parser(
        "replay",
        parents=[common],
        help="run a recording again: on its frames, or with --live on the real programs; no model",
        description="Runs the loop again on recorded frames and replies: no display, no model.",
    )
    _add_replay(replay)
    _add_fork(
        commands.add_parser(
            "fork",
            parents=[common],
            help="do the first steps of a recording again, then let a model go on",
            description="Does a recording's first N steps again, then lets a model go on.",
        )
    )
    heal = commands.add_parser(
        "heal",
        parents=[common],
        help="show the heals that live replays propose; accept or reject them",
        description="Shows the heals of a recording as pictures, and accepts or rejects them.",
    )
    heal.add_argument("recording", metavar="REC", help="a recording's folder")
    heal.add_argument("--accept", metavar="STEP", help="use the heal of this step from now on; or: all")
    heal.add_argument("--reject", metavar="STEP", help="never propose it again for an equal screen; or: all")
    heal.add_argument(
        "-o", "--output", metavar="DIR", help="where the pictures go (default: beside the heals)"
    )
    heal.set_defaults(command=_lazy("heal"))
    resume = commands.add_parser(
        "resume",
        parents=[common],
        help="let a model finish a run that was cut off",
        description="Does the steps of a run that was cut off again, then lets a model go on.",
    )
    _add_fork(resume, at=False)
    _add_record(
        commands.add_parser(
            "record",
            parents=[common],
            help="a person shows how a task is done: a recording, and steps in plain English",
            description="Starts a task's programs and follows what a person does with mouse and keyboard, "
            "until Ctrl+Alt+End, Ctrl-C here, or the program is closed.",
        )
    )
    _add_drift(
        commands.add_parser(
            "drift",
            parents=[common],
            help="replay recordings live on programs changed in known ways; are they right, or do they stop?",
            description="Replays recordings live on their programs moved, relabelled, disabled ..., and "
            "counts silent wrong actions and needless stops. Exit status 1 after a silent wrong action.",
        )
    )
    models = commands.add_parser(
        "models",
        parents=[common],
        help="which models there are, which run here; `models test`: does one click where it should?",
        description="Without `test`: which models there are, what they need, which this machine can run.",
    )
    models.add_argument(
        "what",
        nargs="?",
        choices=("test",),
        help="have a model click targets of known places, and name the likely cause when it misses",
    )
    models.add_argument("--model", metavar="M", help="the model to test; without `test`: a profile to add")
    models.add_argument("-o", "--output", metavar="DIR", help="test: where pictures of the clicks go")
    models.set_defaults(command=_lazy("models"))
    doctor = commands.add_parser(
        "doctor", parents=[common], help="what works here, what does not, how to mend it"
    )
    doctor.set_defaults(command=_lazy("doctor"))
    return parser


def _add_run(run: argparse.ArgumentParser) -> None:
    run.add_argument("tasks", nargs="+", metavar="TASK", help="a task file (YAML)")
    _add_task_options(run)
    _add_run_options(run)
    run.add_argument(
        "--record-mode",
        choices=("none", "once", "new_episodes", "all", "rewrite"),
        help="when the recording in DIR is replayed live and when it is made (default: none where CI is set)",
    )
    run.add_argument("--repeat", type=_positive(int), default=1, metavar="N", help="do every run N times")
    run.add_argument("--jobs", type=_positive(int), default=1, metavar="N", help="so many runs at a time")
    run.set_defaults(command=_lazy("run"))


def _add_run_options(parser: _ActionsContainer) -> None:
    """What every command that runs programs has."""
    parser.add_argument("--record", metavar="DIR", help="where the recording goes (default: in runs/)")
    parser.add_argument("--display", metavar="D", help="virtual, host or :N (default: as the task says)")
    parser.add_argument("--max-steps", type=_positive(int), metavar="N", help="stop after so many steps")
    parser.add_argument("--timeout", type=_positive(float), metavar="S", help="stop after so many seconds")
    parser.add_argument(
        "--approve",
        choices=("auto", "ask", "deny"),
        default="auto",
        help="auto: act; ask: a person says yes to every action; deny: never act (default: auto)",
    )
    parser.add_argument("--junit", metavar="FILE", help="write a JUnit XML file")


def _add_live_options(parser: _ActionsContainer) -> None:
    """What every command that does recorded steps again has."""
    parser.add_argument("--task", metavar="FILE", help="the task file (default: the recorded one)")
    parser.add_argument(
        "--var", action="append", default=[], metavar="K=V", help="another value of a variable"
    )
    parser.add_argument(
        "--patience",
        type=_positive(float),
        default=10.0,
        metavar="S",
        help="seconds that a recorded state may take to appear (default: 10)",
    )


def _add_fork(parser: argparse.ArgumentParser, *, at: bool = True) -> None:
    parser.add_argument("recording", metavar="REC", help="a recording's folder")
    if at:
        parser.add_argument(
            "--at", type=int, required=True, metavar="N", help="the last recorded step that is done again"
        )
    parser.add_argument("--model", metavar="M", help="the model that goes on (default: the recorded one)")
    _add_run_options(parser)
    _add_live_options(parser)
    parser.set_defaults(command=_lazy("fork"), cases=False, **({} if at else {"at": None}))


def _add_replay(replay: argparse.ArgumentParser) -> None:
    replay.add_argument("recordings", nargs="+", metavar="REC", help="a recording's folder")
    live = replay.add_argument_group(
        "live replay",
        "The task's programs are started, and the recorded actions done again where their targets are now.",
    )
    live.add_argument("--live", action="store_true", help="on the real programs, without a model")
    before = vars(replay.parse_args(["REC"]))
    _add_run_options(live)
    _add_live_options(live)
    live.add_argument("--heal", metavar="M", help="a model that finds a target which nothing else found")
    live.add_argument("--strict", action="store_true", help="a run that needed a heal has failed")
    live.add_argument(
        "--learn",
        type=_positive(int),
        metavar="N",
        help="replay N times, and ignore from then on what differed although all passed (clocks, ids)",
    )
    live.add_argument("--cases", action="store_true", help="replay once for each case of the task")
    live.add_argument("--repeat", type=_positive(int), default=1, metavar="N", help="do it N times")
    given = vars(replay.parse_args(["REC"]))
    live_only = {name: value for name, value in given.items() if name not in before}
    replay.set_defaults(command=_lazy("replay"), live_only=live_only)


def _add_drift(drift: argparse.ArgumentParser) -> None:
    drift.add_argument("recordings", nargs="+", metavar="REC", help="a recording's folder")
    drift.add_argument("--drifts", default="", metavar="A,B", help="only these (default: all)")
    drift.add_argument(
        "--seeds", type=_positive(int), default=3, metavar="N", help="each drift N times (default: 3)"
    )
    drift.add_argument(
        "--first-seed", type=_positive(int), default=1, metavar="N", help="the first seed (default: 1)"
    )
    drift.add_argument(
        "--inside",
        action="store_true",
        help="the program drifts itself, as the environment tells it (default: it is drifted from outside)",
    )
    drift.add_argument("--report", metavar="FILE", help="write every trial to a JSON file")
    _add_live_options(drift)
    drift.set_defaults(command=_lazy("drift"))


def _add_record(record: argparse.ArgumentParser) -> None:
    record.add_argument("task", metavar="TASK", help="a task file (YAML)")
    record.add_argument(
        "--var", action="append", default=[], metavar="K=V", help="set a variable of the task"
    )
    record.add_argument("--record", metavar="DIR", help="where the recording goes (default: in runs/)")
    record.add_argument("--display", metavar="D", help="virtual, host or :N (default: as the task says)")
    record.add_argument(
        "-o", "--output", metavar="FILE", help="write the task with the steps that were shown"
    )
    record.set_defaults(command=_lazy("record"))


def _add_task_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="M", help="the model that decides (default: as the task says)")
    parser.add_argument(
        "--ground", metavar="SPEC", help='look again where to click, as in "refine(2)+vote(5)+snap"'
    )
    parser.add_argument("--grounder", metavar="M", help="another model that points where --model says")
    parser.add_argument(
        "--var", action="append", default=[], metavar="K=V", help="set a variable of the task"
    )


def _positive(kind: Callable[[str], float]) -> Callable[[str], float]:
    def convert(text: str) -> float:
        number = kind(text)
        if not 0 < number < 1e9:  # noqa: PLR2004  (also refuses nan)
            raise ValueError
        return number

    convert.__name__ = "a number above 0"  # argparse names it in its message
    return convert


def _lazy(name: str) -> Command:
    """The command of that name, loaded when it is called."""

    def call(options: argparse.Namespace) -> int:
        from importlib import import_module  # noqa: PLC0415

        command: Command = import_module(f"agent.commands.{name}").main
        return command(options)

    return call
