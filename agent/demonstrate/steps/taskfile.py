"""Task file with written steps: as YAML on their own, or in place of a task's steps."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.redact.references import SECRET
from agent.task.gaps import gap
from agent.task.variables import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from agent.demonstrate.steps.written import WrittenStep
    from agent.task import Run

_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"', re.DOTALL)
_REFERENCE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_TELLING = 3
"""Characters; a shorter value stands in other texts by chance."""
_PLAIN = re.compile(r"[A-Z][^\x00-\x1f#]*")
"""A sentence that YAML takes for text without quotes around it."""
_STEPS = re.compile(r"^steps:.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def check_free(path: Path) -> None:
    """Make sure that a file can be written without overwriting another.

    Raises:
        BadInput: it is there already, or its folder is not.
    """
    if path.exists():
        raise BadInput(f"-o {path}: is there already; choose another name, or remove it")
    if not path.parent.is_dir():
        raise BadInput(f"-o {path}: there is no folder {path.parent}")


def variables(run: Run, workdir: str) -> dict[str, str]:
    """Value -> variable; a value that two of them have is left out.

    Of those that the task uses nowhere only names and other words count: a number stands elsewhere by chance.
    """
    written = run.file.written
    texts = [
        written.instruction,
        *(step.template for step in run.steps),
        *(check.model_dump_json() for check in written.checks),
    ]
    names = {name for text in texts for name in _REFERENCE.findall(text)}
    values = {name: value for name, value in run.values.items() if name in names or _is_telling(value)}
    values["workdir"] = workdir
    known = list(values.values())
    return {value: name for name, value in values.items() if value and known.count(value) == 1}


def _is_telling(value: str) -> bool:
    return len(value) >= _TELLING and any(map(str.isalpha, value))


def with_variables(sentence: str, names: Mapping[str, str]) -> str:
    """Sentence as a task file writes it: `${name}` in place of values, a bare dollar sign doubled."""
    return _QUOTED.sub(lambda found: f'"{_spelled(found[1], names)}"', sentence)


def listed(steps: Sequence[WrittenStep]) -> str:
    """The steps as YAML: `steps:`, and a line for each; a gap for what no sentence expresses."""
    lines = [f"  - {_scalar(one.sentence or gap(_flat(one.note)))}" for one in steps]
    return "\n".join(["steps:", *lines]) + "\n"


def with_steps(task: Path, steps: Sequence[WrittenStep]) -> str:
    """The task file's text, these steps in the place of its own; all else stays, comments too."""
    text = task.read_text(encoding="utf-8-sig")
    if _STEPS.search(text):
        return _STEPS.sub(lambda _found: listed(steps), text, count=1)
    return f"{text.rstrip()}\n{listed(steps)}"


def _spelled(quote: str, names: Mapping[str, str]) -> str:
    """What stands between two quotes, with variables."""
    if quote in {quoted(value) for value in names}:
        return next(f"${{{name}}}" for value, name in names.items() if quoted(value) == quote)
    pieces = SECRET.split(quote)  # text and names of secrets by turns
    return "".join(
        f"${{secret.{piece}}}" if index % 2 else _inside(piece, names) for index, piece in enumerate(pieces)
    )


def _inside(text: str, names: Mapping[str, str]) -> str:
    values = sorted((value for value in names if len(value) >= _TELLING), key=lambda value: -len(value))
    if not values:
        return text.replace("$", "$$")
    known = {quoted(value): f"${{{names[value]}}}" for value in values}
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)|\$"
    return re.sub(pattern, lambda found: known.get(found[0], "$$"), text)


def _scalar(sentence: str) -> str:
    plain = _PLAIN.fullmatch(sentence) and ": " not in sentence and not sentence.endswith((":", " "))
    return sentence if plain else json.dumps(sentence, ensure_ascii=False)


def _flat(text: str) -> str:
    return "".join(mark if mark.isprintable() else " " for mark in text)
