"""Numbers on coloured squares are read, and no boxes to tick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Line, Widget
from tools.see.text.numbered import with_numbered_buttons

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(("picture", "number"), [("page_dark", "6"), ("page_light", "3")])
def test_the_page_that_is_shown_is_a_button_with_its_number(picture: str, number: str) -> None:
    shown = Image.open(Path(__file__).parent / "pictures" / f"{picture}.png").convert("RGB")
    scene = shared_reader().read(Frame.from_rgb(np.asarray(shown)))
    (line,) = [one for one in scene.lines if one.text == number]
    around = scene.widget_at(line.box.center)
    assert around is not None
    assert around.kind == "button"


@pytest.mark.parametrize(
    ("whole", "inside", "side", "kind"),
    [
        (("3", 1.0), ("3", 0.96), 26, "button"),
        (("12", 1.0), ("12", 0.96), 26, "button"),
        (("3", 1.0), ("8", 1.0), 26, "checkbox"),
        (("3", 1.0), ("3", 0.9), 26, "checkbox"),
        (("3", 0.9), ("3", 1.0), 26, "checkbox"),
        (("0", 1.0), ("0", 1.0), 26, "checkbox"),  # a disc
        (("V", 1.0), ("V", 1.0), 26, "checkbox"),  # a tick
        (("3", 1.0), ("3", 1.0), 14, "checkbox"),  # there is no room for a number
    ],
)
def test_it_is_read_twice(whole: tuple[str, float], inside: tuple[str, float], side: int, kind: str) -> None:
    frame = Frame.from_rgb(np.full((100, 200, 3), 240, np.uint8))
    box = Box(20, 20, side, side)

    def read(_: Frame, boxes: Sequence[Box]) -> list[Line]:
        shown = [whole if one == box else inside for one in boxes]
        return [Line(text, one, score) for one, (text, score) in zip(boxes, shown, strict=True)]

    (found,) = with_numbered_buttons(frame, [Widget("checkbox", box, checked=True)], (), read)
    assert found.kind == kind
