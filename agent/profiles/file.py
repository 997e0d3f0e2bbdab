"""Profile file: TOML -> profiles.

A file holds the keys of one profile. One for a family may add tables, `[sizes.NAME]` and `[editions.NAME]`,
and then holds a profile for each pair: the family's keys, overruled by the edition's, by the size's, and by
those of a table in the size that has the edition's name. `{size}` and `{edition}` in its texts stand for the
tables' names; the profile's own name is in lower case.
"""

from __future__ import annotations

import tomllib
from itertools import product
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from agent.errors import BadInput, nearest
from agent.profiles.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 10


def parse_profiles(text: str, where: str) -> tuple[Profile, ...]:
    """Every profile of a file's text.

    Args:
        text: TOML.
        where: the file's name, for errors.

    Raises:
        BadInput: it is not valid; each fault is told with the file, the key and what to do.
    """
    try:
        keys = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{where}: not valid TOML: {error}") from None
    sizes = _table(keys, "sizes", where) or {"": {}}
    editions = _table(keys, "editions", where) or {"": {}}
    family = {key: value for key, value in keys.items() if key not in ("sizes", "editions")}
    found = []
    for size, edition in product(sizes, editions):
        of_size, of_edition = _table(sizes, size, where), _table(editions, edition, where)
        own = {key: value for key, value in of_size.items() if key not in editions}
        merged = family | of_edition | own | _table(of_size, edition, where)
        found.append(_profile(_named(merged, size, edition), where))
    return tuple(found)


def _table(keys: dict[str, Any], name: str, where: str) -> dict[str, Any]:
    """The table of that name; an empty one when there is none."""
    table = keys.get(name, {})
    if not isinstance(table, dict):
        raise BadInput(f"{where}: {name}: expected a table, got {table!r:.60}")
    return table


def _named(keys: dict[str, Any], size: str, edition: str) -> dict[str, Any]:
    """The keys with the tables' names put into their texts."""
    texts = {
        key: value.replace("{size}", size).replace("{edition}", edition)
        for key, value in keys.items()
        if isinstance(value, str)
    }
    return keys | texts | ({"name": texts["name"].lower()} if "name" in texts else {})


def _profile(keys: dict[str, Any], where: str) -> Profile:
    try:
        return Profile.model_validate(keys)
    except ValidationError as error:
        faults = [f"{where}: {line}" for line in _faults(error)]
        more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise BadInput("\n".join(faults[:_SHOWN] + more)) from None


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        place = ".".join(str(part) for part in fault["loc"])
        match fault["type"]:
            case "extra_forbidden":
                known = _known(tuple(str(part) for part in fault["loc"][:-1]))
                yield f"{place}: unknown key; {nearest(str(fault['loc'][-1]), known)}"
            case "missing":
                yield f"{place}: is missing; add it"
            case _:
                yield f"{place}: {fault['msg']}, got {fault['input']!r:.60}"


def _known(place: tuple[str, ...]) -> list[str]:
    """The keys of the section at a place."""
    section: type[BaseModel] = Profile
    for part in place:
        annotation = section.model_fields[part].annotation
        kinds = (annotation, *getattr(annotation, "__args__", ()))
        section = next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel))
    return list(section.model_fields)
