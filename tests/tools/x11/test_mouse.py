"""pyautogui pointed at one display, and the environment left as it was."""

from __future__ import annotations

import os

import pytest

from tests.tools.xserver import bare_xserver
from tools.errors import DisplayLost, EnvironmentFault
from tools.host.mouse import load_pyautogui
from tools.x11.mouse import MouseDisplay, import_on, reachable


def test_the_environment_names_the_display_only_meanwhile() -> None:
    before = dict(os.environ)
    with reachable(":987"):
        assert os.environ["DISPLAY"] == ":987"
    assert dict(os.environ) == before


def test_pyautogui_acts_on_the_selected_display_at_its_size(xserver: str) -> None:
    pyautogui = import_on(xserver, load_pyautogui)
    with bare_xserver((640, 480)) as other:
        one, two = MouseDisplay(xserver, pyautogui), MouseDisplay(other, pyautogui)
        with one.selected():
            assert tuple(pyautogui.size()) == (1024, 768)
        with two.selected():
            assert tuple(pyautogui.size()) == (640, 480)
            pyautogui.moveTo(5, 7)
            assert tuple(pyautogui.position()) == (5, 7)
        one.close()
        two.close()


def test_a_server_that_goes_away_is_lost(xserver: str) -> None:
    pyautogui = import_on(xserver, load_pyautogui)
    with bare_xserver() as display:
        mouse = MouseDisplay(display, pyautogui)
    with pytest.raises(DisplayLost, match="went away"), mouse.selected():
        pyautogui.position()
    mouse.close()


def test_a_display_that_is_not_there(xserver: str) -> None:
    pyautogui = import_on(xserver, load_pyautogui)
    with pytest.raises(EnvironmentFault, match="':987'"):
        MouseDisplay(":987", pyautogui)
