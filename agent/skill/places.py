"""Places: the folders that a skill is written into, each within a folder that is never left."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.skill.clients import CLIENTS
from agent.skill.content import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agent.skill.clients import Client


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of the skill."""

    within: Path
    """The project, the user's home, or a client's own folder of settings: nothing is written outside."""
    skills: str
    """The folder of all skills, relative to that."""
    clients: tuple[Client, ...]
    """Those that look there."""

    @property
    def folder(self) -> Path:
        """The skill's own folder."""
        return self.within / self.skills / NAME

    def check(self, path: Path) -> None:
        """Make sure that what is written at a path of the folder stays within. Raises BadInput."""
        real, within = (Path(realpath(one)) for one in (path.parent, self.within))
        if not real.is_relative_to(within):
            raise BadInput(
                f"{path}: a link leads out of {self.within}, to {real}; nothing is written there: "
                "take the link away, or name the folder around its end with --project"
            )


def home_of(env: Mapping[str, str]) -> Path:
    """The user's home. Raises BadInput where there is none."""
    try:
        return Path(env["HOME"]) if env.get("HOME") else Path.home()
    except RuntimeError:
        raise BadInput("no home folder is known: set HOME, or name a folder with --project") from None


def in_project(project: Path, clients: Iterable[Client]) -> list[Place]:
    """The places of a project for these clients, no folder twice. Raises BadInput: no such folder."""
    if not project.is_dir():
        raise BadInput(f"{project}: no such folder; name that of your project with --project")
    return [Place(project, skills, found) for skills, found in _by_folder(clients)]


def of_user(clients: Iterable[Client], env: Mapping[str, str]) -> list[Place]:
    """The places of a user for these clients, no folder twice. Raises BadInput: there is no home."""
    moved = env.get("CLAUDE_CONFIG_DIR")
    return [
        Place(Path(moved), "skills", found)
        if moved and skills == CLIENTS[0].skills
        else Place(home_of(env), skills, found)
        for skills, found in _by_folder(clients)
    ]


def _by_folder(clients: Iterable[Client]) -> list[tuple[str, tuple[Client, ...]]]:
    ordered = sorted(clients, key=lambda client: client.skills)
    return [(skills, tuple(found)) for skills, found in groupby(ordered, key=lambda client: client.skills)]
