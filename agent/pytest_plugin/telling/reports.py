"""Reports of items, as other plugins read them: errors apart from failures, healed runs told. Light."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.pytest_plugin.items import AgentItem
from agent.pytest_plugin.runs import kept_of, note
from agent.pytest_plugin.telling.allure_results import tell_allure
from agent.pytest_plugin.telling.html_page import html_extras
from agent.runs.demand import shown

if TYPE_CHECKING:
    import pytest

    from agent.pytest_plugin.kept.files import Kept

Status = tuple[str, str, tuple[str, dict[str, bool]]]


def shape(item: pytest.Item, call: pytest.CallInfo[Any], report: pytest.TestReport) -> None:
    """Mark a report as one of ours; what is no failure of the program becomes an error.

    pytest counts what goes wrong before the call as an error, in the terminal and in JUnit files, and Allure
    calls it broken.
    """
    if not isinstance(item, AgentItem):
        note(item, report)
        if call.when == "teardown":
            _show(report, item, *kept_of(item))
        return
    vars(report)["agent_item"] = True
    if call.when != "call":
        return
    if item.kept:
        _show(report, item, item.kept)
    if item.result and item.result.workdir:  # its result lies there, whether it was recorded or not
        vars(report)["agent_places"] = [str(Path(item.result.workdir).with_name("recording"))]
    error = call.excinfo.value if call.excinfo else None
    if report.failed and isinstance(error, Exception) and not isinstance(error, AssertionError):
        report.when = "setup"
    if report.passed and not hasattr(report, "wasxfail") and item.result and item.result.healed:
        vars(report)["agent_healed"] = shown(item.result.message)
    tell_allure(item.config, error, getattr(report, "agent_healed", ""))


def _show(report: pytest.TestReport, item: pytest.Item, *kept: Kept) -> None:
    """Have pytest-html show what was kept."""
    extras = [extra for one in kept for extra in html_extras(one, item.config)]
    if extras:
        vars(report)["extras"] = [*getattr(report, "extras", []), *extras]


def status(report: pytest.TestReport) -> Status | None:
    """How a terminal tells a run that passed as healed; None: as ever."""
    if getattr(report, "agent_healed", ""):
        return "healed", "H", ("HEALED", {"yellow": True})
    return None
