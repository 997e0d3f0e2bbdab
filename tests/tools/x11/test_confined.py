"""The windows that alone are acted on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.two_windows import BOTH, EDITOR, MAIL, NOTHING, TWO_WINDOWS
from tests.tools.xserver import environment, running, wait_for_window, wait_until
from tools.errors import Refused
from tools.x11.confined import ConfinedWindows

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from tools.geometry import ScreenPoint

OTHER = """
import tkinter
root = tkinter.Tk()
root.title("Other")
root.geometry("200x150+500+300")
tkinter.Entry(root).pack()
root.after(100, root.focus_force)
root.mainloop()
"""


def refused(confined: ConfinedWindows, *points: ScreenPoint, keys: bool = False) -> bool:
    try:
        confined.check(points, keys=keys)
    except Refused:
        return True
    return False


@pytest.fixture
def windows(xserver: str) -> Iterator[subprocess.Popen[bytes]]:
    with (
        running([sys.executable, "-c", TWO_WINDOWS], env=environment(xserver)) as program,
        ConfinedWindows(xserver, "editor") as editor,
    ):
        wait_until(
            lambda: not refused(editor, BOTH) and not refused(editor, keys=True), lambda: "both windows"
        )
        yield program


@pytest.mark.usefixtures("windows")
def test_nothing_else_is_acted_on(xserver: str) -> None:
    with ConfinedWindows(xserver, "editor") as confined:
        found = [refused(confined, place) for place in (MAIL, EDITOR, BOTH, NOTHING)]
        assert found == [True, False, False, True]
        assert refused(confined, EDITOR, MAIL)
        with pytest.raises(Refused, match=r'\(80, 120\) lies outside the window "editor" that this run is'):
            confined.check([MAIL], keys=False)


@pytest.mark.usefixtures("windows")
def test_keys_only_where_it_has_the_keyboard(xserver: str) -> None:
    with (
        ConfinedWindows(xserver, "editor") as confined,
        running([sys.executable, "-c", OTHER], env=environment(xserver)),
    ):
        wait_for_window(xserver, "Other")
        with pytest.raises(Refused, match="the keyboard does not belong to the window"):
            confined.check([], keys=True)
        assert not refused(confined, EDITOR)


@pytest.mark.usefixtures("windows")
def test_without_a_title_any_window_will_do_and_the_one_with_the_keyboard_has_an_extent(xserver: str) -> None:
    with ConfinedWindows(xserver, None) as confined:
        assert not refused(confined, MAIL, NOTHING, keys=True)
        box = confined.focused_box()
        assert box is not None
        assert box.contains(EDITOR)
