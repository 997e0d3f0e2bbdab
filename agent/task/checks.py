"""Checks of a task as written in its file; `agent.checks` carries them out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, JsonValue

from agent.errors import nearest
from agent.task.address import without_password
from agent.task.section import Region, Scalar, Section, Text, Weighed
from agent.task.table_checks import CsvCheck, XlsxCheck

OneOrMore = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(
        lambda written: (written,) if isinstance(written, str) else written,
        json_schema_input_type=Text | Annotated[tuple[Text, ...], Field(min_length=1)],
    ),
]
Address = Annotated[Text, AfterValidator(without_password)]


class SqlCheck(Weighed):
    """The rows that a query finds in a database, which is asked for reading only."""

    one_of = ("database", "url")
    kind: Literal["sql"] = "sql"
    database: Text | None = None
    """Path of a SQLite file."""
    url: Address | None = None
    """Of any database that SQLAlchemy knows: `postgresql+psycopg://crm:${secret.CRM_PASSWORD}@host/crm`."""
    query: Text
    equals: tuple[tuple[Scalar, ...], ...]


class TextCheck(Weighed):
    """Text that can be read on the screen."""

    kind: Literal["text"] = "text"
    text: Text


class FileCheck(Weighed):
    """What a UTF-8 text file holds: exactly one of the two."""

    one_of = ("contains", "equals")
    kind: Literal["file"] = "file"
    path: Text
    contains: Text | None = None
    equals: str | None = None


class JsonCheck(Weighed):
    """The value that a JSON file holds."""

    kind: Literal["json"] = "json"
    path: Text
    equals: JsonValue


class CommandCheck(Weighed):
    """A program's exit status and, if given, its whole standard output (white space at its end apart)."""

    kind: Literal["command"] = "command"
    run: tuple[str, ...] = Field(min_length=1)
    exit: int = Field(default=0, strict=True)
    stdout: str | None = None


class WindowCheck(Weighed):
    """A window whose title contains this, upper and lower case told apart."""

    kind: Literal["window"] = "window"
    title: Text


class ImageCheck(Weighed):
    """A small picture that is seen somewhere on the screen."""

    kind: Literal["image"] = "image"
    like: OneOrMore
    """Its path, relative to the task file; a list of them: one is seen."""
    tolerance: Annotated[float, Field(strict=True, ge=0, le=0.5)] | None = None
    """Share of its pixels that may be other ones; without it shape and colours must be the same."""
    ignore: tuple[Region, ...] = ()
    """Areas of the picture that are not compared: left, top, width and height, in its pixels."""
    region: Region | None = None
    """Where it is looked for: left, top, width and height, in pixels of the display."""


class AskCheck(Section):
    """A question about the last frame that a model answers with yes or no."""

    kind: Literal["ask"] = "ask"
    question: Text


Check = Annotated[
    SqlCheck
    | TextCheck
    | FileCheck
    | JsonCheck
    | CsvCheck
    | XlsxCheck
    | CommandCheck
    | WindowCheck
    | ImageCheck
    | AskCheck,
    Field(discriminator="kind"),
]
CHECKS: dict[str, type[Section]] = {
    "sql": SqlCheck, "text": TextCheck, "file": FileCheck, "json": JsonCheck, "csv": CsvCheck,
    "xlsx": XlsxCheck,
    "command": CommandCheck, "window": WindowCheck, "image": ImageCheck, "ask": AskCheck,
}  # fmt: skip
SHORT = {"text": "text", "ask": "question"}
"""Kinds that are written as one text, and the field that it fills."""
CHECK_KEYS = ("checks", "precheck")
"""Keys of a task file that list checks."""
BESIDE = frozenset({"weight"})
"""Fields that stand beside the kind, not within it."""


def from_file(written: Any) -> Any:
    """`{sql: {...}, weight: 2}` as it stands in a file -> `{kind: sql, weight: 2, ...}`."""
    if not isinstance(written, dict):
        raise ValueError(_ONE_CHECK)  # noqa: TRY004  (pydantic wants it so)
    beside = {key: written[key] for key in written if key in BESIDE}
    kinds = [key for key in written if key not in BESIDE]
    if unknown := [key for key in kinds if key not in CHECKS]:
        raise ValueError(f'unknown check "{unknown[0]}"; {nearest(unknown[0], [*CHECKS, *BESIDE])}')
    if len(kinds) != 1:
        raise ValueError(_ONE_CHECK)
    if beside and not issubclass(CHECKS[kinds[0]], Weighed):
        raise ValueError(f'"{kinds[0]}" is a model\'s opinion, which no score counts; remove the weight')
    return {**beside, **_within(kinds[0], written[kinds[0]])}


def _within(kind: str, body: Any) -> dict[str, Any]:
    if kind in SHORT:
        return {"kind": kind, SHORT[kind]: body}
    known = keys_of(kind)
    if not isinstance(body, dict):
        raise ValueError(f'"{kind}" takes a mapping with {", ".join(known)}')  # noqa: TRY004  (as above)
    for key in body.keys() & (BESIDE | {"kind"}):
        where = f'put it beside "{kind}"' if key in BESIDE else "remove it"
        raise ValueError(f'"{kind}" has no key "{key}"; {where}')
    return {"kind": kind, **body}


def keys_of(kind: str) -> list[str]:
    """The keys that are written within a check."""
    return [name for name in CHECKS[kind].model_fields if name not in BESIDE | {"kind"}]


_ONE_CHECK = f'expected one check, as in "text: Customer saved"; known: {", ".join(CHECKS)}'


WrittenCheck = Annotated[Check, BeforeValidator(from_file)]
