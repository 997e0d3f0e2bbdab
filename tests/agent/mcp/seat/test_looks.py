"""Looks: what is different from an earlier frame, in pixels of the picture."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from agent.mcp.results import Looked, ScreenRead
from agent.mcp.seat.frames import Shown, ShownFrames
from agent.mcp.seat.looks import looked, read
from agent.mcp.seat.requests import Look, Read
from agent.mcp.seat.turns import Unfit
from tools.geometry import Box, Point
from tools.observation import Frame, Observation
from tools.see.scene import Line, Scene, Widget

SIZE = (1600, 3200)


def shown(frames: ShownFrames, box: Box | None) -> Shown:
    rgb = np.full((*SIZE, 3), 200, np.uint8)
    if box:
        rgb[box.slices] = 10
    return frames.named(Observation(Frame.from_rgb(rgb)))


def test_only_what_changed_is_shown_where_it_is_in_the_picture() -> None:
    frames = ShownFrames()
    shown(frames, None)
    answer = looked(Look("f1"), frames, lambda: shown(frames, Box(1000, 200, 100, 300)))
    assert isinstance(answer.result, Looked)
    assert answer.result.size == (1568, 784)
    assert answer.result.changed == (490, 98, 49, 147)
    assert answer.picture is not None
    assert Image.open(io.BytesIO(answer.picture.data)).size == (49, 147)
    assert looked(Look("f2"), frames, lambda: shown(frames, Box(1000, 200, 100, 300))).picture is None


class Reads:
    def read(self, frame: Frame) -> Scene:
        line = Line("Save", Box(200, 100, 80, 40), 0.987)
        return Scene(frame, (line,), (Widget("checkbox", Box(20, 40, 32, 32), checked=True),))

    def read_box(self, frame: Frame, box: Box) -> Line:
        raise NotImplementedError


def test_what_stands_on_a_frame_is_told_in_pixels_of_its_picture() -> None:
    def find(target: str, _shown: Shown) -> Point:
        if target == "Save":
            return Point(240, 120)
        raise Unfit("it is not there")

    frame = shown(ShownFrames(), None)
    told = read(Read("Save"), frame, Reads(), find).result
    assert isinstance(told, ScreenRead)
    [line], [element] = told.lines, told.elements
    assert (line.text, line.box, line.sure) == ("Save", (98, 49, 39, 20), 0.99)
    assert (element.kind, element.checked) == ("checkbox", True)
    assert told.found is not None
    assert told.found.at == (117, 59)
    absent = read(Read("Load"), frame, Reads(), find).result
    assert isinstance(absent, ScreenRead)
    assert absent.found is not None
    assert (absent.found.at, absent.found.why) == (None, "it is not there")
