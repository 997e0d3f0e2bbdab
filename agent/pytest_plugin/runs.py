"""Runs of a test in Python: where each goes, and what is kept of them when the test has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.pytest_plugin.kept.files import Attempt, Kept, forget_properties
from agent.pytest_plugin.kept.folder import claim, folder_of, retry_of
from agent.pytest_plugin.options import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.runs.report.result import Result

_FAILED = pytest.StashKey[bool]()
_KEPT = pytest.StashKey[list[Kept]]()
_ATTEMPT = pytest.StashKey[int]()
"""Which retry the two are of."""


def note(item: pytest.Item, report: pytest.TestReport) -> None:
    """Note whether a test failed: what is made of its runs depends on it."""
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed


def begin(item: pytest.Item) -> Path:
    """The folder of a test's attempt, empty and ours; the two fixtures of one test share it.

    Raises:
        BadInput: it can't be.
    """
    retry = retry_of(item)
    is_new = item.stash.get(_ATTEMPT, None) != retry
    if is_new:
        item.stash[_KEPT], item.stash[_FAILED], item.stash[_ATTEMPT] = [], False, retry
        forget_properties(item)
    return claim(folder_of(item, fresh=is_new))


def end(item: pytest.Item, runs: Sequence[tuple[Result, Path]]) -> None:
    """Keep what the options ask for, and tell reports of it.

    Args:
        item: the test.
        runs: what came of each, and its folder.
    """
    attempt = Attempt(item.stash.get(_FAILED, False), retry_of(item))
    for result, folder in runs:
        kept = Kept.of(result, folder, attempt, settings_of(item.config))
        item.stash[_KEPT].append(kept)
        item.user_properties += kept.properties(result)


def kept_of(item: pytest.Item) -> Sequence[Kept]:
    """What was kept of a test's runs; told once."""
    return item.stash.get(_KEPT, [])
