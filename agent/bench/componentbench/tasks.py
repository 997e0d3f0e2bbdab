"""Tasks of ComponentBench-Core, as `data/tasks_v2` of a checkout has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import yaml
from pydantic import BaseModel, Field, StringConstraints, ValidationError

from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/tasks_v2"
PUBLISHED = 912
_UNIT = re.compile(r"(\d+_.+?)(_v2)?(_tasks)?")
"""A file's name without what all have."""
_IDENTITY = r"^[a-z0-9_]+-(?:antd|mui|mantine|external)-v2-T\d+$"
"""The site finds a task by it, and it becomes part of an address and of a folder's name."""
_NEED_NETWORK = "code_editor"
"""Most of its tasks load their editor from another machine: they come last, so that where there is no way
to it all others are attempted."""
_Text = Annotated[str, StringConstraints(strict=True, pattern=r"\S")]


class _Difficulty(BaseModel):
    tier: _Text


class _Success(BaseModel):
    human_readable: tuple[_Text, ...] = Field(min_length=1)


class _Written(BaseModel):
    """A task as it is written, of what is used here."""

    id: Annotated[str, StringConstraints(strict=True, pattern=_IDENTITY)]
    canonical_type: _Text
    implementation_source: _Text
    browsergym_goal: _Text
    difficulty: _Difficulty
    success_trigger: _Success


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
    conditions: tuple[str, ...]
    """When it is done, for people; the page judges."""

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
    try:
        task = _Written.model_validate(written)
    except ValidationError as invalid:
        wrong = invalid.errors(include_url=False)[0]
        key = ".".join(map(str, wrong["loc"]))
        raise BadInput(f"{path}: task {number}: is not as published: {key}: {wrong['msg']}") from None
    return ComponentTask(
        identity=task.id,
        component=task.canonical_type,
        library=task.implementation_source,
        tier=task.difficulty.tier,
        unit=_unit(path.stem),
        goal=task.browsergym_goal,
        conditions=task.success_trigger.human_readable,
    )


def _unit(stem: str) -> str:
    found = _UNIT.fullmatch(stem)
    return (found[1] if found else stem).replace("_", " ")
