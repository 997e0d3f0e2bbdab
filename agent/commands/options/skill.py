"""`agent skill install`, `list` and `show`: their options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.commands.options.shared import Verb, path_of
from agent.errors import BadInput
from agent.skill.clients import NAMES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    What = Literal["install", "list", "show"]


@dataclass(frozen=True, slots=True)
class SkillCommand:
    """What `agent skill` is told."""

    what: What
    clients: tuple[str, ...] = ()
    """Names of those that it is for; none: those that are in use."""
    project: Path | None = None
    """The project that is named; None: the current folder, or the user."""
    user: bool = False
    """Whether it is for all projects of this user."""
    force: bool = False
    """Whether what was changed by hand is overwritten."""
    file: str | None = None
    """The file of the skill that is shown; None: the first one."""
    json: bool = False


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=("install", "list", "show"),
        help="write the skill where coding agents look for it; say where it is; or print it",
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="show: a file of the skill (default: SKILL.md)"
    )
    parser.add_argument(
        "--for",
        dest="clients",
        action="append",
        default=[],
        choices=NAMES,
        help="install: the coding agent that is to read it; may be given several times "
        "(default: those that are in use)",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--project", metavar="DIR", help="the project's folder (default: this one)")
    where.add_argument("--user", action="store_true", help="for all projects of this user")
    parser.add_argument("--force", action="store_true", help="install: overwrite what was changed by hand")


def _read(given: Namespace) -> SkillCommand:
    if given.what != "show" and given.file:
        raise BadInput(f"agent skill {given.what} {given.file}: only `agent skill show` takes a file")
    if given.what != "install" and (given.clients or given.force):
        raise BadInput(f"agent skill {given.what}: --for and --force are for `agent skill install`")
    if given.what == "show" and (given.user or given.project):
        raise BadInput("agent skill show: prints the skill that comes with deskhand; it takes no folder")
    where = {"project": path_of(given.project), "user": given.user}
    return SkillCommand(
        given.what, tuple(given.clients), **where, force=given.force, file=given.file, json=given.json
    )


SKILL = Verb(
    "skill",
    "teach coding agents this command line: `skill install` writes SKILL.md where they look",
    "agent.commands.skill",
    _add_options,
    _read,
    "Installs, lists or shows the skill that teaches coding agents this command line.",
)
