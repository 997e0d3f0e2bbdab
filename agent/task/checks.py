"""Checks of a task as written in its file; `agent.checks` carries them out."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from agent.errors import nearest

Text = Annotated[str, Field(min_length=1)]
Scalar = str | int | float | bool | None


class Section(BaseModel):
    """Base of everything written in a task file: never changed, no unknown keys.

    A default is made what a written value is: a recorded task is compared with today's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_default=True)


class SqlCheck(Section):
    """The rows that a query finds in a SQLite database, opened for reading only."""

    kind: Literal["sql"] = "sql"
    database: Text
    query: Text
    equals: tuple[tuple[Scalar, ...], ...]


class TextCheck(Section):
    """Text that can be read on the screen."""

    kind: Literal["text"] = "text"
    text: Text


class FileCheck(Section):
    """What a UTF-8 text file holds: exactly one of the two."""

    kind: Literal["file"] = "file"
    path: Text
    contains: Text | None = None
    equals: str | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.contains is None) == (self.equals is None):
            raise ValueError('give either "contains" or "equals"')
        return self


class JsonCheck(Section):
    """The value that a JSON file holds."""

    kind: Literal["json"] = "json"
    path: Text
    equals: JsonValue


class CommandCheck(Section):
    """A program's exit status and, if given, its whole standard output (white space at its end apart)."""

    kind: Literal["command"] = "command"
    run: tuple[str, ...] = Field(min_length=1)
    exit: int = Field(default=0, strict=True)
    stdout: str | None = None


class WindowCheck(Section):
    """A window whose title contains this, upper and lower case told apart."""

    kind: Literal["window"] = "window"
    title: Text


class ImageCheck(Section):
    """A small picture that is seen somewhere on the screen; its path is relative to the task file."""

    kind: Literal["image"] = "image"
    like: Text


class AskCheck(Section):
    """A question about the last frame that a model answers with yes or no."""

    kind: Literal["ask"] = "ask"
    question: Text


Check = Annotated[
    SqlCheck | TextCheck | FileCheck | JsonCheck | CommandCheck | WindowCheck | ImageCheck | AskCheck,
    Field(discriminator="kind"),
]
CHECKS: dict[str, type[Section]] = {
    "sql": SqlCheck, "text": TextCheck, "file": FileCheck, "json": JsonCheck,
    "command": CommandCheck, "window": WindowCheck, "image": ImageCheck, "ask": AskCheck,
}  # fmt: skip
SHORT = {"text": "text", "ask": "question"}
"""Kinds that are written as one text, and the field that it fills."""


def _from_file(written: Any) -> Any:
    """`{sql: {...}}` as it stands in a file -> `{kind: sql, ...}`."""
    if not isinstance(written, dict) or len(written) != 1:
        raise ValueError(f'expected one check, as in "text: Customer saved"; known: {", ".join(CHECKS)}')
    [(kind, body)] = written.items()
    if kind not in CHECKS:
        raise ValueError(f'unknown check "{kind}"; {nearest(kind, CHECKS)}')
    if kind in SHORT:
        return {"kind": kind, SHORT[kind]: body}
    if not isinstance(body, dict):
        fields = [name for name in CHECKS[kind].model_fields if name != "kind"]
        raise ValueError(f'"{kind}" takes a mapping with {", ".join(fields)}')  # noqa: TRY004  (pydantic wants it so)
    if "kind" in body:
        raise ValueError(f'"{kind}" has no key "kind"; remove it')
    return {"kind": kind, **body}


WrittenCheck = Annotated[Check, BeforeValidator(_from_file)]
