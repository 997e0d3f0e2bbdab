"""What is cut out of a set's screens, and with which answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from tools.see.toggles.patch import ANSWERS, patch
from training.detector.shelf import screens
from training.toggles.shelf import cuts, load

if TYPE_CHECKING:
    from pathlib import Path

INK, GROUND = 40, 230


def element(kind: str, box: list[int], state: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "box": box, "state": state, "enabled": True}


TOLD = [
    element("checkbox", [100, 100, 14, 14], "on"),
    element("radio", [2, 2, 16, 16], "off"),
    element("switch", [300, 200, 40, 20], "on"),
    element("checkbox", [300, 300, 4, 4], "on"),
    element("icon-button", [100, 106, 30, 30]),
    element("button", [400, 400, 90, 30]),
]


def shelve(folder: Path, screens: int) -> None:
    picture = np.full((500, 600, 3), GROUND, np.uint8)
    for one in TOLD:
        left, top, width, height = one["box"]
        picture[top : top + height, left : left + width] = INK
    for number in range(screens):
        cv2.imwrite(str(folder / f"tk-clam-{number:04}.png"), picture)
        (folder / f"tk-clam-{number:04}.json").write_text(json.dumps({"elements": TOLD}))


def test_each_toggle_is_cut_out_with_its_answer_and_stands_in_its_box(tmp_path: Path) -> None:
    shelve(tmp_path, 2)
    train, _ = load(tmp_path)
    toggles = [cut for cut in train if cut.answer]
    assert [ANSWERS[cut.answer] for cut in toggles] == [
        ("checkbox", "on"),
        ("radio", "off"),
        ("switch", "on"),
    ]
    for cut in toggles:
        assert cut.pixels[cut.box.slices].max() == INK
        assert patch(cut.pixels, cut.box)[:2].min() == GROUND


def test_what_is_no_toggle_lies_on_none_and_every_tenth_screen_is_held_back(tmp_path: Path) -> None:
    shelve(tmp_path, 20)
    train, held = load(tmp_path)
    assert len([cut for cut in train if cut.answer]) == 18 * 3
    assert len([cut for cut in held if cut.answer]) == 2 * 3
    assert any(not cut.answer for cut in train)


def test_the_same_cuts_come_with_the_same_chance(tmp_path: Path) -> None:
    shelve(tmp_path, 1)
    (screen,) = screens(tmp_path)
    once, again = ([cut.box for cut in cuts(screen, np.random.default_rng(3))] for _ in range(2))
    assert once == again
