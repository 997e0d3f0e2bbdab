"""Sitting: a picture that was drawn for the purpose is read by the real eye, once, and asked about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from benchmarks.exam.sitting import sit
from benchmarks.exam.stills import stills
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from pathlib import Path

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

TRUTH = {
    "toolkit": "paper",
    "elements": [
        {"kind": "field", "box": [140, 40, 220, 28], "label": "Street", "label_box": [30, 44, 60, 20]},
        {"kind": "field", "box": [140, 90, 220, 28], "label": "Town", "label_box": [30, 94, 60, 20]},
        {"kind": "field", "box": [600, 340, 220, 28], "label": "Nowhere"},
    ],
}


class CountingReader:
    """The real eye; how often it was shown a whole frame."""

    def __init__(self) -> None:
        self.looks = 0

    def read(self, frame: Frame) -> Scene:
        self.looks += 1
        return shared_reader().read(frame)

    def read_box(self, frame: Frame, box: Box) -> Line:
        return shared_reader().read_box(frame, box)


def test_a_drawn_form_is_answered_and_read_once(tmp_path: Path) -> None:
    picture = Image.new("RGB", (900, 400), (236, 236, 236))
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(18)
    for left, top, text in ((30, 42, "Street"), (30, 92, "Town"), (30, 140, "Please fill in both")):
        pen.text((left, top), text, "black", font)
    for top in (40, 90):
        pen.rectangle((140, top, 359, top + 27), "white", (120, 120, 120))
    (tmp_path / "paper").mkdir()
    picture.save(tmp_path / "paper" / "a.png")
    (tmp_path / "paper" / "a.json").write_text(json.dumps(TRUTH))
    [still] = stills(tmp_path)
    reader = CountingReader()
    sitting = sit(still, reader)
    assert [mark.verdict.outcome for mark in sitting.marks] == ["right", "right", "not found"]
    assert reader.looks == 1
    assert sit(still, reader, ["checkbox"]).marks == ()
    assert len(sit(still, reader, ["field", "checkbox"]).marks) == len(sitting.marks)
    assert json.loads(sitting.marks[2].line())["verdict"]["outcome"] == "not found"
