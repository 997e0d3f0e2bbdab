"""Kept parser: what lark makes of a grammar, made once and kept where Python keeps compiled modules.

It takes a fifth of a second to make and a tenth of that to load, and every run, check and replay needs it.
Where nothing can be written there, or nothing compiled is to be kept, it is made each time.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import lark

if TYPE_CHECKING:
    from collections.abc import Callable


class Kept(str):
    """The name of a parser's file: lark reads the file if it is there, and writes it otherwise."""

    __slots__ = ()

    def __str__(self) -> str:
        """Of any file the same: lark takes the name for a part of what it made the parser of."""
        return type(self).__name__


def place_of(source: str) -> Path | None:
    """The file of a grammar's parser, another one for each version of lark; None: this Python keeps none."""
    with suppress(NotImplementedError):
        digest = blake2b(f"{lark.__version__} {source}".encode(), digest_size=8).hexdigest()
        return Path(cache_from_source(__file__)).with_suffix(f".{digest}")
    return None


def kept(place: Path | None, make: Callable[[Kept | None], lark.Lark]) -> lark.Lark:
    """The parser from its file; or made anew, and kept there.

    Args:
        place: its file; None: it is not kept.
        make: makes it, with lark's `cache`.
    """
    if place is not None and place.exists():
        return make(Kept(place))
    if place is None or sys.dont_write_bytecode:
        return make(None)
    draft = place.with_name(f"{place.name}.{os.getpid()}.part")  # nobody else's: several may write the file
    parser = make(Kept(draft))
    with suppress(OSError):
        draft.replace(place)
    return parser
