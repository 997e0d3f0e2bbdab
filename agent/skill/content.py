"""Content of the skill: its files as they come with deskhand."""

from __future__ import annotations

from functools import cache
from importlib import resources

from agent.errors import BadInput, nearest

NAME = "deskhand"
"""Of the skill and, as its convention wants it, of the folder that it lies in."""
FRONT = "SKILL.md"
_DEPTH = "references"


@cache
def files() -> dict[str, str]:
    """The text of each file of the skill, by its path in the skill's folder; `SKILL.md` first."""
    here = resources.files("agent.skill")
    pages = sorted(page.name for page in here.joinpath(_DEPTH).iterdir() if page.name.endswith(".md"))
    return {
        path: here.joinpath(path).read_text("utf-8")
        for path in (FRONT, *(f"{_DEPTH}/{page}" for page in pages))
    }


def text_of(path: str) -> str:
    """The text of one file. Raises BadInput where the skill has none of this name."""
    if path not in files():
        raise BadInput(f"{path}: the skill has no such file; {nearest(path, files())}")
    return files()[path]
