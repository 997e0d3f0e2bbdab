"""What stands in a field beside its text is told from it: icons, arrows, a label above the value."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, line, scene
from tools.geometry import Box
from tools.locate.adornments import before_icons, behind_icon, below_label, within_ring
from tools.locate.look import Look
from tools.observation import Frame

PART, HEIGHT = Box(24, 24, 240, 24), 32
TEXT, ICON = Box(32, 28, 40, 14), Box(28, 27, 14, 16)


def frame(*drawn: Box, shade: int = 20) -> Frame:
    """White, with upright strokes in each box."""
    rgb = np.full((80, 320, 3), 255, np.uint8)
    for box in drawn:
        rgb[box.slices][:, ::3] = shade
    return Frame.from_rgb(rgb)


def look(seen: Frame) -> Look:
    return Look(seen, FakeParser(anywhere=scene(), text=""))


def test_arrows_and_an_icon_far_behind_a_text_are_none_of_it() -> None:
    arrows, sign = Box(215, 26, 9, 18), Box(240, 28, 14, 14)
    apart = [
        Box(left, box.top, 1, box.height) for box in (arrows, sign) for left in range(box.left, box.right)
    ]
    found = before_icons(look(frame(TEXT, *apart)), PART, HEIGHT)
    assert found is not None
    assert TEXT.right < found.right < TEXT.right + 6
    assert before_icons(look(frame(TEXT, Box(150, 28, 90, 14))), PART, HEIGHT) is None, "as wide as a text"
    assert before_icons(look(frame(TEXT)), PART, HEIGHT) is None


def test_what_stays_before_a_text_that_was_typed_is_an_icon() -> None:
    old, new = Box(50, 28, 30, 14), Box(50, 28, 70, 14)
    now = look(frame(ICON, new))
    found = behind_icon(now, PART, HEIGHT, frame(ICON, old))
    assert found is not None
    assert ICON.right < found.left <= new.left
    assert new.right <= found.right <= new.right + 6, (
        "no more than the text: a sign alone in a long field is not read"
    )
    assert behind_icon(now, PART, HEIGHT, frame(old)) is None, "it came with the text"
    assert behind_icon(now, PART, HEIGHT, frame(ICON, new)) is None, "nothing was typed"
    lit = Frame.from_rgb(np.maximum(frame(ICON, new).rgb, 20) - 10)
    assert behind_icon(look(lit), PART, HEIGHT, frame(ICON, old)) == found, (
        "its ground is another by the focus"
    )
    digit = Box(30, 28, 6, 14)
    kept = behind_icon(look(frame(digit, new)), PART, HEIGHT, frame(digit, old))
    assert kept is None, "it ends on the line of the text: 198 is no 98 behind a picture"
    close = Box(ICON.right + 1, 28, 70, 14)
    assert behind_icon(look(frame(ICON, close)), PART, HEIGHT, frame(ICON)) is None, "letters of one word"


@pytest.mark.parametrize(("shade", "top"), [(120, 44), (20, 24)])
def test_the_value_stands_below_a_label_of_another_colour(shade: int, top: int) -> None:
    label, value = line("Land", 32, 24), line("Peru", 32, 44)
    rgb = frame(value.box).rgb.copy()
    rgb[label.box.slices][:, ::3] = shade
    seen = Look(Frame.from_rgb(rgb), FakeParser(anywhere=scene(label, value), text=""))
    assert below_label(seen, Box(24, 24, 240, 40)).top == top, "two lines of one colour are one text"


def test_the_label_of_the_next_field_may_stand_in_the_lower_edge() -> None:
    value, label = line("Peru", 32, 28), line("Town", 32, 56)
    seen = Look(frame(value.box, label.box), FakeParser(anywhere=scene(value, label), text=""))
    assert below_label(seen, Box(24, 24, 240, 40)) == Box(24, 24, 240, 32)
    assert below_label(seen, Box(24, 24, 240, 50)) == Box(24, 24, 240, 50), "a second line of its text"


FIELD = Box(20, 20, 200, 24)


def ringed(text: Box, ring: Box, phase: int) -> Look:
    """A field with a text, and with dots around it: every second pixel."""
    rgb = np.array(frame(FIELD, shade=255).rgb)
    rgb[text.slices][:, ::3] = 20
    for y, x in np.ndindex(ring.height, ring.width):
        is_edge = y in (0, ring.height - 1) or x in (0, ring.width - 1)
        if is_edge and (ring.left + x + ring.top + y) % 2 == phase:
            rgb[ring.top + y, ring.left + x] = 0
    return look(Frame.from_rgb(rgb))


@pytest.mark.parametrize("phase", [0, 1])
@pytest.mark.parametrize("left", [21, 22])
def test_a_text_stands_within_a_dotted_ring_whichever_dots_are_drawn(left: int, phase: int) -> None:
    text = Box(28, 26, 40, 12)
    found = within_ring(ringed(text, Box(left, 22, 177, 19), phase), FIELD)
    assert found is not None
    assert found.overlap(text).width >= text.width - 2
    assert found.left > left
    assert found.right < text.right + 6


def test_a_ring_around_a_part_of_a_text_is_none_of_its_field() -> None:
    assert within_ring(ringed(Box(28, 26, 90, 12), Box(23, 23, 41, 18), 0), FIELD) is None
