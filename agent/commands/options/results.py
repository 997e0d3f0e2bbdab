"""`agent bench verify | rescore DIR`, `compare A B` and `export DIR...`: their options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.exports.forms import FORMS
from agent.commands.options.shared import path_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from agent.bench.exports.forms import FormName

OF_RESULTS = {"verify": 1, "rescore": 1, "compare": 2, "export": None}
"""What can be done with results folders, and with how many; None: with one or more."""


@dataclass(frozen=True, slots=True)
class ResultsCommand:
    """What is to be done with results folders."""

    name: str
    folders: tuple[Path, ...]
    data: Path | None
    json: bool
    form: FormName | None = None
    """In which episodes are exported."""
    out: Path | None = None
    """The folder that they are exported to."""
    failed: bool = False
    """Whether those that did not pass are exported too."""


def add_folders(parser: ArgumentParser) -> None:
    """The folders, behind the name of what is done with them."""
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="DIR",
        help="verify, rescore: the results folder; compare: two; export: also recordings",
    )
    parser.add_argument(
        "--form", choices=FORMS, metavar="F", help=f"export: {', '.join(FORMS)}; what is written to --out"
    )
    parser.add_argument(
        "--all", action="store_true", dest="failed", help="export: also episodes that did not pass"
    )


def read_results_command(given: Namespace) -> ResultsCommand:
    """What was asked of results folders.

    Raises:
        BadInput: there are too few or too many of them.
    """
    _check_count(given.name, len(given.folders))
    folders = tuple(path for path in map(path_of, given.folders) if path)
    return ResultsCommand(
        given.name, folders, path_of(given.data), given.json, given.form, path_of(given.out), given.failed
    )


def _check_count(name: str, named: int) -> None:
    wanted = OF_RESULTS[name]
    if named < 1 if wanted is None else named != wanted:
        needs = {None: "folders", 1: "a results folder"}.get(wanted, f"{wanted} results folders")
        raise BadInput(f"bench {name}: takes {needs}, and {named} are named")
