"""Mirrors of grounding sets: one that is not the official layout is named, never read as if it were."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from agent.bench.grounding.layouts.entries import Four

_OFFICIAL = {
    "screenspot": "screenspot_mobile.json, screenspot_desktop.json, screenspot_web.json and screenspot_imgs/ "
    "(github.com/njucckevin/SeeClick)",
    "screenspot-v2": "screenspot_mobile_v2.json, screenspot_desktop_v2.json, screenspot_web_v2.json and "
    "screenspotv2_image/ (huggingface.co/datasets/OS-Copilot/ScreenSpot-v2)",
    "screenspot-pro": "annotations/*.json and images/ (huggingface.co/datasets/likaixin/ScreenSpot-Pro)",
    "osworld-g": "OSWorld-G.json, OSWorld-G_refined.json, classification_result.json and images/ "
    "(github.com/xlang-ai/OSWorld-G, folder benchmark)",
}
_MARKS = {
    "screenspot": "screenspot_mobile.json",
    "screenspot-v2": "screenspot_mobile_v2.json",
    "screenspot-pro": "annotations/*.json",
    "osworld-g": "OSWorld-G.json",
}
_LOOKED_AT = 50
"""Files of each kind."""
_HEAD = 4096
"""Characters of a JSON file that are looked at."""
_SHARE = 0.05
"""Share of boxes that may be odd: the published sets have some."""


def refuse_other(name: str, data: Path, files: Sequence[Path]) -> None:
    """Make sure that a folder has the official layout's annotation files.

    Raises:
        BadInput: it has not; the message names what it seems to be.
    """
    if not data.is_dir():
        raise BadInput(f"--data {data}: is no folder; it should hold {_OFFICIAL[name]}")
    missing = [file for file in files if not file.is_file()]
    if missing:
        raise BadInput(
            f"--data {data}: has no {missing[0].relative_to(data)}; it is {found_in(data, name)}; "
            f"needed is the official layout: {_OFFICIAL[name]}"
        )


def found_in(data: Path, name: str) -> str:
    """What a folder seems to hold instead of a set."""
    for other, mark in _MARKS.items():
        if other != name and any(data.glob(mark)):
            return f"the layout of {other}: use `agent bench {other}`"
    if any(data.rglob("*.parquet")):
        return "a mirror in Parquet files"
    for file in islice((one for kind in ("*.json", "*.jsonl") for one in data.rglob(kind)), _LOOKED_AT):
        if told := _told_by(file):
            return f"a mirror: {file.relative_to(data)} has {told}"
    return "empty" if not any(data.iterdir()) else "no layout that is known here"


def _told_by(file: Path) -> str:
    """What the keys of a file's first entry say of its layout."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return ""
    if '"img_filename"' in head and '"annotations"' in head:
        return 'pictures with lists of "annotations"'
    if '"answer"' in head and '"bbox"' not in head:
        return 'boxes called "answer", by their corners'
    if '"conversations"' in head:
        return 'conversations ("ShareGPT")'
    return ""


def check_boxes(name: str, data: Path, boxes: Iterable[tuple[Four, tuple[int, int]]]) -> None:
    """Make sure that boxes are left, top, width and height in pixels of their pictures.

    Raises:
        BadInput: many reach out of their pictures, as corners would, or all are shares of the picture.
    """
    known = list(boxes)
    if known and all(max(map(abs, box)) <= 1 for box, _ in known):
        raise BadInput(f"--data {data}: a mirror whose boxes are shares of the picture; {_official(name)}")
    out = sum(
        left + width > across + 1 or top + height > down + 1
        for (left, top, width, height), (across, down) in known
    )
    if out > _SHARE * len(known):
        raise BadInput(
            f"--data {data}: {out} of {len(known)} boxes reach out of their pictures: they are corners, "
            f"not left, top, width and height: another mirror; {_official(name)}"
        )


def check_corners(name: str, data: Path, boxes: Sequence[Four]) -> None:
    """Make sure that boxes are two corners.

    Raises:
        BadInput: many have the second one left of or above the first, as widths and heights would.
    """
    odd = sum(right <= left or bottom <= top for left, top, right, bottom in boxes)
    if odd > _SHARE * len(boxes):
        raise BadInput(
            f"--data {data}: {odd} of {len(boxes)} boxes end before they begin: they are left, top, width "
            f"and height, not corners: another mirror; {_official(name)}"
        )


def check_sizes(name: str, data: Path, sizes: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Make sure that pictures are as large as they were when they were annotated.

    Raises:
        BadInput: many are not: they were made smaller, and show less.
    """
    odd = [(told, there) for told, there in sizes if told != there]
    if len(odd) > _SHARE * len(sizes):
        (across, down), (wide, high) = odd[0]
        raise BadInput(
            f"--data {data}: {len(odd)} of {len(sizes)} pictures are not as large as annotated "
            f"({wide}x{high}, not {across}x{down}): another mirror; {_official(name)}"
        )


def _official(name: str) -> str:
    return f"needed is the official layout: {_OFFICIAL[name]}"
