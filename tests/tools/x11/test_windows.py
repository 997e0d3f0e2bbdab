"""Window titles, of real windows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tools.xserver import bare_xserver, environment, running, wait_until
from tools.errors import EnvironmentFault
from tools.x11.windows import window_titles

WINDOWS = """
import tkinter
root = tkinter.Tk()
root.title("Zoë \N{EN DASH} 東京")
second = tkinter.Toplevel(root)
second.title("*note.txt")
hidden = tkinter.Toplevel(root)
hidden.title("Withdrawn")
hidden.withdraw()
root.mainloop()
"""


def test_titles_of_managed_windows(xserver: str) -> None:
    with running([sys.executable, "-c", WINDOWS], env=environment(xserver)):
        wait_until(
            lambda: {"Zoë \N{EN DASH} 東京", "*note.txt"} <= set(window_titles(xserver)),
            lambda: f"both titles, seen: {window_titles(xserver)}",
        )
        assert "Withdrawn" not in window_titles(xserver)
    wait_until(lambda: "*note.txt" not in window_titles(xserver), lambda: "the windows to close")


def test_without_a_window_manager_the_visible_windows_count() -> None:
    with bare_xserver() as display:
        assert window_titles(display) == ()
        command = ["xterm", "-T", "A terminal", "-e", "sleep", "600"]
        with running(command, env=environment(display), stderr=subprocess.DEVNULL):
            wait_until(lambda: window_titles(display) == ("A terminal",), lambda: str(window_titles(display)))


def test_no_server_is_said() -> None:
    with pytest.raises(EnvironmentFault, match=":59999"):
        window_titles(":59999")
