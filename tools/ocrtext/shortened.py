"""Shortened: captions and cells that their programs cut short with dots where there is no room for them."""

from __future__ import annotations

import functools
import re
from itertools import accumulate

from tools.ocrtext.same import equal, letters, words

_CUT = re.compile(r"(.*[^\s.])\s?(?:\.{2,}|…)(?:\s\S{1,2})?")
"""What is left of a caption, its dots, and as what an icon behind them may be read."""
_LEAST = 0.5
"""Part of a caption's letters that is left, at least."""
_CUT_CELL = re.compile(r"(.*[^\s.…])\s?(?:[.…]\s?){2,}")
"""What is left of a cell's text, and its dots, between which spaces may be read."""
_LEAST_OF_CELL, _FEWEST = 0.4, 5
"""Part of a cell's text that is left, and its letters, at least."""


@functools.lru_cache(maxsize=8192)
def is_shortened(name: str, seen: str) -> bool:
    """Whether what was read is a caption's beginning and dots: "Contact pe..." of "Contact person".

    The cut is within a word that is not the first: "Save..." is an entry of its own, and no cut "Save as",
    nor is "Print..." a cut "Printer".
    """
    cut, whole = _CUT.fullmatch(seen.strip()), letters(name)
    left = letters(cut[1]) if cut is not None else ""
    edges = [*accumulate(map(len, words(name)))]
    within_later_word = bool(edges) and edges[0] < len(left) < len(whole) and len(left) not in edges
    return within_later_word and len(left) >= _LEAST * len(whole) and equal(left, whole[: len(left)])


@functools.lru_cache(maxsize=8192)
def is_cut_by_cell(text: str, seen: str) -> bool:
    """Whether what was read is a text's beginning and dots, as a column that is too narrow leaves it.

    The cut is anywhere: a cell's text has no dots of its own, as a menu's entry may. What is out of sight has
    no digit, for rows that differ in a number follow each other.
    """
    cut, whole = _CUT_CELL.fullmatch(seen.strip()), letters(text)
    left = letters(cut[1]) if cut is not None else ""
    rest = whole[len(left) :]
    return (
        bool(rest)
        and len(left) >= max(_FEWEST, _LEAST_OF_CELL * len(whole))
        and equal(left, whole[: len(left)])
        and not any(map(str.isdigit, rest))
    )
