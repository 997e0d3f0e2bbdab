"""Marks before a caption that were read with it: a tree's arrow, a bullet, a dot in its ring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame

_MARKED = re.compile(r"""[^\w\s"'“(\[{<@#$€£%&]\s+[^\W\d_]""")
"""A sign by itself, and a letter after it: before a number it may be its sign."""
_SPACE = 0.2
"""Heights of a line between a mark and its caption, at least."""
_MARGIN = 2
"""Pixels before the first letter that belong to its picture."""


def is_marked(text: str) -> bool:
    """Whether a text begins with a sign that may be a mark."""
    return _MARKED.match(text) is not None


def behind_mark(frame: Frame, box: Box) -> Box | None:
    """The part of a line behind its first space; None where it has none. In frame pixels."""
    ink = (relief(frame, box) > INK).any(axis=0)
    columns = np.flatnonzero(ink)
    wide = np.flatnonzero(np.diff(columns) > _SPACE * box.height)
    if not wide.size:
        return None
    start = max(0, int(columns[wide[0] + 1]) - _MARGIN)
    return box._replace(left=box.left + start, width=box.width - start)
