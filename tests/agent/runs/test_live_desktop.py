"""The live desktop of a task: what the task says of windows reaches it, and the consent's questions too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from agent.runs.approval import APPROVALS
from agent.runs.consent import Consent
from agent.runs.live_desktop import live_desktop
from tests.agent.fakes import make_frame, make_task
from tests.tools.scenes import scene
from tools.action import Click
from tools.errors import EnvironmentFault
from tools.geometry import Point
from tools.observation import Observation

if TYPE_CHECKING:
    from pathlib import Path

    from tools.geometry import Box
    from tools.host.live import LiveDesktop
    from tools.observation import Frame
    from tools.see.scene import Line, Scene


class Blank:
    """A parser that sees nothing."""

    def read(self, frame: Frame) -> Scene:
        return scene()

    def read_box(self, frame: Frame, box: Box) -> Line:
        raise AssertionError


def opened(folder: Path, **keys: Any) -> tuple[LiveDesktop, Consent]:
    """On a machine whose windows have no titles to go by."""
    task = make_task(**keys)
    consent = Consent(task, APPROVALS["auto"], folder, Blank())
    return live_desktop(None, task, consent, {}, Blank(), None, lambda: 0.0), consent


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("forbid", [{"window": "Mail"}]),
        ("confine", {"window": "Mail"}),
        ("rules", [{"deny": "any", "window": "Mail", "line": 1}]),
    ],
)
def test_what_names_a_window_is_refused_where_there_is_no_x11(
    tmp_path: Path, key: str, value: object
) -> None:
    desktop, _ = opened(tmp_path, **{key: value})
    with pytest.raises(
        EnvironmentFault, match=re.escape(f"{key}: windows have titles to go by on X11 alone")
    ):
        desktop._permission.__enter__()


def test_windows_are_asked_for_only_where_a_rule_names_one(tmp_path: Path) -> None:
    _, consent = opened(tmp_path, rules=[{"deny": "click", "text": "Delete", "line": 1}])
    assert not consent.asks_titles
    assert consent.windows(Click(point=Point(1, 1)), None) == ()
    assert consent(Click(point=Point(1, 1)), Observation(make_frame()))
    desktop, consent = opened(tmp_path, rules=[{"deny": "click", "window": "Mail", "line": 1}])
    assert consent.windows == desktop.titles
