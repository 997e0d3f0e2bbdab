"""Pictures of windows to draw, and each as it may look the next time: the truth about every place."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.screens.words import CAPTIONS, NAMES, STATES, another_digit, another_letter

if TYPE_CHECKING:
    from random import Random

Picture = dict[str, Any]

LIGHT = {"bg": "#e6e6e6", "fg": "#101010", "field": "#ffffff", "faint": "#9a9a9a", "button": "#dcdcdc"}
DARK = {"bg": "#2b2d31", "fg": "#e8e8e8", "field": "#1e1f22", "faint": "#7a7c80", "button": "#3c3f44"}
WARM = {"bg": "#efe6d2", "fg": "#3a2a1a", "field": "#fbf6ea", "faint": "#b0a48c", "button": "#e2d4b4"}
GROUNDS = (LIGHT, DARK, WARM)
FONTS = ("DejaVu Sans", "Nimbus Sans", "DejaVu Sans Condensed", "DejaVu Serif")
THEMES = ("clam", "alt", "default", "classic")
KINDS = ("form", "installer", "rows", "entries", "icons", "noise", "photo")
CHANGES = ("relabelled", "one letter", "disabled", "absent", "doubled")
"""What may become of a target; in each of these nothing may be clicked."""
WHOLE = ("as it was", "moved", "other theme", "other font", "other size", "other DPI")
"""What may become of a whole window; every target is still there."""


@dataclass
class Pair:
    """A window and what became of it."""

    before: Picture
    after: Picture
    whole: str
    changes: dict[str, str] = field(default_factory=dict)
    """By target; the others are still there."""
    targets: tuple[str, ...] = ()


def pair(kind: str, random: Random) -> Pair:
    """A window of a kind, another after it, and what differs."""
    before: Picture = {
        "kind": kind,
        "at": [random.randint(10, 150), random.randint(20, 90)],
        "look": _look(random),
        "items": _items(kind, random),
        "photo_seed": random.randint(0, 10**6),
    }
    after = copy.deepcopy(before)
    found = Pair(before, after, random.choice(WHOLE))
    _restyle(found, random)
    if kind == "rows":
        _reorder(found, random)
    else:
        _change(found, random)
    return found


def _look(random: Random) -> Picture:
    return {
        **random.choice(GROUNDS),
        "font": random.choice(FONTS),
        "size": random.choice((9, 10, 11)),
        "weight": "normal",
        "theme": random.choice(THEMES),
        "dpi": 1.0,
    }


def _restyle(pair: Pair, random: Random) -> None:
    look = pair.after["look"]
    if pair.whole != "as it was":
        pair.after["at"] = [random.randint(10, 300), random.randint(20, 160)]
    if pair.whole == "other theme":
        look |= random.choice([ground for ground in GROUNDS if ground["bg"] != look["bg"]])
        look["theme"] = random.choice(THEMES)
    elif pair.whole == "other font":
        look["font"] = random.choice([font for font in FONTS if font != look["font"]])
        look["weight"] = random.choice(("normal", "bold"))
    elif pair.whole == "other size":
        look["size"] += random.choice((-1, 1, 2, 3))
    elif pair.whole == "other DPI":
        look["dpi"] = random.choice((1.25, 1.5, 1.75, 2.0))


def _items(kind: str, random: Random) -> list[Picture]:
    words = random.sample(CAPTIONS, 15)
    if kind == "form":
        return _form(words[:11], random)
    if kind == "installer":
        roles = ["label", *random.choices(("check", "radio"), k=5), "button", "button", "button"]
        return [_item(index, role, words[index]) for index, role in enumerate(roles)]
    if kind == "rows":
        return _rows(random)
    if kind == "entries":
        return _entries(random)
    if kind == "icons":
        return [
            {"id": f"i{index}", "text": text, "sign": random.choice(("folder", "sheet"))}
            for index, text in enumerate(random.sample(NAMES, 14))
        ]
    return [_item(index, "text", word) for index, word in enumerate(words)]


def _item(index: int, role: str, text: str) -> Picture:
    return {"id": f"i{index}", "role": role, "text": text}


def _form(words: list[str], random: Random) -> list[Picture]:
    roles = (
        "field",
        "field",
        "field",
        "field",
        "check",
        "check",
        "button",
        "button",
        "button",
        "field",
        "button",
    )
    items = [_item(index, role, word) for index, (role, word) in enumerate(zip(roles, words, strict=True))]
    for item in items:
        if item["role"] == "field":
            item["value"] = random.choice(("", "", random.choice(NAMES)))
    return items


def _rows(random: Random) -> list[Picture]:
    number = random.randint(1000, 9000)
    return [
        {
            "id": f"r{index}",
            "cells": [
                f"Invoice {number + index}",
                random.choice(NAMES),
                f"{random.randint(10, 99)}.{random.randint(10, 99)}",
                random.choice(STATES),
            ],
            "buttons": ["Open", "Delete"],
        }
        for index in range(random.randint(8, 13))
    ]


def _entries(random: Random) -> list[Picture]:
    """A list most of whose texts differ in a letter or in a digit."""
    stem = random.choice(
        ("Street {}", "Part no. 48{}-7", "{} server room", "Meeting in room {}", "backup-2026-{}.tar")
    )
    texts = [stem.format(number) for number in random.sample(range(10, 100), 8)]
    word = random.choice(CAPTIONS)
    texts += [word]
    for _ in range(4):
        texts.append(another_letter(word, random, set(texts)))
    random.shuffle(texts)
    return [_item(index, "entry", text) for index, text in enumerate(texts)]


def _change(pair: Pair, random: Random) -> None:
    """Some of the items become something else; the rest, half or more, stay."""
    items = pair.after["items"]
    pair.targets = tuple(item["id"] for item in items)
    # A text that stood on the first window would be that target, moved: nobody could tell it from another.
    taken = {item.get("text", "") for item in items}
    kinds = [kind for kind in CHANGES if kind != "disabled" or pair.after["kind"] != "icons"]
    for item, kind in zip(random.sample(items, len(items) // 2), _often(kinds, random), strict=False):
        if _has(item, kind):
            _apply(kind, item, items, taken, random)
            pair.changes[item["id"]] = kind


def _often(kinds: list[str], random: Random) -> list[str]:
    return random.sample(kinds, len(kinds)) + random.sample(kinds, len(kinds))


def _has(item: Picture, kind: str) -> bool:
    """Whether that can become of the item."""
    return kind != "disabled" or item.get("role") in {"button", "check", "radio", "entry", "text"}


def _apply(kind: str, item: Picture, items: list[Picture], taken: set[str], random: Random) -> None:
    if kind == "relabelled":
        item["text"] = random.choice([word for word in CAPTIONS + NAMES if word not in taken])
    elif kind == "one letter":
        digits = any(sign.isdigit() for sign in item["text"])
        item["text"] = (another_digit if digits else another_letter)(item["text"], random, taken)
    elif kind == "disabled":
        item["disabled"] = True
    elif kind == "absent":
        items.remove(item)
    else:
        items.append({**item, "id": f"{item['id']} again"})
    taken.add(item["text"])


def _reorder(pair: Pair, random: Random) -> None:
    """Equal rows: scrolled, sorted anew, some removed, some new."""
    rows = pair.after["items"]
    for _ in range(random.randint(0, 3)):
        gone = rows.pop(random.randrange(len(rows)))
        pair.changes |= dict.fromkeys(_parts(gone), "row absent")
    way = random.choice(("as they were", "scrolled", "shuffled"))
    if way == "scrolled":
        del rows[0]
        pair.changes |= dict.fromkeys(_parts(pair.before["items"][0]), "row absent")
        rows += [{**row, "id": f"{row['id']} new"} for row in _rows(random)[:1]]
    elif way == "shuffled":
        random.shuffle(rows)
    pair.whole = f"rows {way}, {pair.whole}"
    pair.targets = tuple(name for row in pair.before["items"] for name in _parts(row))


def _parts(row: Picture) -> list[str]:
    return [f"{row['id']}/0", *(f"{row['id']}/{caption}" for caption in row["buttons"])]
