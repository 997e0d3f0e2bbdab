"""`agent bench verify | rescore DIR` and `compare A B`: options of what is done with results folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.options.shared import path_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

OF_RESULTS = {"verify": 1, "rescore": 1, "compare": 2}
"""What can be done with results folders, and with how many."""


@dataclass(frozen=True, slots=True)
class ResultsCommand:
    """What is to be done with results folders."""

    name: str
    folders: tuple[Path, ...]
    data: Path | None
    json: bool


def add_folders(parser: ArgumentParser) -> None:
    """The folders, behind the name of what is done with them."""
    parser.add_argument(
        "folders", nargs="*", metavar="DIR", help="verify, rescore: the results folder; compare: two"
    )


def read_results_command(given: Namespace) -> ResultsCommand:
    """What was asked of results folders.

    Raises:
        BadInput: there are too few or too many of them.
    """
    wanted = OF_RESULTS[given.name]
    if len(given.folders) != wanted:
        needs = "a results folder" if wanted == 1 else f"{wanted} results folders"
        raise BadInput(f"bench {given.name}: takes {needs}, and {len(given.folders)} are named")
    folders = tuple(path for path in map(path_of, given.folders) if path)
    return ResultsCommand(given.name, folders, path_of(given.data), given.json)
