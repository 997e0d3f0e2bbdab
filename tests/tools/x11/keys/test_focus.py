"""The focus of a real X server: who has the keyboard, and what is held down on it."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import environment, focused_title, running, wait_for_window, wait_until
from tools.x11.connection import Connection
from tools.x11.keys import keymap
from tools.x11.keys.focus import Focus

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def focus(xserver: str) -> Iterator[Focus]:
    connection = Connection(xserver)
    yield Focus(connection, keymap.use(connection))
    connection.close()


@contextmanager
def window(display: str, title: str) -> Iterator[None]:
    zenity = ["zenity", "--entry", f"--title={title}"]
    with running(zenity, env=environment(display), stdout=subprocess.DEVNULL):
        wait_for_window(display, title)
        wait_until(lambda: focused_title(display) == title, lambda: focused_title(display))
        yield


def test_a_window_holds_the_keyboard_until_another_one_has_it(xserver: str, focus: Focus) -> None:
    with window(xserver, "first"):
        first = focus.holder()
        assert first is not None
        assert focus.holds(first)
        with window(xserver, "second"):
            assert not focus.holds(first)
            assert focus.holder() != first


@pytest.mark.parametrize(
    ("keys", "held"), [(["ctrl"], "Ctrl"), (["shift", "alt"], "Shift+Alt"), (["super"], "Super"), ([], "")]
)
def test_modifiers_that_are_held_down(xserver: str, focus: Focus, keys: list[str], held: str) -> None:
    for way, told in (("keydown", held), ("keyup", "")):
        for key in keys:
            subprocess.run(["xdotool", way, key], env=environment(xserver), check=True)
        assert focus.held() == (told and f"{told} is held down on the keyboard")


def test_locks_are_not_held(xserver: str, focus: Focus) -> None:
    for _ in range(2):
        subprocess.run(["xdotool", "key", "Caps_Lock"], env=environment(xserver), check=True)
        assert focus.held() == ""
