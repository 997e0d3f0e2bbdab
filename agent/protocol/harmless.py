"""Harmless text: no tokenizer takes a part of it for a special token. Pure."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"<\|(?=\w+\|>)")


def harmless(text: str) -> str:
    """Text in which nothing is read as a special token, and that is whole characters.

    What a task, a note or a reply says must not end its turn or begin another's: `<|im_end|>` becomes
    `< |im_end|>`.
    """
    return _SPECIAL.sub("< |", whole_characters(text))


def whole_characters(text: str) -> str:
    """Text that UTF-8 can hold: half of a surrogate pair, which a reply may hold, becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
