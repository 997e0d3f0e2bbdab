"""Items: a run of a task, and a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.pytest_plugin.kept.files import Attempt, Kept, forget_properties
from agent.pytest_plugin.kept.folder import folder_of, retry_of
from agent.pytest_plugin.options import settings_of
from agent.pytest_plugin.telling.allure_results import attach_to_allure, introduce_to_allure
from agent.runs.demand import AsVerdicts, TaskError, TaskFailed, demand

if TYPE_CHECKING:
    from pathlib import Path

    from agent.errors import BadInput
    from agent.runs.report.result import Result
    from agent.task import Run


class AgentItem(pytest.Item):
    """An item that this plugin runs."""

    result: Result | None = None
    """What came of the last run; None: there was none, or none that came to a result."""
    kept: Kept | None = None
    """What was kept of it."""

    def runtest(self) -> None:
        """Do it, keep what was made of it, and tell what came of it.

        Raises:
            TaskFailed: the task failed.
            TaskError: it came to no result.
        """
        forget_properties(self)
        self.result = self.kept = None
        with AsVerdicts():
            self.result = self._run(folder_of(self, fresh=True))
        attempt = Attempt(self.result.verdict != "passed", retry_of(self))
        self.kept = Kept.of(self.result, folder_of(self), attempt, settings_of(self.config))
        self.user_properties += self.kept.properties(self.result)
        attach_to_allure(self.kept, self.result, self.config)
        demand(self.result, *self.kept.told())

    def _run(self, folder: Path) -> Result:
        raise NotImplementedError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is told of a failure: of those that are foreseen no traceback."""
        if isinstance(excinfo.value, TaskFailed | TaskError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """File, line counted from 0, and name."""
        return self.path, 0, self.name


class TaskItem(AgentItem):
    """One run of a task file."""

    def __init__(self, *, run: Run | None, fault: BadInput | None = None, **known: Any) -> None:
        super().__init__(**known)
        self.run, self._fault = run, fault

    def _run(self, folder: Path) -> Result:
        from agent.pytest_plugin.modes import run_task  # noqa: PLC0415  (heavy: loaded on use)

        if self.run is None:
            raise self._fault or AssertionError
        introduce_to_allure(self.run, self.config)
        return run_task(self.run, self.name, folder, settings_of(self.config))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """As above; where its case stands, which may be a line of a CSV file."""
        path, line = self.run.where if self.run else (self.path, 1)
        return path, line - 1, self.name


class RecordingItem(AgentItem):
    """A recording that is replayed: offline, or live as the mode has it."""

    def _run(self, folder: Path) -> Result:
        from agent.pytest_plugin.modes import run_recording  # noqa: PLC0415  (heavy: loaded on use)

        return run_recording(self.path.parent, self.name, folder, settings_of(self.config))
