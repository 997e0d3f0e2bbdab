"""Marks and tags of a task, given to its item."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from agent.runs.demand import TaskFailed, shown

if TYPE_CHECKING:
    from agent.pytest_plugin.items import TaskItem
    from agent.task import TaskFile
    from agent.task.marks import PytestMark


def marked(item: TaskItem, file: TaskFile) -> TaskItem:
    """The item with the marks of its task, and the tags as words for `-k`.

    Raises:
        pytest.Collector.CollectError: a mark that is not registered, under `--strict-markers` or where
            warnings are errors.
    """
    item.extra_keyword_matches.update(file.written.tags)
    for number, written in enumerate(file.written.marks):
        if not written.applies(os.environ, sys.platform):
            continue
        try:
            item.add_marker(_marker(written))
        except (pytest.fail.Exception, pytest.PytestUnknownMarkWarning) as unregistered:
            fault = file.document.error(("marks", number), str(unregistered))
            raise pytest.Collector.CollectError(shown(str(fault))) from None
    return item


def _marker(written: PytestMark) -> pytest.MarkDecorator:
    """The marker of a mark that applies. That the machine or the model failed is expected of no task."""
    reason = written.reason or "as its task file says"
    match written.name:
        case "skip" | "skipif":
            return pytest.mark.skip(reason=reason)
        case "xfail":
            return pytest.mark.xfail(reason=reason, strict=written.strict, raises=TaskFailed)
    found: pytest.MarkDecorator = getattr(pytest.mark, written.name)
    return found
