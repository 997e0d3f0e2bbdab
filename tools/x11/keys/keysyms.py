"""Keysyms: the X protocol's numbers for what a key means. Pure.

Source: "X Window System Protocol", appendix A (keysym encoding). Latin-1 characters are their own keysym;
any other is 0x1000000 + code point, or an older number built from a row (high byte) of a national character
set, which layouts still use.
"""

from __future__ import annotations

from xcffib import keysymdef

_UNICODE = 0x1000000
# Row of old keysyms -> the character set its low byte is from, and the first byte at which they agree.
_ROWS = {
    0x01: ("iso8859-2", 0xA1),
    0x02: ("iso8859-3", 0xA1),
    0x03: ("iso8859-4", 0xA2),
    0x05: ("iso8859-6", 0xC1),
    0x06: ("koi8-r", 0xC0),
    0x07: ("iso8859-7", 0xC1),
    0x0C: ("iso8859-8", 0xE0),
    0x0D: ("tis-620", 0xA1),
    0x13: ("iso8859-15", 0xBC),
}
# Old keysyms outside those rows, or out of their order there: the euro sign and the two small sigmas.
_IRREGULAR = {0x20AC: "€", 0x07F2: "\u03c3", 0x07F3: "\u03c2"}
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF

_NAMED = {
    "ctrl": "Control_L",
    "shift": "Shift_L",
    "alt": "Alt_L",
    "altgr": "ISO_Level3_Shift",
    "super": "Super_L",
    "enter": "Return",
    "tab": "Tab",
    "space": "space",
    "backspace": "BackSpace",
    "delete": "Delete",
    "escape": "Escape",
    "insert": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "Prior",
    "pagedown": "Next",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "capslock": "Caps_Lock",
    "numlock": "Num_Lock",
    "scrolllock": "Scroll_Lock",
    "printscreen": "Print",
    "pause": "Pause",
    "menu": "Menu",
    "help": "Help",
} | {f"f{number}": f"F{number}" for number in range(1, 25)}

_CONTROL = {"\n": "enter", "\r": "enter", "\t": "tab"}


def of_key(name: str) -> int:
    """The keysym of a key named as `tools.keys.canonical` does."""
    return int(getattr(keysymdef, f"XK_{_NAMED[name]}")) if name in _NAMED else of_character(name)


def of_character(character: str) -> int:
    """The keysym that types a character; Enter and Tab for a line feed and a tab.

    Raises:
        ValueError: no key types it (a control character, half of a surrogate pair).
    """
    if character in _CONTROL:
        return of_key(_CONTROL[character])
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0 or _FIRST_SURROGATE <= code <= _LAST_SURROGATE:  # noqa: PLR2004  (Unicode's own)
        raise ValueError(f"no key types the character U+{code:04X}")
    return code if code < 0x100 else _UNICODE + code  # noqa: PLR2004  (the end of Latin-1)


def modern(keysym: int) -> int:
    """The same symbol in the numbers that `of_character` gives; others as they are."""
    if keysym in _IRREGULAR:
        return of_character(_IRREGULAR[keysym])
    charset, first = _ROWS.get(keysym >> 8, ("", 0))
    if not charset or keysym & 0xFF < first:
        return keysym
    character = bytes([keysym & 0xFF]).decode(charset, errors="replace")
    return keysym if character == "\N{REPLACEMENT CHARACTER}" else of_character(character)


def cases(keysym: int) -> tuple[int, int]:
    """The small and the capital letter of a letter; the symbol twice if it is none with exactly two."""
    if not (0x20 <= keysym < 0x100 or keysym > _UNICODE):  # noqa: PLR2004  (Latin-1 and the rest of Unicode)
        return keysym, keysym
    character = chr(keysym - _UNICODE if keysym > _UNICODE else keysym)
    lower, upper = character.lower(), character.upper()
    if character in (lower, upper) and lower.upper() == upper and upper.lower() == lower and len(upper) == 1:
        return of_character(lower), of_character(upper)
    return keysym, keysym
