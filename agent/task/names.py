"""Names of variables and secrets, as keys of a task file."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from agent.task.variables import NAME


def checked_name(name: str) -> str:
    """The name, if a variable can have it. Raises ValueError."""
    if not NAME.fullmatch(name):
        raise ValueError(f'"{name}" is no name; use letters, digits and _')
    if name in {"workdir", "secret"}:
        raise ValueError(f'"{name}" has its own meaning; choose another name')
    return name


Name = Annotated[
    str,
    AfterValidator(checked_name),
    WithJsonSchema({"type": "string", "pattern": f"^(?!(workdir|secret)$){NAME.pattern}$"}),
]
Value = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""Of a variable: text, however it is written."""
