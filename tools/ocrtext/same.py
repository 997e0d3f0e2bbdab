"""Sameness of two texts that were read: strict, to be believed.

They have no excuse to differ: "Mail" is not "Mall", however long the rest is.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from tools.ocrtext.caption import names
from tools.ocrtext.table import drawn_alike

_ZERO = re.compile(r"(?<![^\W\d])0(?=[^\W\d]+\b)|(?<=[^\W\d])0(?=[^\W\d]*\b)")
"""A zero in a word of letters: an O."""


@functools.lru_cache(maxsize=8192)
def same(one: str, other: str) -> bool:
    """Whether two texts are one text, but for spaces, case and signs that fonts draw alike."""
    if one == other:
        return True
    core, other_core = ("".join(text.split()) for text in names(_drawn(one), _drawn(other)))
    return bool(core) and core == other_core


def _drawn(text: str) -> str:
    return drawn_alike(_ZERO.sub("O", unicodedata.normalize("NFKC", text)))
