"""Key names, as models and people write them, brought to one spelling. Pure.

A key that makes a character is named by that character (`a`, `+`, `é`); letters name the key and are lower
case: a capital is typed, or pressed with Shift. All others have one of the names in `NAMES`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

GoOn = Callable[[int, int], None]
"""Called before each key of a text with how many of its characters are typed, and of how many.

What it raises ends the typing: a text takes seconds, and a person may take over at any key.
"""

MODIFIERS = frozenset({"ctrl", "shift", "alt", "altgr", "super"})
"""Keys that change what another key does while they are held."""

_EDITING = {"enter", "tab", "space", "backspace", "delete", "escape", "insert"}
_LONGEST, _SHOWN = 200, 40
"""Characters of a chord, and those that are told of a longer one."""
_MOVING = {"home", "end", "pageup", "pagedown", "up", "down", "left", "right"}
_OTHERS = {"capslock", "numlock", "scrolllock", "printscreen", "pause", "menu", "help"}
NAMES = MODIFIERS | _EDITING | _MOVING | _OTHERS | {f"f{number}" for number in range(1, 25)}
"""The canonical names of keys that make no character (Space aside: a bare blank is easily lost)."""

_ALIASES = {
    "ctrl": "control ctl ctrlleft ctrlright ctrll ctrlr controll controlr leftctrl rightctrl",
    "shift": "shiftleft shiftright shiftl shiftr leftshift rightshift",
    "alt": "altleft altl leftalt option opt optionleft optionright",
    "altgr": "altright altr rightalt altgraph isolevel3shift",
    "super": "win winleft winright windows cmd command meta superl superr leftmeta metaleft metaright",
    "enter": "return kpenter numenter numpadenter ret linefeed newline",
    "space": "spacebar blank",
    "backspace": "bksp back bs",
    "delete": "del",
    "escape": "esc",
    "insert": "ins",
    "pageup": "pgup prior",
    "pagedown": "pgdn pgdown next",
    "up": "arrowup uparrow",
    "down": "arrowdown downarrow",
    "left": "arrowleft leftarrow",
    "right": "arrowright rightarrow",
    "capslock": "caps",
    "printscreen": "print prtsc prtscr prntscrn sysrq",
    "pause": "break",
    "menu": "apps contextmenu application",
    "+": "plus add kpadd",
    "-": "minus hyphen dash subtract kpsubtract",
    "*": "asterisk star multiply kpmultiply",
    "/": "slash divide kpdivide",
    ".": "period dot decimal kpdecimal",
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "=": "equal equals",
    "_": "underscore",
    "'": "apostrophe singlequote",
    '"': "quotedbl doublequote",
    "`": "grave backtick backquote",
    "~": "tilde asciitilde",
    "\\": "backslash",
    "|": "bar pipe",
    "[": "bracketleft leftbracket",
    "]": "bracketright rightbracket",
    "{": "braceleft leftbrace",
    "}": "braceright rightbrace",
    "(": "parenleft",
    ")": "parenright",
    "<": "less",
    ">": "greater",
    "?": "question",
    "!": "exclam exclamation",
    "@": "at",
    "#": "numbersign hash",
    "$": "dollar",
    "%": "percent",
    "^": "asciicircum caret circumflex",
    "&": "ampersand",
} | {str(digit): f"num{digit} kp{digit} numpad{digit} digit{digit}" for digit in range(10)}

_KNOWN = {alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()} | {
    name: name for name in NAMES
}
_BETWEEN_WORDS = re.compile(r"(?<=[^\W_])[\s_-]+(?=[^\W_])")
_WHITESPACE = {" ": "space", "\t": "tab", "\n": "enter", "\r": "enter"}


def unhindered(_typed: int, _of: int) -> None:
    """Go on, whatever happens."""


def canonical(name: str) -> str:
    """The one spelling of a key's name.

    Case, blanks, hyphens and underscores do not matter (`Page_Down`, `page-down`, `PageDown`).

    Raises:
        ValueError: there is no such key; the message names the nearest one.
    """
    if name in _WHITESPACE:
        return _WHITESPACE[name]
    if len(name) == 1 and name.isprintable():
        lower = name.lower()
        return lower if len(lower) == 1 else name
    plain = _BETWEEN_WORDS.sub("", name.strip()).lower()
    if plain in _KNOWN:
        return _KNOWN[plain]
    if len(plain) == 1 and plain.isprintable():
        return plain
    near = difflib.get_close_matches(plain, NAMES, n=1) or difflib.get_close_matches(plain, _KNOWN, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "known: a single character, " + ", ".join(sorted(NAMES))
    raise ValueError(f"no key is called {name!r}; {hint}")


def parse_chord(text: str) -> tuple[str, ...]:
    """The keys of a chord as people write it: `Ctrl+Shift+S`, `Alt-F4`, `Ctrl++`, `page-down`.

    Raises:
        ValueError: a key is unknown, or nothing is left between two separators.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise ValueError(f"no chord is called {text[:_SHOWN]!r}…; write it as Ctrl+S")
    separators = "+" if "+" in text else "-"
    try:
        return (canonical(text),)
    except ValueError:
        if separators not in text:
            raise
    head = text[:-1].rstrip()
    if text.endswith(separators) and head.endswith(separators):  # `Ctrl++`: the last key is the separator
        return (*parse_chord(head[:-1]), separators)
    return tuple(canonical(part.strip()) for part in text.split(separators))
