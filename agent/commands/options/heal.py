"""`agent heal REC`: its options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, path_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


@dataclass(frozen=True, slots=True)
class HealCommand:
    """What `agent heal` is told."""

    recording: Path
    accept: str | None
    """A step, or `all`."""
    reject: str | None
    """A step, or `all`."""
    output: Path | None
    """The folder of the pictures; None: beside the heals."""
    json: bool


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("recording", metavar="REC", help="a recording's folder")
    parser.add_argument("--accept", metavar="STEP", help="use the heal of this step from now on; or: all")
    parser.add_argument(
        "--reject", metavar="STEP", help="never propose it again for an equal screen; or: all"
    )
    parser.add_argument(
        "-o", "--output", metavar="DIR", help="where the pictures go (default: beside the heals)"
    )


def _read(given: Namespace) -> HealCommand:
    return HealCommand(Path(given.recording), given.accept, given.reject, path_of(given.output), given.json)


HEAL = Verb(
    "heal",
    "show the heals that live replays propose; accept or reject them",
    "agent.commands.heal",
    _add_options,
    _read,
    "Shows the heals of a recording as pictures, and accepts or rejects them.",
)
