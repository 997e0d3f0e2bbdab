"""What other plugins read in the report of an item."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from agent.pytest_plugin.items import AgentItem
from agent.pytest_plugin.telling.reports import shape, status
from agent.runs.demand import TaskError, TaskFailed
from tests.agent.results import result


def shaped(error: BaseException | None, when: str = "call", **found: Any) -> Any:
    """The report of an item whose run raised this."""
    item = AgentItem.__new__(AgentItem)
    item.result = result(**found)
    item.config = cast("Any", SimpleNamespace(pluginmanager=SimpleNamespace(get_plugin=lambda _name: None)))
    call = SimpleNamespace(when=when, excinfo=error and SimpleNamespace(value=error))
    outcome = "failed" if error else "passed"
    report = pytest.TestReport("a::b", ("a", 1, "b"), {}, outcome, None, "call")
    shape(item, cast("Any", call), report)
    return report


def test_a_failure_stays_one_of_the_call() -> None:
    assert shaped(TaskFailed("x")).when == "call"


@pytest.mark.parametrize("error", [TaskError("x"), OSError("what nobody foresaw")])
def test_an_error_is_told_as_one(error: Exception) -> None:
    assert shaped(error).when == "setup"


def test_a_time_limit_of_pytest_is_a_failure() -> None:
    with pytest.raises(pytest.fail.Exception) as raised:
        pytest.fail("timeout")
    assert shaped(raised.value).when == "call"


def test_a_healed_run_is_told_apart_and_has_passed() -> None:
    assert status(shaped(None, healed=(3,))) == ("healed", "H", ("HEALED", {"yellow": True}))
    assert status(shaped(None)) is None
    assert status(shaped(None, when="teardown", healed=(3,))) is None


def test_tests_in_python_are_let_be() -> None:
    report = pytest.TestReport("a::b", ("a", 1, "b"), {}, "failed", None, "call")
    call = SimpleNamespace(when="call", excinfo=SimpleNamespace(value=OSError()))
    shape(cast("Any", SimpleNamespace(stash=pytest.Stash())), cast("Any", call), report)
    assert report.when == "call"
    assert not hasattr(report, "agent_item")
