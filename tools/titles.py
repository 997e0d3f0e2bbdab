"""Titles of windows as they look: programs write the same accents and blanks with other signs. Pure."""

from __future__ import annotations

import unicodedata


def is_part_of(part: str, title: str) -> bool:
    """Whether a title has this part: what looks the same is the same, in capitals too."""
    return _looks(part) in _looks(title)


def _looks(title: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())
