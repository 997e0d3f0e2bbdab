"""`agent models` and `agent models test`: their options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, path_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ModelsCommand:
    """What `agent models` is told."""

    test: bool
    """Whether a model is to click targets of known places."""
    model: str | None
    """The one to test; without a test, a profile to list with the others."""
    output: Path | None
    """The folder of the pictures of a test's clicks; None: none are made."""
    json: bool


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        choices=("test",),
        help="have a model click targets of known places, and name the likely cause when it misses",
    )
    parser.add_argument("--model", metavar="M", help="the model to test; without `test`: a profile to add")
    parser.add_argument("-o", "--output", metavar="DIR", help="test: where pictures of the clicks go")


def _read(given: Namespace) -> ModelsCommand:
    return ModelsCommand(given.what == "test", given.model, path_of(given.output), given.json)


MODELS = Verb(
    "models",
    "which models there are, which run here; `models test`: does one click where it should?",
    "agent.commands.models",
    _add_options,
    _read,
    "Without `test`: which models there are, what they need, which this machine can run.",
)
