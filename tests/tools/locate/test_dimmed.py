"""Greyed out or not: next to the frame's other texts, or next to what was recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Box
from tools.locate.dimmed import Recorded, contrast, is_dim
from tools.observation import Frame

if TYPE_CHECKING:
    from tools.see.scene import Scene

INKS = {"Save": 20, "Cancel": 20, "Delete": 20}


def page(ground: int = 230, **inks: int) -> Scene:
    """Three texts on a ground, each with its ink."""
    drawing = Drawing(ground=ground)
    for row, (text, ink) in enumerate((INKS | inks).items()):
        drawing.text(text, (40, 40 + 40 * row), ink=ink)
    return PARSER.read(drawing.shot())


def test_contrast_is_between_the_ground_and_what_stands_out() -> None:
    shown = page()
    assert 180 <= contrast(shown.frame, shown.lines[0].box) <= 210
    assert contrast(shown.frame, Box(300, 300, 20, 20)) == 0
    assert contrast(shown.frame, Box(3000, 300, 20, 20)) == 0, "outside of the frame"


@pytest.mark.parametrize(("ink", "dim"), [(20, False), (60, False), (130, True), (160, True)])
def test_without_a_recording_a_text_is_dim_next_to_the_others(ink: int, *, dim: bool) -> None:
    shown = page(Save=ink)
    assert is_dim(shown, shown.lines[0].box) is dim


@pytest.mark.parametrize(
    ("inks", "dim", "why"),
    [
        ({}, False, "as it was"),
        ({"Save": 130}, True, "it alone has lost contrast"),
        ({"Save": 70, "Cancel": 70, "Delete": 70}, False, "a paler theme"),
        ({"Save": 160, "Cancel": 160, "Delete": 160}, True, "under a shade"),
        ({"Cancel": 130}, False, "another one is dim"),
    ],
)
def test_next_to_what_was_recorded(inks: dict[str, int], *, dim: bool, why: str) -> None:
    was, now = page(), page(**inks)
    assert is_dim(now, now.lines[0].box, Recorded(was, was.lines[0].box)) is dim, why


def test_what_was_pale_when_it_was_recorded_is_not_greyed_out() -> None:
    was, now = page(Save=130), page(Save=130)
    assert not is_dim(now, now.lines[0].box, Recorded(was, was.lines[0].box))
    assert not is_dim(now, now.lines[0].box, Recorded(was, Box(300, 300, 20, 20))), (
        "it never had any contrast"
    )


def test_a_dark_theme_has_as_much_contrast() -> None:
    was, now = page(), page(30, Save=240, Cancel=240, Delete=240)
    assert not is_dim(now, now.lines[0].box, Recorded(was, was.lines[0].box))


def test_a_white_caption_on_a_green_button_is_not_greyed_out() -> None:
    drawing = Drawing(ground=230)
    for row, text in enumerate(("Customer", "Address", "Country", "Save")):
        drawing.text(text, (40, 40 + 40 * row), ink=20)
    shown = PARSER.read(drawing.shot())
    box = shown.lines[-1].box
    rgb = shown.frame.rgb.copy()
    ink = rgb[box.slices][:, :, 0] < 100
    rgb[box.slices] = (76, 175, 80)
    rgb[box.slices][ink] = 255
    green = replace(shown, frame=Frame.from_rgb(rgb))
    assert not is_dim(green, box)


def test_where_many_texts_are_pale_the_others_say_what_is_usual() -> None:
    shown = page(Save=140, Cancel=110)
    assert is_dim(shown, shown.lines[0].box)
    assert not is_dim(shown, shown.lines[2].box)
