"""Concepts: what an icon can mean, and the words that people have for it. A word may have several."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FILE = "concepts.txt"
"""The file in this package: a concept a line, then a colon and its other words."""


@cache
def words_of() -> dict[str, tuple[str, ...]]:
    """The words for each concept, its name first; the concepts in the order of the net's answers."""
    lines = (files(__package__) / FILE).read_text(encoding="utf-8").splitlines()
    told = [line.partition(":") for line in lines if line and not line.startswith("#")]
    return {
        name: (name, *(word.strip() for word in words.split(",") if word.strip())) for name, _, words in told
    }


def concepts() -> tuple[str, ...]:
    """All concepts, in the order of the net's answers."""
    return tuple(words_of())
