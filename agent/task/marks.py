"""Marks of a task for pytest: `smoke`, `{xfail: why}`, `{skipif: {env: CI}}`. No condition is run as code.

`agent run` heeds none of them: there `-k` alone selects, by their names too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from agent.errors import nearest
from agent.task.section import Section
from agent.task.variables import NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONDITIONS = ("env", "no_env", "platform")
_TAKES = {
    "skip": ("reason",),
    "skipif": ("reason", *_CONDITIONS),
    "xfail": ("reason", "strict", *_CONDITIONS),
}
"""Marks that take something, and what."""


def _tag(name: str) -> str:
    if not re.fullmatch(r"[\w.-]{1,100}", name) or name.casefold() in {"and", "or", "not"}:
        raise ValueError(f'"{name}" is no tag; use letters, digits, "_", "-" and "."')
    return name


def _variable(name: str) -> str:
    if not NAME.fullmatch(name.partition("=")[0]):
        raise ValueError(f'"{name}" is no environment variable; write "env: CI" or "env: STAGE=test"')
    return name


Tag = Annotated[str, AfterValidator(_tag), WithJsonSchema({"type": "string", "pattern": r"^\S{1,100}$"})]
Variable = Annotated[str, AfterValidator(_variable)]


class Condition(Section):
    """When a mark applies: all that is given must hold."""

    env: Variable | None = None
    """An environment variable that is set and not empty, or that has a value (`STAGE=test`)."""
    no_env: Variable | None = None
    """One that isn't set, or has another value."""
    platform: Literal["linux", "darwin", "win32"] | None = None

    def holds(self, environ: Mapping[str, str], platform: str) -> bool:
        """Whether it holds there; the platform is named as in `sys.platform`."""
        return (
            (self.env is None or _is_set(self.env, environ))
            and (self.no_env is None or not _is_set(self.no_env, environ))
            and (self.platform is None or platform.startswith(self.platform))
        )


def _is_set(variable: str, environ: Mapping[str, str]) -> bool:
    name, equals, value = variable.partition("=")
    return environ.get(name, "") == value if equals else bool(environ.get(name))


class PytestMark(Section):
    """A mark of pytest."""

    name: str
    reason: str = ""
    strict: bool = Field(default=False, strict=True)
    """Of an `xfail`: whether a pass is a failure."""
    when: Condition | None = None
    """When it applies; None: always."""

    @model_validator(mode="after")
    def _conditioned(self) -> Self:
        if self.name == "skipif" and self.when is None:
            raise ValueError('"skipif" needs a condition: "env: CI", "no_env: CI" or "platform: win32"')
        return self

    def applies(self, environ: Mapping[str, str], platform: str) -> bool:
        """Whether it has to be heeded there."""
        return self.when is None or self.when.holds(environ, platform)


def _from_file(written: Any) -> Any:
    """As it stands in a file -> as `PytestMark` has it."""
    if isinstance(written, str):
        return {"name": _pytest_name(written)}
    if isinstance(written, PytestMark):
        return written
    if not isinstance(written, dict) or len(written) != 1:
        raise ValueError('expected one mark, as in "smoke" or "{xfail: why}"')
    [(name, body)] = written.items()
    if name not in _TAKES:
        raise ValueError(f'"{name}" takes nothing; write "- {name}", or one of {", ".join(_TAKES)}')
    given = body if isinstance(body, dict) else {"reason": body}
    if not all(isinstance(value, str) for key, value in given.items() if key != "strict"):
        raise ValueError(f'"{name}" takes a reason in quotes, or a mapping with {", ".join(_TAKES[name])}')
    for key in given:
        if key not in _TAKES[name]:
            raise ValueError(f"{name}.{key}: unknown key; {nearest(str(key), _TAKES[name])}")
    when = {key: value for key, value in given.items() if key in _CONDITIONS}
    others = {key: value for key, value in given.items() if key not in _CONDITIONS}
    return {"name": name, **others, **({"when": when} if when else {})}


def _pytest_name(name: str) -> str:
    """A name that pytest can have as an attribute: `pytest.mark.smoke`."""
    if not NAME.fullmatch(name):
        raise ValueError(f'"{name}" is no mark; use letters, digits and _')
    if name == "parametrize":
        raise ValueError('"parametrize" has its own key in a task: cases')
    return name


_Written = str | Annotated[dict[Literal["skip", "skipif", "xfail"], Any], Field(min_length=1, max_length=1)]
WrittenMark = Annotated[PytestMark, BeforeValidator(_from_file, json_schema_input_type=_Written)]
Tags = Annotated[tuple[Tag, ...], Field(max_length=100)]
