"""Values of a task file's keys, each with what it may be; the error says what is expected."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from agent.task.section import Text

Count = Annotated[int, Field(strict=True, ge=1)]
Pixels = Annotated[int, Field(strict=True, ge=64, le=16384)]
Seconds = Annotated[float, Field(strict=True, gt=0, le=86400)]


def task_id(name: str) -> str:
    """Names folders and reports as well."""
    if not re.fullmatch(r"\w[\w .-]{0,99}", name):
        raise ValueError(
            f'"{name}" is no name for a task; use up to 100 letters, digits, "_", "-", "." and spaces'
        )
    return name


_DISPLAY = r"virtual|host|:[0-9]+(\.[0-9]+)?"


def _display(kind: str) -> str:
    if not re.fullmatch(_DISPLAY, kind):
        raise ValueError(f'expected "virtual", "host" or a display such as ":1", got "{kind}"')
    return kind


def _delimiter(sign: str) -> str:
    if len(sign) != 1 or sign in '"\r\n':
        raise ValueError(f'expected one character, such as "," or ";" or "\\t", got {sign!r}')
    return sign


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        raise ValueError(f'"{name}" is no encoding; usual ones are utf-8, cp1252 and utf-16') from None
    return name


def _model(name: str) -> str:
    if re.search(r"//[^/#]*@", name):
        raise ValueError(
            "a task file is no place for a password, and would be recorded; leave it out of the URL and put "
            "the key into OPENAI_API_KEY, or give the whole URL with --model"
        )
    return name


TaskId = Annotated[str, AfterValidator(task_id)]
DisplayName = Annotated[
    str, AfterValidator(_display), WithJsonSchema({"type": "string", "pattern": f"^({_DISPLAY})$"})
]
Delimiter = Annotated[str, AfterValidator(_delimiter)]
Encoding = Annotated[str, AfterValidator(_encoding)]
ModelName = Annotated[Text, AfterValidator(_model)]
"""Without a password."""
