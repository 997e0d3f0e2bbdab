"""Splits: which toolkits, themes and seeds are for training and which for the exam; fixed.

What is trained on comes in the exam too, with other seeds; what is held out comes in the exam alone.
"""

from __future__ import annotations

from typing import Literal, NamedTuple
from zlib import crc32

Split = Literal["train", "exam"]


class Look(NamedTuple):
    """A toolkit with one of its themes, such as `gtk3` with `Adwaita:dark`."""

    toolkit: str
    theme: str


TRAINED = [
    Look(toolkit, theme)
    for toolkit, themes in {
        "tk": "classic classic:dark default clam clam:dark alt",
        "qt6": "Fusion Fusion:dark",
        "qt5": "Fusion Breeze Breeze:dark",
        "gtk3": "Adwaita Adwaita:dark",
        "gtk4": "Adwaita Adwaita:dark",
        "swing": "Metal Metal:dark Nimbus",
        "web": "plain plain:dark",
        "bootstrap": "bootstrap bootstrap:dark",
        "mui": "mui mui:dark",
    }.items()
    for theme in themes.split()
]
HELD_OUT = [
    Look(toolkit, theme)
    for toolkit, themes in {
        "qt6": "Windows",
        "gtk3": "Arc Arc-Dark Numix Greybird",
        "fltk": "base gtk+ plastic gleam",
        "swing": "Motif",
        "antd": "antd antd:dark",
        "mantine": "mantine mantine:dark",
    }.items()
    for theme in themes.split()
]
_LOOKS: dict[Split, list[Look]] = {"train": TRAINED, "exam": [*TRAINED, *HELD_OUT]}


def looks(split: Split) -> list[Look]:
    """The toolkits and themes of a split."""
    return _LOOKS[split]


def seed_of(split: Split, look: Look, number: int) -> int:
    """The seed of a screen: even ones are for training, odd ones for the exam."""
    return 2 * crc32(f"{look.toolkit} {look.theme} {number}".encode()) + (split == "exam")
