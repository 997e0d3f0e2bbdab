"""Fixtures for tests in Python: `agent_run` runs a task file, `desktop` is a display to do steps on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from agent.pytest_plugin.options import settings_of
from agent.pytest_plugin.runs import begin, end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agent.interactive.desktop import InteractiveDesktop
    from agent.runs.report.result import Result


class AgentRun(Protocol):
    """What the fixture `agent_run` gives."""

    def __call__(
        self,
        task: str | Path,
        *,
        values: Mapping[str, str] | None = None,
        case: str | None = None,
        check: bool = True,
    ) -> Result:
        """Run a task file as `--agent-mode` has it: a model, or its recording.

        Args:
            task: the file.
            values: of its variables; they win over the file's.
            case: which of its runs, as pytest calls it; None: the only one.
            check: whether a run that did not pass fails the test.

        Raises:
            TaskFailed: it failed.
            TaskError: it came to no result, or the file, a value or the recording is wrong.
        """
        ...


@pytest.fixture
def agent_run(request: pytest.FixtureRequest) -> Iterator[AgentRun]:
    """Run a task file in a test; gives a result."""
    folder, settings = begin(request.node), settings_of(request.config)
    runs: list[tuple[Result, Path]] = []

    def run(
        task: str | Path,
        *,
        values: Mapping[str, str] | None = None,
        case: str | None = None,
        check: bool = True,
    ) -> Result:
        __tracebackhide__ = True  # pytest shows the line of the test
        from agent.pytest_plugin.modes import run_task  # noqa: PLC0415  (heavy: loaded on use)
        from agent.runs.demand import AsVerdicts, demand  # noqa: PLC0415
        from agent.runs.planning.one_run import run_of_file  # noqa: PLC0415
        from agent.runs.planning.plan import folder_name  # noqa: PLC0415

        with AsVerdicts():
            name, chosen = run_of_file(Path(task), values or {}, case)
            home = folder / f"{len(runs) + 1}-{folder_name(name)}"
            result = run_task(chosen, name, home, settings)
        runs.append((result, home))
        if check:
            demand(result, *([f"recording: {result.recording}"] if result.recording else []))
        return result

    yield run
    end(request.node, runs)


@pytest.fixture
def desktop(request: pytest.FixtureRequest) -> Iterator[InteractiveDesktop]:
    """A virtual display on which programs are launched and steps are done."""
    from agent.interactive.desktop import InteractiveDesktop  # noqa: PLC0415  (heavy: loaded on use)
    from agent.printing.console import stderr_console  # noqa: PLC0415
    from agent.runs.report.terminal import Progress  # noqa: PLC0415

    mark = request.node.get_closest_marker("agent_desktop")
    wanted = dict(mark.kwargs) if mark else {}
    folder, model = begin(request.node) / "desktop", settings_of(request.config).model or "reader"
    opened = InteractiveDesktop(
        folder, model=model, watchers=[Progress(stderr_console())], name=lambda: request.node.name, **wanted
    )
    with opened:
        yield opened
    homes = [Path(result.recording).parent if result.recording else folder for result in opened.results]
    end(request.node, list(zip(opened.results, homes, strict=True)))
