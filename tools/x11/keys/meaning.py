"""Meaning of a key press: the character that it types, or the key's name; the inverse of `keysyms`.

Source: "X Window System Protocol", appendix A; the numbers of dead keys are in X11's `keysymdef.h`.
"""

from __future__ import annotations

from xcffib import keysymdef

from tools.keys import MODIFIERS, NAMES
from tools.x11.keys import keysyms

_UNICODE = 0x1000000
_PAD = range(0xFF80, 0xFFBE)
"""Keys of the number pad: what types a character has its ASCII code in the low bits."""
_NAMES: dict[int, str] = {keysyms.of_key(name): name for name in sorted(NAMES - MODIFIERS)} | {
    keysymdef.XK_ISO_Left_Tab: "tab",
    keysymdef.XK_KP_Enter: "enter",
    keysymdef.XK_KP_Tab: "tab",
    keysymdef.XK_KP_Home: "home",
    keysymdef.XK_KP_End: "end",
    keysymdef.XK_KP_Prior: "pageup",
    keysymdef.XK_KP_Next: "pagedown",
    keysymdef.XK_KP_Up: "up",
    keysymdef.XK_KP_Down: "down",
    keysymdef.XK_KP_Left: "left",
    keysymdef.XK_KP_Right: "right",
    keysymdef.XK_KP_Insert: "insert",
    keysymdef.XK_KP_Delete: "delete",
}
_ACCENTS = {
    "grave": 0x0300, "acute": 0x0301, "circumflex": 0x0302, "tilde": 0x0303, "macron": 0x0304,
    "breve": 0x0306, "abovedot": 0x0307, "diaeresis": 0x0308, "abovering": 0x030A, "doubleacute": 0x030B,
    "caron": 0x030C, "cedilla": 0x0327, "ogonek": 0x0328, "belowdot": 0x0323, "hook": 0x0309, "horn": 0x031B,
}  # fmt: skip
_DEAD = {int(getattr(keysymdef, f"XK_dead_{name}")): chr(code) for name, code in _ACCENTS.items()}
_MODIFIERS = {
    keysymdef.XK_Shift_L: "shift", keysymdef.XK_Shift_R: "shift",
    keysymdef.XK_Control_L: "ctrl", keysymdef.XK_Control_R: "ctrl",
    keysymdef.XK_Alt_L: "alt", keysymdef.XK_Alt_R: "alt",
    keysymdef.XK_Meta_L: "alt", keysymdef.XK_Meta_R: "alt",
    keysymdef.XK_Super_L: "super", keysymdef.XK_Super_R: "super",
    keysymdef.XK_ISO_Level3_Shift: "altgr", keysymdef.XK_Mode_switch: "altgr",
}  # fmt: skip
_SILENT = frozenset(
    {
        keysymdef.XK_Caps_Lock,
        keysymdef.XK_Num_Lock,
        keysymdef.XK_Scroll_Lock,
        keysymdef.XK_Shift_Lock,
        keysymdef.XK_Hyper_L,
        keysymdef.XK_Hyper_R,
    }
)
_GROUPS = range(0xFE01, 0xFE14)
"""Keys that choose a level or a layout (ISO 9995)."""
_VENDORS = range(0x1008FE00, 0x10090000)
"""Keys for the volume, for the screen's light and the like: they are not meant for the program."""


def modifier(keysym: int) -> str | None:
    """The modifier that a key is."""
    return _MODIFIERS.get(keysym)


def says_nothing(keysym: int) -> bool:
    """Whether a key does nothing by itself, or nothing to a program: a modifier, a lock, the volume."""
    return keysym in _MODIFIERS or keysym in _SILENT or keysym in _GROUPS or keysym in _VENDORS


def character(keysym: int) -> str:
    """The character that a keysym types; "" for none."""
    if keysym in _PAD:
        sign = chr(keysym & 0x7F)
        return sign if sign.isprintable() and keysym not in _NAMES else ""
    now = keysyms.modern(keysym)
    code = now - _UNICODE if now > _UNICODE else now
    if now > _UNICODE + 0x10FFFF or (now < _UNICODE and not 0x20 <= now < 0x100):  # noqa: PLR2004  (Latin-1)
        return ""
    sign = chr(code)
    return sign if sign.isprintable() or sign.isspace() else ""


def accent(keysym: int) -> str:
    """The combining character of a dead key; "" for any other."""
    return _DEAD.get(keysym, "")


def dead_key(accent: str) -> int:
    """The dead key of an accent by its name in X11: `acute`."""
    return int(getattr(keysymdef, f"XK_dead_{accent}"))


def dead_key_of(combining: str) -> int | None:
    """The dead key of a combining character, if there is one."""
    return next((keysym for keysym, sign in _DEAD.items() if sign == combining), None)


def name(keysym: int) -> str:
    """The key's name as `tools.keys.canonical` gives it; "" when it has none."""
    if keysym in _NAMES:
        return _NAMES[keysym]
    sign = character(keysym)
    small = sign.lower()
    return small if len(small) == 1 else sign
