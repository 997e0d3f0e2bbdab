"""Plan of a random screen: a window with menus, tool bar, tabs, groups of elements and buttons. Pure."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from training.screens.elements import TALL, random_element
from training.screens.source import Source
from training.screens.words import FONTS, ICONS, LANGUAGES

if TYPE_CHECKING:
    from training.screens.outline import (
        Button,
        Columns,
        Group,
        LabelSide,
        Menu,
        MenuItem,
        Plan,
        Tab,
        Tool,
    )
    from training.screens.words import Words

SCREEN = (1280, 800)
"""Of a captured screen, in pixels."""
_SCALES = (1.0, 1.0, 1.0, 1.0, 1.25, 1.5, 2.0)
_LABELS: tuple[LabelSide, ...] = ("left", "left", "left, flush right", "above", "above", "inside")
_COLUMNS: tuple[Columns, ...] = (1, 1, 2)
_FOCUSABLE = ("field", "area", "number", "combo", "checkbox")
_ROOM, _TALL = 470.0, 130.0
_ROW: dict[LabelSide, float] = {"left": 34, "left, flush right": 34, "above": 52, "inside": 34}
"""Pixels for the elements below each other, for one of many lines and one of one, at 100 % and 10 points."""


def random_plan(seed: int, theme: str | None = None, *, dark: bool = False) -> Plan:
    """The plan of a seed, to be drawn in a theme; equal seeds give equal plans."""
    random = Random(seed)
    words = random.choices(list(LANGUAGES.values()), (4, 2, 2, 2, 1))[0]
    points, scale = random.choice((8, 9, 10, 10, 11, 11, 12, 13, 14, 16)), random.choice(_SCALES)
    menus = _menus(random, words) if random.random() < 0.5 else []
    return {
        "seed": seed,
        "title": random.choice(words.titles),
        "theme": theme,
        "dark": dark,
        "points": points,
        "font": random.choice(FONTS),
        "scale": scale,
        "at": [random.randrange(10, 160), random.randrange(30, 90)],
        "size": None,
        "menus": menus,
        "open_menu": random.randrange(len(menus)) if menus and random.random() < 0.4 else None,
        "toolbar": _toolbar(random, words) if random.random() < 0.4 else [],
        "tabs": _tabs(random, words) if random.random() < 0.4 else [],
        "groups": _groups(random, words, _ROOM / scale / (points / 10)),
        "buttons": _buttons(random, words),
        "status": random.choice(words.statuses) if random.random() < 0.3 else None,
    }


def _groups(random: Random, words: Words, room: float) -> list[Group]:
    """Groups until the room, in pixels, is used up."""
    source = Source(random, words)
    groups: list[Group] = []
    for caption in random.sample(words.captions, 3):
        labels, columns = random.choice(_LABELS), random.choice(_COLUMNS)
        group: Group = {"caption": caption, "columns": columns, "labels": labels, "rows": []}
        if source.chance(0.4):
            group["caption"] = None
        for _ in range(random.randrange(2, 8)):
            drawn = random_element(source, tall=room > _TALL) if room > 0 else None
            if drawn:
                group["rows"].append(drawn)
                room -= (_TALL if drawn["kind"] in TALL else _ROW[labels]) / columns
        groups.append(group)
        if labels == "inside":
            _put_inside(group)
    groups = [group for group in groups if group["rows"]]
    if source.chance(0.5):
        _focus(source, groups)
    return groups


def _put_inside(group: Group) -> None:
    """Labels as placeholders, which only empty fields show; what is no field has its label at the left."""
    for row in group["rows"]:
        if row["kind"] in ("field", "area", "combo"):
            row["value"], row["placeholder"], row["readonly"] = "", row["label"], False


def _focus(source: Source, groups: list[Group]) -> None:
    can = [row for group in groups for row in group["rows"] if row["enabled"] and row["kind"] in _FOCUSABLE]
    if can:
        source.random.choice(can)["focused"] = True


def _menus(random: Random, words: Words) -> list[Menu]:
    names = words.menus[: random.randrange(3, 9)]
    return [{"text": name, "items": _items(random, words)} for name in names]


def _items(random: Random, words: Words) -> list[MenuItem]:
    texts = random.sample(words.items, random.randrange(3, 10))
    return [
        {
            "text": text,
            "state": random.choice(("on", "off")) if random.random() < 0.2 else None,
            "enabled": random.random() < 0.85,
            "keys": f"Ctrl+{random.choice('ABCFNOPSXZ')}" if random.random() < 0.3 else None,
        }
        for text in texts
    ]


def _toolbar(random: Random, words: Words) -> list[Tool]:
    icons = random.sample(ICONS, random.randrange(3, 10))
    captions = random.random() < 0.25
    return [{"icon": icon, "text": random.choice(words.menus) if captions else None} for icon in icons]


def _tabs(random: Random, words: Words) -> list[Tab]:
    names = random.sample(words.captions, random.randrange(2, 6))
    chosen = random.randrange(len(names))
    return [{"text": name, "chosen": number == chosen} for number, name in enumerate(names)]


def _buttons(random: Random, words: Words) -> list[Button]:
    names = random.sample(words.buttons, random.randrange(1, 5))
    default = random.choice((None, 0))
    return [
        {"text": name, "enabled": random.random() < 0.85, "default": number == default}
        for number, name in enumerate(names)
    ]
