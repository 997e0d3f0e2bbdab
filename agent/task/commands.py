"""Commands around a run: `setup:` before its programs are started, `teardown:` whatever became of it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from agent.task.section import Section, Text

Words = Annotated[tuple[Text, ...], Field(min_length=1)]
"""A program and its arguments."""


class Command(Section):
    """A program that is run to its end, without a shell and without input."""

    command: Words
    """The program and its arguments."""
    seconds: Annotated[float, Field(strict=True, gt=0, le=86400)] = 60
    """After which it is ended, and has failed."""


def _from_file(written: Any) -> Any:
    """`[prog, arg]` as it stands in a file -> `{command: [prog, arg]}`."""
    if isinstance(written, str):
        raise ValueError(  # noqa: TRY004  (pydantic wants it so)
            "expected a program and its arguments as a list, as in [rm, -f, old.db]; there is no shell"
        )
    return {"command": written} if isinstance(written, list) else written


WrittenCommand = Annotated[Command, BeforeValidator(_from_file, json_schema_input_type=Words | Command)]
