"""`agent replay REC...`, with `--live` and without: its options."""

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
    positive,
    run_options,
)
from agent.errors import BadInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from agent.replay.options import LiveOptions

_RESULT = ".result.json"
"""Behind a recording's name: the result that `agent.runs.report.kept` keeps beside it."""
_LIVE_ONLY = (
    *("record", "display", "max_steps", "timeout", "approve", "junit", "task", "var", "patience"),
    *("heal", "strict", "learn", "cases", "repeat"),
)
"""Options that say nothing to a replay without `--live`."""


@dataclass(frozen=True, slots=True)
class LiveCommand:
    """What `agent replay --live` is told besides the recordings."""

    options: LiveOptions
    repeat: int
    learn: int | None
    """Replays to learn from what may differ; None: nothing is learnt."""
    output: Output


@dataclass(frozen=True, slots=True)
class ReplayCommand:
    """What `agent replay` is told."""

    recordings: tuple[Path, ...]
    json: bool
    live: LiveCommand | None
    """None: a replay on recorded frames."""


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("recordings", nargs="+", metavar="REC", help="a recording's folder")
    live = parser.add_argument_group(
        "live replay",
        "The task's programs are started, and the recorded actions done again where their targets are now.",
    )
    live.add_argument("--live", action="store_true", help="on the real programs, without a model")
    add_run_options(live)
    add_live_options(live)
    live.add_argument("--heal", metavar="M", help="a model that finds a target which nothing else found")
    live.add_argument(
        "--strict",
        action="store_true",
        help="a run fails that needed a heal, or ended on another screen",
    )
    live.add_argument(
        "--learn",
        type=positive(int),
        metavar="N",
        help="replay N times, and ignore from then on what differed although all passed (clocks, ids)",
    )
    live.add_argument("--cases", action="store_true", help="replay once for each case of the task")
    live.add_argument("--repeat", type=positive(int), metavar="N", help="do it N times")


def _read(given: Namespace) -> ReplayCommand:
    recordings = tuple(
        Path(folder) for folder in given.recordings if not _is_beside(folder, given.recordings)
    )
    if not given.live:
        _refuse_live(given)
    return ReplayCommand(recordings, given.json, _read_live(given) if given.live else None)


def _is_beside(path: str, given: Sequence[str]) -> bool:
    """Whether it is the kept result of a recording that is given too, as a shell's `recordings/*` does."""
    return path.endswith(_RESULT) and path.removesuffix(_RESULT) in given


def _refuse_live(given: Namespace) -> None:
    """Refuse what is for a live replay. All of it is None, false or empty where it is not given."""
    said = [name for name in _LIVE_ONLY if getattr(given, name)]
    if said:
        raise BadInput(f"--{said[0].replace('_', '-')}: is for a live replay; add --live")


def _read_live(given: Namespace) -> LiveCommand:
    repeat = given.repeat or 1
    if given.record and len(given.recordings) * repeat > 1:
        raise BadInput("--record: is for one replay; leave it out, and each is recorded in runs/")
    if given.learn and (given.var or given.cases):
        raise BadInput("--learn: learns from replays of what was recorded; leave --var and --cases out")
    options = replace(
        live_options(given),
        run=run_options(given),
        cases=given.cases,
        record=path_of(given.record),
        heal=given.heal,
        strict=given.strict,
        learning=given.learn is not None,
    )
    return LiveCommand(options, repeat, given.learn, output_of(given))


REPLAY = Verb(
    "replay",
    "run a recording again: on its frames, or with --live on the real programs; no model",
    "agent.commands.replay",
    _add_options,
    _read,
    "Runs the loop again on recorded frames and replies: no display, no model.",
)
