"""An item, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.errors import BadInput
from agent.pytest_plugin.items import AgentItem
from agent.pytest_plugin.kept.folder import claim, folder_of
from agent.runs.demand import TaskFailed
from tests.agent.pytest_plugin.configs import item

if TYPE_CHECKING:
    from pathlib import Path


def told(error: Exception) -> Any:
    with pytest.raises(type(error)) as raised:
        raise error
    return AgentItem.__new__(AgentItem).repr_failure(raised)


def test_what_is_foreseen_is_told_without_a_traceback() -> None:
    assert told(TaskFailed("failed: no\nafter step 2")) == "failed: no\nafter step 2"


def test_what_an_earlier_session_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    made = item(tmp_path)
    (claim(folder_of(made)) / "older").touch()
    assert not folder_of(made, fresh=True).exists()
    folder_of(made).mkdir()
    (folder_of(made) / "somebody's").touch()
    with pytest.raises(BadInput, match="was not made by deskhand"):
        folder_of(made, fresh=True)


def test_a_retry_is_kept_beside_the_first_attempt(tmp_path: Path) -> None:
    assert folder_of(item(tmp_path, retry=1)).name == "a-agent-yaml-a-retry1"
