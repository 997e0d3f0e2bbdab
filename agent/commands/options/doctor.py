"""`agent doctor`: its options; it has none of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


@dataclass(frozen=True, slots=True)
class DoctorCommand:
    """What `agent doctor` is told."""

    json: bool


def _add_options(parser: ArgumentParser) -> None:
    del parser


def _read(given: Namespace) -> DoctorCommand:
    return DoctorCommand(given.json)


DOCTOR = Verb(
    "doctor",
    "what works here, what does not, how to mend it",
    "agent.commands.doctor",
    _add_options,
    _read,
)
