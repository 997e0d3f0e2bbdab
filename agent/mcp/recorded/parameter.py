"""Parameter of a recording's tool: a variable of its task, with its type and what is done with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from agent.printing.escapes import visible
from agent.replay.live.values.references import fixed_values
from agent.replay.live.values.substitutions import references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.recorded_task import RecordedTask
    from agent.task import TaskFile
    from tools.see.parser import ScreenParser

RESERVED = ("request_id", "wait_seconds")
"""Arguments that every recording's tool has beside its own."""
_WAYS = (
    (r'(?:type|enter|fill|append)\b.*?"{}"\s+(?:into|in|to)\s+(.+)', "typed into {}"),
    (r'(?:select|choose|set)\b.*?"{}"\s+in\s+(.+)', "chosen in {}"),
)
"""Steps that say in plain words what is done with a value."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument."""

    name: str
    """As clients write it."""
    variable: str
    """Of the task."""
    type: Literal["string", "integer"]
    recorded: str
    needed: bool
    """Whether it must be given: a value that is typed or chosen, for one that was forgotten would be entered
    as it was recorded, for somebody else."""
    description: str


def parameters_of(
    subject: RecordedTask, trajectory: Sequence[RecordedAction], parser: ScreenParser
) -> tuple[tuple[Parameter, ...], dict[str, str]]:
    """The arguments that a recording can be called with, and why which variables are none of them.

    Args:
        subject: the recorded run.
        trajectory: what was recorded.
        parser: reads recorded frames where the actions' own words don't tell what they were done to.
    """
    fixed = fixed_values(subject, trajectory, parser)
    offered = [name for name in subject.run.values if name not in fixed]
    return tuple(_parameter(name, subject, offered) for name in offered), fixed


def _parameter(variable: str, subject: RecordedTask, offered: Sequence[str]) -> Parameter:
    recorded = subject.old.get(variable, subject.run.values[variable])
    steps = [step for step in subject.steps if variable in references(step)]
    name = variable
    while name in RESERVED or (name != variable and name in offered):
        name = f"value_{name}"
    return Parameter(
        name=name,
        variable=variable,
        type="integer" if _is_whole(variable, subject.run.file) else "string",
        recorded=recorded,
        needed=bool(steps) or not subject.steps,
        description=visible(_described(variable, recorded, steps, subject)),
    )


def _is_whole(name: str, file: TaskFile) -> bool:
    """Whether the task file writes all its values as whole numbers; others stay texts, as they are typed."""
    value = file.document.value
    written = [value.get("vars") or {}, *(value.get("cases") or ())]
    values = [one[name] for one in written if isinstance(one, dict) and name in one]
    return bool(values) and not value.get("foreach") and all(type(one) is int for one in values)


def _described(name: str, recorded: str, steps: Sequence[str], subject: RecordedTask) -> str:
    used = "; ".join(dict.fromkeys(_use(name, step) for step in steps))
    if not used:
        used = "given to the programs or the checks" if subject.steps else "entered where it was recorded"
    known = [f'"{case}"' for case in _cases(name, subject.run.file) if case != recorded]
    others = f"; other known values: {', '.join(known)}" if known else ""
    return f'{used[0].upper()}{used[1:_LONGEST]}. Recorded as "{recorded[:_LONGEST]}"{others[:_LONGEST]}.'


def _use(name: str, step: str) -> str:
    reference = re.escape(f"${{{name}}}")
    for form, words in _WAYS:
        if found := re.fullmatch(form.format(reference), step.strip(), re.IGNORECASE):
            return words.format(found[1])
    return f"used in the step: {step}"


def _cases(name: str, file: TaskFile) -> Iterator[str]:
    yield from dict.fromkeys(case.values[name] for case in file.cases if name in case.values)
