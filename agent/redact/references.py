"""References to secrets, `${secret.NAME}`: what stands for one everywhere but at the keyboard. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = re.compile(r"\$\{secret\.([A-Za-z_][A-Za-z0-9_]*)\}")
"""A reference; its group is the name."""
BEGINS = "${secret."
"""How one begins, and whatever else is no text to be typed."""


def reference(name: str) -> str:
    """What stands for a secret."""
    return f"{BEGINS}{name}}}"


def unlike(name: str) -> str:
    """What stands for a text that is a secret but for how it is written: no keyboard types it."""
    return f"{BEGINS}{name} in another form}}"


def besides(text: str, change: Callable[[str], str]) -> str:
    """A text with all changed that is no reference."""
    pieces = SECRET.split(text)  # text and names by turns
    return "".join(reference(piece) if index % 2 else change(piece) for index, piece in enumerate(pieces))
