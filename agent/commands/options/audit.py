"""`agent audit TASK...`: its options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, add_var, overrides_of, positive
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

READER = "reader"
"""The embedded model: it does what a step says and nothing else, so a changed step is a changed run."""


@dataclass(frozen=True, slots=True)
class AuditCommand:
    """What `agent audit` is told."""

    tasks: tuple[str, ...]
    overrides: Mapping[str, str]
    run: RunOptions
    selected: str | None
    """An expression over names of runs; None: all."""
    jobs: int
    keep: bool
    """Whether the recordings of all mutants are kept."""
    json: bool
    lies: tuple[str, ...] = ()
    """What the programs are to lie about, as they know it."""


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "tasks", nargs="+", metavar="TASK", help="a task file (YAML), a folder of them, or a recording"
    )
    parser.add_argument(
        "-k", metavar="EXPR", dest="selected", help='only runs whose names match, as in "form and not Ada"'
    )
    add_var(parser)
    parser.add_argument(
        "--lies",
        default="",
        metavar="NAME,...",
        help="also with the program lying so: DESKHAND_LIE tells it",
    )
    parser.add_argument("--display", metavar="D", help="virtual, host or :N (default: as the task says)")
    parser.add_argument(
        "--timeout", type=positive(float), metavar="S", help="stop a run after so many seconds"
    )
    parser.add_argument("--jobs", type=positive(int), default=1, metavar="N", help="so many runs at a time")
    parser.add_argument(
        "--keep", action="store_true", help="keep the recordings of mutants that were noticed, too"
    )


def _read(given: Namespace) -> AuditCommand:
    return AuditCommand(
        tasks=tuple(given.tasks),
        overrides=overrides_of(given.var),
        run=replace(
            RunOptions(model=READER, display=given.display, timeout=given.timeout), debug=given.debug
        ),
        selected=given.selected,
        jobs=given.jobs,
        keep=given.keep,
        json=given.json,
        lies=tuple(name for name in given.lies.split(",") if name),
    )


AUDIT = Verb(
    "audit",
    "which step or value could be wrong without any check noticing?",
    "agent.commands.audit",
    _add_options,
    _read,
    "Does a task with nothing done, with each step left out and with other values: what passes all the same, "
    "no check looks at.",
)
