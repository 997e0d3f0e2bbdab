"""The keyboard of the platforms without X11, on a stand-in for pyautogui that notes what it is asked."""

from __future__ import annotations

import string

import pytest

from tools.errors import Interrupted, Refused
from tools.host.keyboard import PyautoguiKeyboard


class FakePyautogui:
    """Knows the keys that pyautogui knows on Windows."""

    def __init__(self, fails_at: str = "") -> None:
        self.done: list[tuple[str, str]] = []
        self._fails_at = fails_at

    def isValidKey(self, key: str) -> bool:  # noqa: N802  (pyautogui's name)
        return key in {*string.printable, "ctrl", "shift", "alt", "win", "enter", "f5"}

    def write(self, text: str, interval: float) -> None:
        self.done.append(("write", text))

    def keyDown(self, key: str) -> None:  # noqa: N802
        self.done.append(("down", key))
        if key == self._fails_at:
            raise KeyboardInterrupt

    def keyUp(self, key: str) -> None:  # noqa: N802
        self.done.append(("up", key))

    def mouseUp(self, button: str) -> None:  # noqa: N802
        self.done.append(("mouse up", button))


def test_plain_text_is_typed() -> None:
    fake = FakePyautogui()
    PyautoguiKeyboard(fake).type("a <b>\r\n\tc")
    assert fake.done == [("write", character) for character in "a <b>\n\tc"]


def test_whoever_is_asked_before_each_key_can_end_the_typing() -> None:
    fake = FakePyautogui()

    def go_on(typed: int, of: int) -> None:
        if typed == 2:
            raise Interrupted(f"{typed} of {of}")

    with pytest.raises(Interrupted, match="2 of 5"):
        PyautoguiKeyboard(fake).type("abcde", go_on)
    assert fake.done == [("write", "a"), ("write", "b")]


@pytest.mark.parametrize("text", ["Zoë", "ok 東", "\x1b", "€"])
def test_what_it_can_not_type_exactly_is_refused_whole(text: str) -> None:
    fake = FakePyautogui()
    with pytest.raises(Refused, match=r"has no key for .*; nothing was typed"):
        PyautoguiKeyboard(fake).type(text)
    assert fake.done == []


def test_a_chord_is_released_in_reverse_order() -> None:
    fake = FakePyautogui()
    PyautoguiKeyboard(fake).press(["super", "shift", "s"])
    assert fake.done == [
        *[("down", key) for key in ("win", "shift", "s")],
        *[("up", key) for key in ("s", "shift", "win")],
    ]


def test_an_interrupted_chord_is_released() -> None:
    fake = FakePyautogui(fails_at="shift")
    with pytest.raises(KeyboardInterrupt):
        PyautoguiKeyboard(fake).press(["ctrl", "shift", "s"])
    assert fake.done[-2:] == [("up", "shift"), ("up", "ctrl")]


def test_modifiers_and_button_are_released() -> None:
    fake = FakePyautogui()
    PyautoguiKeyboard(fake).release()
    assert {("up", "ctrl"), ("up", "win"), ("mouse up", "left")} <= set(fake.done)
