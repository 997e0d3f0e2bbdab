"""`Keyboard` protocol, and its pyautogui implementation for Windows and macOS."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from tools.errors import Refused
from tools.keys import GoOn, unhindered

if TYPE_CHECKING:
    from collections.abc import Sequence


class Keyboard(Protocol):
    """Keyboard of a display."""

    def type(self, text: str, go_on: GoOn = unhindered) -> None:
        """Type text exactly, or raise Refused before the first key."""

    def press(self, keys: Sequence[str]) -> None:
        """Press canonically named keys in order and release them in reverse order."""

    def release(self) -> None:
        """Release whatever is down, mouse buttons too."""

    def close(self) -> None:
        """Leave the keyboard as it was found."""


class PyautoguiKeyboard:
    """pyautogui's keyboard, for Windows and macOS, limited to what it does exactly."""

    _NAMES: ClassVar = {
        "super": "command" if sys.platform == "darwin" else "win",
        "altgr": "altright",
        "menu": "apps",
    }

    def __init__(self, pyautogui: Any) -> None:
        self._pyautogui = pyautogui

    def type(self, text: str, go_on: GoOn = unhindered) -> None:
        """Type text.

        Args:
            text: a line feed is Enter, a tab is Tab.
            go_on: called before each key; what it raises ends the typing.

        Raises:
            Refused: pyautogui has no key for a character; nothing was typed.
        """
        text = text.replace("\r\n", "\n")
        self._require([character for character in text if character not in "\n\t"])
        for place, character in enumerate(text):
            go_on(place, len(text))
            self._pyautogui.write(character, interval=0)

    def press(self, keys: Sequence[str]) -> None:
        """Press a chord.

        Raises:
            Refused: pyautogui has no such key on this platform; nothing was pressed.
        """
        names = [self._NAMES.get(key, key) for key in keys]
        self._require(names)
        pressed: list[str] = []
        try:
            for name in names:
                pressed.append(name)
                self._pyautogui.keyDown(name)
        finally:
            for name in reversed(pressed):
                self._pyautogui.keyUp(name)

    def release(self) -> None:
        """Release the modifiers and the left button: there is no asking what is down."""
        for name in ("shift", "ctrl", "alt", self._NAMES["super"]):
            self._pyautogui.keyUp(name)
        self._pyautogui.mouseUp(button="left")

    def close(self) -> None:
        """Nothing was changed."""

    def _require(self, names: Sequence[str]) -> None:
        """Ask first: pyautogui passes over a key that it does not know, without a word."""
        unknown = sorted(
            {name for name in names if not name.isascii() or not self._pyautogui.isValidKey(name)}
        )
        if unknown:
            listed = ", ".join(map(repr, unknown))
            raise Refused(f"pyautogui has no key for {listed} on {sys.platform}; nothing was typed")
