"""What a session came to, gathered from the reports of all its processes, and told at its end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.pytest_plugin.kept.unused import unused
from agent.pytest_plugin.options import settings_of
from agent.pytest_plugin.telling.github import commands, is_on, write_summary
from agent.pytest_plugin.telling.html_page import summed_up
from agent.pytest_plugin.telling.told import Told, counts, told
from agent.runs.demand import shown
from tools.errors import ToolsError

_HANDED = "agent_unused"
"""The key under which a worker of pytest-xdist hands over its unused recordings."""


class Worker:
    """A plugin of a worker of pytest-xdist."""

    def __init__(self, config: Any) -> None:
        self._config = config

    def pytest_sessionfinish(self) -> None:
        """Hand over what the main process can't know: it collects nothing."""
        self._config.workeroutput[_HANDED] = unused(self._config)


class Gathered:
    """A plugin of the session's main process."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._told: dict[str, Told] = {}
        self._recordings: dict[str, None] = {}
        self._unused: set[str] = set()
        self._reported = ""

    @property
    def recordings(self) -> list[str]:
        """The recordings of all runs, those of tests in Python included, and where some should be."""
        return list(self._recordings)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a report says of one of our items, and where runs are recorded."""
        told_of = [value for name, value in report.user_properties if name == "agent_recording"]
        for place in (*told_of, *getattr(report, "agent_places", ())):
            self._recordings[str(self._config.invocation_params.dir / place)] = None
        if getattr(report, "agent_item", False) and counts(report):
            self._told[report.nodeid] = told(report)

    @property
    def _healed(self) -> list[Told]:
        return [one for one in self._told.values() if one.word == "healed"]

    @pytest.hookimpl(optionalhook=True)
    def pytest_html_results_summary(self, prefix: list[str]) -> None:
        """pytest-html begins its table."""
        prefix += summed_up(len(self._healed))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A process of pytest-xdist has ended."""
        self._unused.update(getattr(node, "workeroutput", {}).get(_HANDED, ()))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Tell what was not asked for, and what GitHub shows beside the code."""
        if self._healed:
            terminalreporter.section("healed: a model found a target again", yellow=True)
            for one in self._healed:
                terminalreporter.write_line(f"{one.nodeid} - {one.reason}")
        unused = sorted(self._unused)
        if unused:
            terminalreporter.section("recordings that no task has any more", yellow=True)
            for path in unused:
                terminalreporter.write_line(shown(path))
        if self._reported:
            terminalreporter.write_line(self._reported)
        if is_on():
            for line in commands(self._config, self._told.values()):
                terminalreporter.write_line(line)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Write what outlives the session."""
        self._unused.update(unused(self._config))
        if is_on():
            write_summary(tuple(self._told.values()))
        report = settings_of(self._config).report
        if report is not None and self._recordings:
            self._reported = shown(f"deskhand report: {self._written(report)}")

    def _written(self, report: Path) -> str:
        """Write the page; where it is, or why it is not."""
        from agent.report.page import write_page  # noqa: PLC0415  (heavy: loaded on use)
        from agent.runs.report.kept import kept_path  # noqa: PLC0415

        places = [path for path in map(Path, self.recordings) if path.is_dir() or kept_path(path).exists()]
        try:
            unread = write_page(places, report)
        except (AgentError, ToolsError) as fault:
            return str(fault)
        return "\n".join([str(report), *unread])
