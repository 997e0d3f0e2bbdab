"""pyautogui pointed at one display, and the environment left as it was."""

from __future__ import annotations

import os

import pytest

from tests.tools.xserver import bare_xserver
from tools.errors import DisplayLost, EnvironmentFault
from tools.host.mouse import load_pyautogui
from tools.x11.connection import Connection
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


def test_of_several_screens_it_acts_on_its_own_or_not_at_all(xserver: str) -> None:
    pyautogui = import_on(xserver, load_pyautogui)
    with bare_xserver(screens=2) as display, Connection(f"{display}.1") as other:
        mouse = MouseDisplay(f"{display}.1", pyautogui)
        with mouse.selected():
            pyautogui.moveTo(50, 70)
        pointer = other.core.QueryPointer(other.root).reply()
        assert (pointer.same_screen, pointer.root_x, pointer.root_y) == (1, 50, 70)
        with Connection(display) as first:
            first.core.WarpPointer(0, first.root, 0, 0, 0, 0, 5, 5)
            first.sync()
        with pytest.raises(EnvironmentFault, match="the mouse is on another screen than :"), mouse.selected():
            pytest.fail("it would click there")
        mouse.close()
