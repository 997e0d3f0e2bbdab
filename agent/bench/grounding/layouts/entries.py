"""Entries of annotation files: JSON lists, every entry validated, and faults told by file, number and key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FAR = 1_000_000
Number = Annotated[float, Field(ge=-_FAR, le=_FAR, allow_inf_nan=False)]
"""Pixels."""
Extent = tuple[Annotated[int, Field(gt=0, le=_FAR)], Annotated[int, Field(gt=0, le=_FAR)]]
"""Width and height of a picture."""
Kind = TypeVar("Kind", bound="Entry")
Four = tuple[Number, Number, Number, Number]
Text = Annotated[str, Field(min_length=1)]
_FAULTS = 5


class Entry(BaseModel):
    """An entry; keys that nothing is made of are let pass, as the sets have more than they use."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def read_json(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        BadInput: it can't be read, or is no JSON.
    """
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path}: is no JSON: {error}") from None


def read_entries(path: Path, kind: type[Kind]) -> list[Kind]:
    """All entries of a file.

    Raises:
        BadInput: it is no list of such entries; the first faults are told, each with number and key.
    """
    written = read_json(path)
    if not isinstance(written, list):
        raise BadInput(f"{path}: is no list of entries but {_named(written)}")
    entries: list[Kind] = []
    faults: list[str] = []
    for number, one in enumerate(written, 1):
        try:
            entries.append(kind.model_validate(one))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            faults.append(f"{path}: entry {number}: {where}: {first['msg']}")
    if faults:
        more = [f"and {len(faults) - _FAULTS} more"] if len(faults) > _FAULTS else []
        raise BadInput("\n".join([*faults[:_FAULTS], *more]))
    return entries


def refuse_twice(ids: Sequence[str], where: Path) -> None:
    """Make sure that no id is there twice.

    Raises:
        BadInput: one is.
    """
    known = set[str]()
    for identity in ids:
        if identity in known:
            raise BadInput(f"{where}: the id {identity!r} is there twice")
        known.add(identity)


def _named(value: object) -> str:
    if isinstance(value, dict):
        return f"an object with the keys {', '.join(map(str, list(value)[:6]))}"
    return f"a {type(value).__name__}"
