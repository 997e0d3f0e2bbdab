"""A command line, read into the options that its command gets."""

from __future__ import annotations

from typing import Any

from agent.cli import parser


def options_of(command: str) -> Any:
    """The options that a command line comes to.

    Raises:
        BadInput: they make no sense together.
        SystemExit: there are no such options.
    """
    given = parser().parse_args(command.split())
    return given.verb.read(given)
