"""`agent drift REC...`: its options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, add_live_options, live_options, path_of, positive

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from agent.replay.options import LiveOptions


@dataclass(frozen=True, slots=True)
class DriftCommand:
    """What `agent drift` is told."""

    recordings: tuple[Path, ...]
    drifts: tuple[str, ...]
    """None named: all."""
    seeds: tuple[int, ...]
    inside: bool
    """Whether the program drifts itself."""
    report: Path | None
    live: LiveOptions
    json: bool


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("recordings", nargs="+", metavar="REC", help="a recording's folder")
    parser.add_argument("--drifts", default="", metavar="A,B", help="only these (default: all)")
    parser.add_argument(
        "--seeds", type=positive(int), default=3, metavar="N", help="each drift N times (default: 3)"
    )
    parser.add_argument(
        "--first-seed", type=positive(int), default=1, metavar="N", help="the first seed (default: 1)"
    )
    parser.add_argument(
        "--inside",
        action="store_true",
        help="the program drifts itself, as the environment tells it (default: it is drifted from outside)",
    )
    parser.add_argument("--report", metavar="FILE", help="write every trial to a JSON file")
    add_live_options(parser)


def _read(given: Namespace) -> DriftCommand:
    return DriftCommand(
        recordings=tuple(Path(folder) for folder in given.recordings),
        drifts=tuple(name for name in given.drifts.split(",") if name),
        seeds=tuple(range(given.first_seed, given.first_seed + given.seeds)),
        inside=given.inside,
        report=path_of(given.report),
        live=live_options(given),
        json=given.json,
    )


DRIFT = Verb(
    "drift",
    "replay recordings live on programs changed in known ways; are they right, or do they stop?",
    "agent.commands.drift",
    _add_options,
    _read,
    "Replays recordings live on their programs moved, relabelled, disabled ..., and "
    "counts silent wrong actions and needless stops. Exit status 1 after a silent wrong action.",
)
