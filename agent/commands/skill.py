"""`agent skill install`, `list` and `show`: the skill that teaches coding agents this command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent import __version__
from agent.commands import exit_status
from agent.errors import BadInput, of_each
from agent.printing.streams import tell, write, write_json
from agent.skill.clients import CLIENTS, Choice, in_use, named
from agent.skill.content import FRONT, NAME, files, text_of
from agent.skill.installed import Installed, examine, install
from agent.skill.places import Place, home_of, in_project, of_user

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.commands.options.skill import SkillCommand

_DONE = {"absent": "installed", "current": "up to date", "older": "updated", "changed": "overwritten"}
_IS = {
    "absent": "not installed",
    "current": "up to date",
    "older": "out of date",
    "changed": "changed by hand",
}


def main(options: SkillCommand) -> int:
    """Do the one that was asked for."""
    {"install": _install, "list": _list, "show": _show}[options.what](options)
    return exit_status.PASSED


def _install(options: SkillCommand) -> None:
    choice = _choice(options)
    found = [(place, examine(place)) for place in _places(options, choice)]
    if not options.force:
        of_each(_refuse_changed, found)  # all of them, before anything is written
    for place, was in found:
        install(place, was)
    if choice.why and not options.json:
        tell(f"{choice.why}; --for names others\n")
    _say(found, _DONE, options)


def _list(options: SkillCommand) -> None:
    places = _places(options, Choice(CLIENTS))
    if options.project is None and not options.user:
        places += of_user(CLIENTS, os.environ)
    _say([(place, examine(place)) for place in places], _IS, options)


def _show(options: SkillCommand) -> None:
    path = options.file or FRONT
    text = text_of(path)
    if options.json:
        write_json({"skill": NAME, "version": __version__, "file": path, "text": text, "files": [*files()]})
    else:
        write(text)


def _choice(options: SkillCommand) -> Choice:
    if options.clients:
        return named(options.clients)
    return in_use(None if options.user else options.project or Path(), home_of(os.environ))


def _places(options: SkillCommand, choice: Choice) -> list[Place]:
    if options.user:
        return of_user(choice.clients, os.environ)
    return in_project(options.project or Path(), choice.clients)


def _refuse_changed(found: tuple[Place, Installed]) -> None:
    place, was = found
    if was.state == "changed":
        raise BadInput(
            f"{place.folder}: changed by hand, or not ours: {', '.join(was.changed)}; "
            "nothing was written: keep your version elsewhere, or overwrite it with --force"
        )


def _say(found: Sequence[tuple[Place, Installed]], words: dict[str, str], options: SkillCommand) -> None:
    if options.json:
        places = [_shown(place, words, was) for place, was in found]
        write_json({"skill": NAME, "version": __version__, "places": places})
        return
    for place, was in found:
        other = was.version and was.version != __version__
        version = f" (version {was.version})" if other and words is _IS else ""
        write(f"{place.folder}: {words[was.state]}{version}, for {_titles(place)}\n")


def _shown(place: Place, words: dict[str, str], was: Installed) -> dict[str, Any]:
    """A place as JSON; of `install` as it is now."""
    version = __version__ if words is _DONE else was.version or None
    state = words[was.state]
    names = [client.name for client in place.clients]
    return {
        "folder": str(place.folder),
        "for": names,
        "state": state,
        "version": version,
        "changed": was.changed,
    }


def _titles(place: Place) -> str:
    return ", ".join(client.title for client in place.clients)
