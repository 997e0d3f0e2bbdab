"""Words on the windows, in several languages of the Latin script."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

_ALL = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))


class Words(NamedTuple):
    """What stands on the windows of one language."""

    fields: dict[str, str]
    """Labels, each with the kind of its value."""
    choices: dict[str, list[str]]
    """Labels, each with its values."""
    ticks: list[str]
    buttons: list[str]
    menus: list[str]
    items: list[str]
    titles: list[str]
    captions: list[str]
    helps: list[str]
    statuses: list[str]


LANGUAGES: dict[str, Words] = {name: Words(**texts) for name, texts in _ALL["languages"].items()}
NAMES: list[str] = _ALL["names"]
TOWNS: list[str] = _ALL["towns"]
STREETS: list[str] = _ALL["streets"]
COMPANIES: list[str] = _ALL["companies"]
SENTENCES: list[str] = _ALL["sentences"]
ICONS: list[str] = _ALL["icons"]
FONTS = (
    None, None, None, "DejaVu Sans", "Liberation Sans", "Noto Sans", "Cantarell", "DejaVu Serif", "Open Sans",
    "Roboto", "Noto Serif",
)  # fmt: skip
"""Families; none is the toolkit's own. One that is not installed is drawn in the toolkit's own too."""
