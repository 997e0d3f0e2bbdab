"""Reports of items, as other plugins read them: errors apart from failures, healed runs told. Light."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.pytest_plugin.items import AgentItem
from agent.pytest_plugin.runs import kept_of, note
from agent.pytest_plugin.telling.extras import html_extras

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
    if report.failed and call.excinfo and isinstance(call.excinfo.value, Exception):
        if not isinstance(call.excinfo.value, AssertionError):
            report.when = "setup"
    elif report.passed and item.result and item.result.healed:
        vars(report)["agent_healed"] = True


def _show(report: pytest.TestReport, item: pytest.Item, *kept: Kept) -> None:
    """Have pytest-html show what was kept."""
    extras = [extra for one in kept for extra in html_extras(one, item.config)]
    if extras:
        vars(report)["extras"] = [*getattr(report, "extras", []), *extras]


def status(report: pytest.TestReport) -> Status | None:
    """How a terminal tells a run that passed as healed; None: as ever."""
    if getattr(report, "agent_healed", False):
        return "healed", "H", ("HEALED", {"yellow": True})
    return None
