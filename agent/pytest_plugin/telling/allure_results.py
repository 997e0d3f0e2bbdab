"""Allure's results, where it is in use: cases, tags, files, and what is told of a run."""

from __future__ import annotations

from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

from agent.runs.demand import TaskError, TaskFailed, shown

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from agent.pytest_plugin.kept.files import Kept
    from agent.runs.report.result import Result
    from agent.task import Run

_TYPES = {".png": "image/png", ".webm": "video/webm", ".zip": "application/zip"}


def introduce_to_allure(run: Run, config: pytest.Config) -> None:
    """Tell Allure of a run's case and tags: without the case it takes those of one task for retries."""
    if not _is_on(config):
        return
    dynamic: Any = import_module("allure").dynamic
    for name, value in (run.case or {}).items():
        dynamic.parameter(name, value)
    if run.file.written.tags:
        dynamic.tag(*run.file.written.tags)


def attach_to_allure(kept: Kept, result: Result, config: pytest.Config) -> None:
    """Attach the files of a run to the test that Allure is at, and label it with its verdict.

    Allure knows no status but its own: a healed run is one that passed, with a tag to filter by.
    """
    if not _is_on(config):
        return
    allure: Any = import_module("allure")  # a user's own plugin
    allure.dynamic.label("verdict", "healed" if result.healed else result.verdict)
    if result.healed:  # Allure 3 shows the details of those alone that did not pass, Allure 2 of all
        allure.dynamic.tag("healed")
        allure.dynamic.description_html(f"<p>{escape(shown(result.message))}</p>")
    for kind, path in kept.paths.items():
        if path.is_file():
            allure.attach.file(str(path), kind, _TYPES.get(path.suffix), path.suffix.lstrip("."))
        elif path.is_dir():
            allure.attach(_where(path), kind, "text/plain", "txt")


def tell_allure(config: pytest.Config, error: BaseException | None, healed: str) -> None:
    """Have its page begin with the reason, not with a class of ours; and say how a run was healed.

    Args:
        config: of the session.
        error: what an item raised.
        healed: what is told of one that was healed; "": it was not.
    """
    listener: Any = config.pluginmanager.get_plugin("allure_listener")
    test = listener.allure_logger.get_test(None) if listener else None
    if test is None:
        return
    if healed:
        details: Any = import_module("allure_commons.model2").StatusDetails
        test.statusDetails = details(message=healed)
    elif isinstance(error, TaskFailed | TaskError) and test.statusDetails:
        before, _, after = test.statusDetails.message.partition(f"{_named(error)}: ")
        test.statusDetails.message = before + after


def _named(error: BaseException) -> str:
    """How Python begins to tell it."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _is_on(config: pytest.Config) -> bool:
    return bool(config.getoption("allure_report_dir", None))


def _where(path: Path) -> str:
    return f"{path}\nagain, without a screen: agent replay {path}\n"
