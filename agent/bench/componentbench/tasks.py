"""Tasks of ComponentBench-Core, as `data/tasks_v2` of a checkout has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/tasks_v2"
PUBLISHED = 912
_UNIT = re.compile(r"(\d+_.+?)(_v2)?(_tasks)?")
"""A file's name without what all have."""
_IDENTITY = re.compile(r"[a-z0-9_]+-(?:antd|mui|mantine|external)-v2-T\d+")
"""The site finds a task by it, and it becomes part of an address and of a folder's name."""
_NEED_NETWORK = "code_editor"
"""Most of its tasks load their editor from another machine: they come last, so that where there is no way
to it all others are attempted."""


@dataclass(frozen=True, slots=True)
class ComponentTask:
    """One task."""

    identity: str
    component: str
    library: str
    tier: str
    unit: str
    """The group of components that it was written for: the name of its file."""
    goal: str
    """What is asked for, word for word."""

    @property
    def groups(self) -> dict[str, str | tuple[str, ...]]:
        """Its breakdowns."""
        return {"library": self.library, "tier": self.tier, "unit": self.unit, "component": self.component}


def read_tasks(checkout: Path) -> tuple[ComponentTask, ...]:
    """All tasks, by component, library and number.

    Raises:
        BadInput: a file is not as published.
    """
    found = [task for path in sorted((checkout / FOLDER).glob("*.yaml")) for task in _read(path)]
    names = [task.identity for task in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise BadInput(f"--data {checkout / FOLDER}: has {twice} twice")
    if not found:
        raise BadInput(f"--data {checkout / FOLDER}: there are no tasks in it")
    return tuple(sorted(found, key=_place))


def _place(task: ComponentTask) -> tuple[bool, str, str, str]:
    return task.component == _NEED_NETWORK, task.component, task.library, task.identity


def _read(path: Path) -> list[ComponentTask]:
    try:
        written = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInput(f"{path}: can't be read: {error}") from None
    if not isinstance(written, list):
        raise BadInput(f"{path}: is no list of tasks, as published")
    return [_task(path, number, one) for number, one in enumerate(written, 1)]


def _task(path: Path, number: int, written: Any) -> ComponentTask:
    where = f"{path}: task {number}"
    if not isinstance(written, dict):
        raise BadInput(f"{where}: is no task, as published")
    difficulty = written.get("difficulty")
    task = ComponentTask(
        identity=_text(written, "id", where),
        component=_text(written, "canonical_type", where),
        library=_text(written, "implementation_source", where),
        tier=_text(difficulty if isinstance(difficulty, dict) else {}, "tier", f"{where}: difficulty"),
        unit=_unit(path.stem),
        goal=_text(written, "browsergym_goal", where),
    )
    if not _IDENTITY.fullmatch(task.identity):
        raise BadInput(f"{where}: id {task.identity!r} is not of the form component-library-v2-T01")
    return task


def _text(written: dict[str, Any], key: str, where: str) -> str:
    value = written.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{where}: {key} is no text, as published")
    return value


def _unit(stem: str) -> str:
    found = _UNIT.fullmatch(stem)
    return (found[1] if found else stem).replace("_", " ")
