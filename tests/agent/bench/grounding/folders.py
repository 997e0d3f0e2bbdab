"""Small folders in exactly the published layouts, every answer known: words at known places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from pathlib import Path

WIDE, HIGH = 640, 400
WORDS = {"Save": (60, 40), "Cancel": (300, 40), "Open file": (60, 200), "Print": (420, 300)}
"""What is written in every picture, and its button's left and top."""
BUTTON = 120, 36


def draw(path: Path, size: tuple[int, int] = (WIDE, HIGH)) -> None:
    """A picture with four buttons."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", size, (240, 240, 240))
    brush = ImageDraw.Draw(picture)
    font = ImageFont.truetype("DejaVuSans.ttf", 16)
    for words, (left, top) in WORDS.items():
        box = (left, top, left + BUTTON[0], top + BUTTON[1])
        brush.rectangle(box, fill=(225, 225, 225), outline=(120, 120, 120))
        brush.text((left + BUTTON[0] // 2, top + BUTTON[1] // 2), words, (20, 20, 20), font, anchor="mm")
    picture.save(path)


def box_of(words: str) -> tuple[int, int, int, int]:
    """Left, top, width and height of a button."""
    return (*WORDS[words], *BUTTON)


def grid(x: float, y: float) -> tuple[float, float]:
    """The grid point of a point in pixels."""
    return x * 1000 / WIDE, y * 1000 / HIGH


def write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), "utf-8")


def screenspot(folder: Path, *, second: bool = False) -> Path:
    """ScreenSpot, or ScreenSpot-v2: two samples a platform, a text and an icon."""
    pictures = folder / ("screenspotv2_image" if second else "screenspot_imgs")
    for platform in ("mobile", "desktop", "web"):
        draw(pictures / f"{platform}.png")
        entries = [
            {
                "img_filename": f"{platform}.png",
                "bbox": list(box_of(words)),
                "instruction": words,
                "data_type": kind,
                "data_source": "windows",
                **({"id": "x", "split": "test"} if second else {}),
            }
            for words, kind in (("Save", "text"), ("Print", "icon"))
        ]
        write(folder / f"screenspot_{platform}{'_v2' if second else ''}.json", entries)
    return folder


def screenspot_pro(folder: Path) -> Path:
    """ScreenSpot-Pro: two applications, in a folder of pictures each."""
    for application, group in (("word", "Office"), ("blender", "Creative")):
        name = f"{application}_windows/screenshot.png"
        draw(folder / "images" / name)
        entries = []
        for number, (words, kind) in enumerate((("Save", "text"), ("Cancel", "icon"))):
            left, top, width, height = box_of(words)
            entries.append(
                {
                    "img_filename": name,
                    "bbox": [left, top, left + width, top + height],
                    "instruction": words,
                    "instruction_cn": "保存",
                    "id": f"{application}_windows_{number}",
                    "application": application,
                    "platform": "windows",
                    "img_size": [WIDE, HIGH],
                    "ui_type": kind,
                    "group": group,
                }
            )
        write(folder / "annotations" / f"{application}_windows.json", entries)
    return folder


TRIANGLE = (60, 40, 180, 40, 60, 100)


def osworld_g(folder: Path) -> Path:
    """OSWorld-G: a box, a polygon and a refusal, with original and refined words."""
    draw(folder / "images" / "ABC.png")
    left, top, width, height = box_of("Open file")
    shared = {"image_path": "ABC.png", "image_size": [WIDE, HIGH]}
    box = [left + 0.25, top + 0.5, float(width), float(height)]
    entries = [
        {
            "id": "ABC-0",
            **shared,
            "box_type": "bbox",
            "box_coordinates": box,
            "GUI_types": ["Button", "Label"],
        },
        {"id": "ABC-1", **shared, "box_type": "polygon", "box_coordinates": list(TRIANGLE), "GUI_types": []},
        {
            "id": "ABC-2",
            **shared,
            "box_type": "refusal",
            "box_coordinates": [-1, -1, -1, -1],
            "GUI_types": [],
        },
    ]
    for name, words in (("OSWorld-G.json", "Open file"), ("OSWorld-G_refined.json", 'Click "Open file"')):
        write(folder / name, [{**entry, "instruction": words} for entry in entries])
    classes = {
        "text_matching": [{"id": "ABC-0"}, {"id": "ABC-1"}],
        "fine_grained_manipulation": [{"id": "ABC-1"}],
        "refusal": [{"id": "ABC-2"}],
    }
    write(folder / "classification_result.json", {"classified": classes, "unclassified": []})
    return folder


def grey(path: Path, size: tuple[int, int]) -> None:
    """A picture without anything in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((size[1], size[0], 3), 128, np.uint8)).save(path)
