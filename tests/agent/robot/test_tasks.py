"""Task files and recordings as keywords, outside of Robot."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.robot import log
from agent.robot.tasks import replay_recording
from tests.agent.pytest_plugin.sessions import ROOT


def test_a_recording_is_replayed_offline_without_a_folder_of_its_own() -> None:
    result = replay_recording(ROOT / "recordings/zenity_form", live=False, heal=None)
    assert result.verdict == "passed"
    with pytest.raises(BadInput, match="is not a recording"):
        replay_recording(ROOT / "tasks", live=False, heal=None)


def test_the_log_is_robots_and_there_is_none_outside_of_it() -> None:
    with pytest.raises(Exception, match="Cannot access execution context"):
        log.output_folder()
