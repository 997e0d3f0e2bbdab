"""Pictures in the terminal, where it can show them: kitty's graphics, iTerm2's inline images, or sixel.

Protocols: https://sw.kovidgoyal.net/kitty/graphics-protocol/ (a PNG in pieces of 4096 signs of Base64);
https://iterm2.com/documentation-images.html; sixel: `agent.printing.sixel`. Which one a terminal knows its
environment says: none is asked.
"""

from __future__ import annotations

import base64
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from agent.printing.sixel import sixel_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Codes = Callable[[bytes], str]

_PIECE = 4096
_KITTY = {"xterm-kitty", "xterm-ghostty"}
_ITERM = {"iTerm.app", "WezTerm"}
_SIXEL = ("foot", "mlterm", "contour", "yaft")


def show(picture: Path) -> bool:
    """Show a PNG on standard error, if that is a terminal which can; whether it was shown.

    Args:
        picture: a file that this program wrote: what stands in it is drawn, never obeyed.
    """
    codes = codes_for(os.environ)
    if codes is None or sys.stderr is None or not sys.stderr.isatty():
        return False
    with suppress(OSError):
        sys.stderr.write(codes(picture.read_bytes()) + "\n")
        sys.stderr.flush()
        return True
    return False


def codes_for(environ: Mapping[str, str]) -> Codes | None:
    """What makes of a PNG what the terminal of an environment draws; None: it can't, or nobody knows."""
    term = environ.get("TERM", "")
    if environ.get("TMUX") or environ.get("STY"):  # they stand between, and pass nothing on
        return None
    if term in _KITTY or environ.get("KITTY_WINDOW_ID"):
        return kitty_codes
    if environ.get("TERM_PROGRAM") in _ITERM or environ.get("LC_TERMINAL") == "iTerm2":
        return iterm_codes
    return sixel_codes if term.startswith(_SIXEL) or "sixel" in term else None


def kitty_codes(png: bytes) -> str:
    """A PNG for kitty, Ghostty and those that draw as they do."""
    text = base64.standard_b64encode(png).decode()
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    told = [f"m={int(piece is not pieces[-1])}" for piece in pieces]
    told[0] = f"a=T,f=100,q=2,{told[0]}"
    return "".join(f"\x1b_G{keys};{piece}\x1b\\" for keys, piece in zip(told, pieces, strict=True))


def iterm_codes(png: bytes) -> str:
    """A PNG for iTerm2 and WezTerm."""
    text = base64.standard_b64encode(png).decode()
    return f"\x1b]1337;File=inline=1;size={len(png)};preserveAspectRatio=1:{text}\a"
