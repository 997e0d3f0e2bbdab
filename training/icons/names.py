"""Names of icons: the words for style taken away, and the concept that each is a drawing of."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from tools.see.icons.concepts import concepts

_STYLES = frozenset(
    (
        *(
            "outline",
            "outlined",
            "line",
            "linear",
            "stroke",
            "border",
            "fill",
            "filled",
            "solid",
            "sharp",
            "bulk",
        ),
        *(
            "round",
            "rounded",
            "regular",
            "light",
            "thin",
            "broken",
            "duotone",
            "twotone",
            "two",
            "tone",
            "color",
        ),
        *("colour", "baseline", "alt", "o", "sm", "lg"),
    )
)
"""Words that tell how an icon is drawn, not what."""
_BOLD = frozenset(("ph", "solar", "iconamoon", "uil"))
"""Sets in which `bold` tells of the style."""
_CROSSES = frozenset(("icon-park", "icon-park-outline", "icon-park-solid", "icon-park-twotone", "ix"))
"""Sets in which an `error` is a cross, as others have it for what closes."""
_SIZE = re.compile(r"\d\d")


def plain(pack: str, name: str) -> str:
    """An icon's name without the words for style at its ends."""
    words = name.lower().replace("_", "-").split("-")
    styles = _STYLES | {"bold"} if pack in _BOLD else _STYLES
    while len(words) > 1 and (words[-1] in styles or _SIZE.fullmatch(words[-1])):
        words.pop()
    while len(words) > 1 and words[0] in ("outline", "baseline", "twotone", "sharp", "ios", "md"):
        words.pop(0)
    return "-".join(words)


@cache
def drawings() -> dict[str, str]:
    """The concept of each plain name that is a drawing of one.

    Raises:
        ValueError: two concepts have one name, or there is no such concept.
    """
    told = yaml.safe_load(Path(__file__).with_name("drawn.yaml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for concept, names in told.items():
        if concept not in concepts():
            raise ValueError(f"there is no concept {concept!r}")
        for name in names:
            if found.setdefault(name, concept) != concept:
                raise ValueError(f"{name!r} is a drawing of {found[name]!r} and of {concept!r}")
    return found


def concept_of(pack: str, name: str) -> str | None:
    """The concept that an icon is a drawing of; None where it is none, or may be one.

    Raises:
        ValueError: as `drawings`.
    """
    word = plain(pack, name)
    return "close" if word == "error" and pack in _CROSSES else drawings().get(word)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in drawings() for word in name.split("-"))


def is_other(pack: str, name: str) -> bool:
    """Whether an icon certainly shows none of the concepts: no word of its name is one of theirs."""
    return not any(word in _words() for word in plain(pack, name).split("-"))
