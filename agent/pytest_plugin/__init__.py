"""pytest plugin: tasks and recordings as tests, and fixtures for tests in Python.

pytest always loads it, so it loads nothing heavy: what an item takes is imported when one is run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.pytest_plugin import options, playwright
from agent.pytest_plugin.collecting import collected
from agent.pytest_plugin.drift import drift_battery
from agent.pytest_plugin.fixtures import agent_run, desktop
from agent.pytest_plugin.telling import html_page, reports
from agent.pytest_plugin.telling.gathered import Gathered, Worker

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["agent_run", "desktop", "drift_battery"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options."""
    options.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Read them, and gather what comes of the items."""
    options.read(config)
    config.addinivalue_line("markers", "agent_desktop(size, secrets): of the display of `desktop`")
    gatherer = Worker(config) if hasattr(config, "workerinput") else Gathered(config)
    config.pluginmanager.register(gatherer, "deskhand-gathered")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A task file, a recording, or nothing of ours."""
    return collected(file_path, parent)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Before the first test."""
    if not session.config.option.collectonly:
        playwright.empty_output(session.config)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """What another plugin deletes at its own time is deleted by then."""
    with playwright.spared(fixturedef, request.config):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The outermost: what other plugins make of an item is known by then."""
    report = yield
    reports.shape(item, call, report)
    return report


def pytest_report_teststatus(report: Any) -> reports.Status | None:
    """Runs that passed as healed are told apart."""
    return reports.status(report)


@pytest.hookimpl(optionalhook=True)
def pytest_html_results_table_row(report: pytest.TestReport, cells: list[str]) -> None:
    """pytest-html shows a row."""
    html_page.tell_in_row(report, cells)
