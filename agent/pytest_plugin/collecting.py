"""Collection: which files hold tasks or are recordings, and their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.pytest_plugin.items import RecordingItem, TaskItem
from agent.pytest_plugin.kept.unused import remember
from agent.pytest_plugin.marking import marked
from agent.pytest_plugin.options import settings_of
from agent.runs.demand import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from agent.pytest_plugin.options import Settings
    from agent.task import TaskFile

_ENDINGS = (".agent.yaml", ".agent.yml")
_SESSION = "session.jsonl"
"""`agent.recording.lines.SESSION`, which takes long to load."""


def collected(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """What a file is to pytest: a file of tasks, a recording, or nothing of ours."""
    settings = settings_of(parent.config)
    if path.is_relative_to(settings.output):
        return None
    if path.name == _SESSION:
        asked = [*settings.tasks, *_arguments(parent.config)]
        is_asked_for = any(place in (path, path.parent, path.parent.parent) for place in asked)
        return RecordingFile.from_parent(parent, path=path) if is_asked_for else None
    if path.name.endswith(_ENDINGS) or _is_named(path, settings):
        return TaskFileNode.from_parent(parent, path=path)
    return None


def _is_named(path: Path, settings: Settings) -> bool:
    return (
        path.suffix in (".yaml", ".yml")
        and not path.name.startswith("_")
        and any(path.is_relative_to(place) for place in settings.tasks)
    )


def _arguments(config: pytest.Config) -> Iterator[Path]:
    """The files and folders that pytest was called with."""
    for argument in config.args:
        yield config.invocation_params.dir / argument.partition("::")[0]


class TaskFileNode(pytest.File):
    """A task file: an item for each of its runs."""

    def collect(self) -> Iterator[TaskItem]:
        """Read it. What keeps its runs from being known is told by one item, and the other files go on.

        Raises:
            pytest.Collector.CollectError: it is no task file.
        """
        from agent.task import load_task  # noqa: PLC0415  (heavy: loaded on use)

        try:
            file = load_task(self.path)
        except BadInput as fault:
            raise self.CollectError(shown(str(fault))) from None
        yield from self._items(file)

    def _items(self, file: TaskFile) -> Iterator[TaskItem]:
        from agent.runs.planning.plan import folder_name, label_of  # noqa: PLC0415

        try:
            runs = file.runs()
        except BadInput as fault:
            yield marked(TaskItem.from_parent(self, name=file.id, run=None, fault=fault), file)
            return
        names = apart([label_of(run) for run in runs])
        remember(self.config, self.path, frozenset(map(folder_name, names)))
        for name, run in zip(names, runs, strict=True):
            yield marked(TaskItem.from_parent(self, name=name, run=run), file)


class RecordingFile(pytest.File):
    """A recording's `session.jsonl`: one item."""

    def collect(self) -> Iterable[RecordingItem]:
        """The item, called after the recording's folder."""
        return [RecordingItem.from_parent(self, name=self.path.parent.name)]


def apart(names: list[str]) -> list[str]:
    """Names with a number behind those that are there more than once, as pytest has it."""
    seen: dict[str, int] = {}
    apart = []
    for name in names:
        number = seen[name] = seen.get(name, -1) + 1
        apart.append(name if names.count(name) == 1 else _numbered(name, number))
    return apart


def _numbered(name: str, number: int) -> str:
    return f"{name[:-1]}{number}]" if name.endswith("]") else f"{name}{number}"
