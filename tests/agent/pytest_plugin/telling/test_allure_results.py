"""What Allure's results say first; sessions show the rest (`test_session`, `test_healed`)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from allure_commons import model2
from allure_commons.reporter import AllureReporter

from agent.pytest_plugin.kept.files import Kept
from agent.pytest_plugin.telling.allure_results import attach_to_allure, tell_allure
from agent.runs.demand import TaskError, TaskFailed
from tests.agent.pytest_plugin.configs import config
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path


def told(error: BaseException | None, healed: str = "", message: str | None = None) -> str | None:
    """The message of the test that Allure is at."""
    details = model2.StatusDetails(message=message) if message else None
    reporter = AllureReporter()
    test = model2.TestResult(uuid="1", statusDetails=details)
    reporter.schedule_test("1", test)
    plugins = SimpleNamespace(get_plugin=lambda _name: SimpleNamespace(allure_logger=reporter))
    tell_allure(cast("Any", SimpleNamespace(pluginmanager=plugins)), error, healed)
    return test.statusDetails and test.statusDetails.message


def test_the_reason_comes_first_and_not_a_class_of_ours() -> None:
    assert told(TaskFailed("x"), message="agent.runs.demand.TaskFailed: failed: no") == "failed: no"
    said = "XFAIL issue 7\n\nagent.runs.demand.TaskFailed: failed: no"
    assert told(TaskFailed("x"), message=said) == "XFAIL issue 7\n\nfailed: no"
    assert told(TaskError("x"), message="agent.runs.demand.TaskError: model_error") == "model_error"
    assert told(ValueError("x"), message="ValueError: x") == "ValueError: x"


def test_a_healed_run_says_so_and_one_that_passed_says_nothing() -> None:
    assert told(None, healed="healed step 1") == "healed step 1"
    assert told(None) is None


def test_without_allure_nothing_is_told(tmp_path: Path) -> None:
    made = config(tmp_path, [])
    made.getoption = lambda _name, default: default
    made.pluginmanager = SimpleNamespace(get_plugin=lambda _name: None)
    attach_to_allure(Kept({"recording": tmp_path}), result(healed=(1,)), made)
    tell_allure(made, TaskFailed("x"), "")
