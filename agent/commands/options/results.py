"""`agent bench verify | rescore DIR`, `compare A B`, `export | tables | plots DIR...`: their options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.exports.forms import FORMS
from agent.bench.tables.forms import TABLE_FORMS
from agent.commands.options.shared import path_of
from agent.errors import BadInput, nearest

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from agent.bench.exports.forms import FormName
    from agent.bench.tables.forms import TableForm

OF_RESULTS = {"verify": 1, "rescore": 1, "compare": 2, "export": None, "tables": None, "plots": None}
"""What can be done with results folders, and with how many; None: with one or more."""


FORMS_OF: dict[str, tuple[str, ...]] = {"export": FORMS, "tables": TABLE_FORMS}
"""What writes in one of several forms, and in which."""


@dataclass(frozen=True, slots=True)
class ResultsCommand:
    """What is to be done with results folders."""

    name: str
    folders: tuple[Path, ...]
    data: Path | None
    json: bool
    form: FormName | None = None
    """In which episodes are exported."""
    table_form: TableForm = "markdown"
    out: Path | None = None
    """The folder that episodes or plots are written to."""
    failed: bool = False
    """Whether those that did not pass are exported too."""


def add_folders(parser: ArgumentParser) -> None:
    """The folders, behind the name of what is done with them."""
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="DIR",
        help="verify, rescore: the results folder; compare: two; tables, plots, export: one or more",
    )
    forms = "; ".join(f"{name}: {', '.join(known)}" for name, known in FORMS_OF.items())
    parser.add_argument("--form", metavar="F", help=f"the form that is written. {forms}")
    parser.add_argument(
        "--all", action="store_true", dest="failed", help="export: also episodes that did not pass"
    )


def read_results_command(given: Namespace) -> ResultsCommand:
    """What was asked of results folders.

    Raises:
        BadInput: there are too few or too many of them, or the form is unknown.
    """
    _check_count(given.name, len(given.folders))
    _check_form(given.name, given.form)
    of_tables = given.name == "tables"
    return ResultsCommand(
        name=given.name,
        folders=tuple(path for path in map(path_of, given.folders) if path),
        data=path_of(given.data),
        json=given.json,
        form=None if of_tables else given.form,
        table_form=(given.form if of_tables else None) or TABLE_FORMS[0],
        out=path_of(given.out),
        failed=given.failed,
    )


def _check_count(name: str, named: int) -> None:
    wanted = OF_RESULTS[name]
    if named < 1 if wanted is None else named != wanted:
        needs = {None: "folders", 1: "a results folder"}.get(wanted, f"{wanted} results folders")
        raise BadInput(f"bench {name}: takes {needs}, and {named} are named")


def _check_form(name: str, form: str | None) -> None:
    known = FORMS_OF.get(name, ())
    if form is not None and form not in known:
        raise BadInput(f'--form "{form}": bench {name} has no such form; {nearest(form, known)}')
