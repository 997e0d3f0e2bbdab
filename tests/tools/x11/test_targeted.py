"""What windows are called that a click or a key would go to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.two_windows import EDITOR, MAIL, NOTHING, TWO_WINDOWS
from tests.tools.xserver import environment, running, wait_until
from tools.geometry import ScreenPoint
from tools.x11.connection import Connection
from tools.x11.targeted import TargetedWindows, WindowTitles

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def titles(xserver: str) -> Iterator[WindowTitles]:
    with (
        running([sys.executable, "-c", TWO_WINDOWS], env=environment(xserver)),
        WindowTitles(xserver) as titles,
    ):
        wait_until(
            lambda: all(titles.at([one], keys=False) for one in (MAIL, EDITOR)), lambda: "both windows"
        )
        wait_until(lambda: "Editor" in titles.at([], keys=True), lambda: "the keyboard")
        yield titles


def test_a_click_goes_to_what_lies_on_top(titles: WindowTitles) -> None:
    assert set(titles.at([MAIL], keys=False)) == {"Inbox - My Mail"}
    assert "Editor" in titles.at([EDITOR], keys=False)
    assert titles.at([NOTHING], keys=False) == ()


def test_a_dialog_belongs_to_its_window_too(titles: WindowTitles) -> None:
    assert titles.at([EDITOR], keys=False)[0] == "Editor"
    assert titles.at([EDITOR], keys=False) == titles.at([], keys=True)


def test_a_window_has_an_extent_with_its_frame(xserver: str, titles: WindowTitles) -> None:
    with Connection(xserver) as connection, connection.alive():
        targeted = TargetedWindows(connection)
        box = targeted.box(targeted.focused())
        assert box is not None
        assert box.contains(EDITOR)
        assert not box.contains(ScreenPoint(60, 90))
        assert targeted.box([]) is None
