"""Which one of several alike captions stands out, on scenes made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import line, painted
from tools.geometry import Box
from tools.locate.siblings import chosen_among_siblings
from tools.observation import Frame
from tools.see.scene import Line, Scene

TABS = tuple(line(text, 100 + 100 * at, 50) for at, text in enumerate(("First", "Second", "Third", "Fourth")))
ROWS = tuple(line(text, 100, 50 + 30 * at) for at, text in enumerate(("First", "Second", "Third", "Fourth")))


def drawn(scene: Scene, *marks: tuple[Box, int]) -> Scene:
    """The scene with grounds and marks in some shades under its texts."""
    rgb = np.full((600, 800, 3), 200, np.uint8)
    for box, shade in marks:
        rgb[box.slices] = shade
    for one in scene.lines:
        rgb[one.box.grow(-4).slices][:, ::4] = 0
    return Scene(Frame.from_rgb(rgb), scene.lines, ())


@pytest.mark.parametrize(
    ("marks", "chosen"),
    [
        pytest.param([(TABS[1].box.grow(4), 240)], "Second", id="another ground"),
        pytest.param([(Box(300, 68, 40, 2), 40)], "Third", id="a line below"),
        pytest.param([], None, id="none"),
        pytest.param([(TABS[1].box.grow(4), 240), (TABS[3].box.grow(4), 160)], None, id="two"),
        pytest.param([(TABS[1].box.grow(4), 204)], None, id="hardly another ground"),
        pytest.param([(Box(90, 40, 420, 40), 240)], None, id="all"),
    ],
)
def test_of_a_row_one_stands_out(marks: list[tuple[Box, int]], chosen: str | None) -> None:
    scene = drawn(painted(*TABS), *marks)
    for caption in TABS:
        found = chosen_among_siblings(scene, caption)
        assert (found.line.text if found else None) == chosen


def test_another_one_stands_out_though_the_pointer_lights_up_this_one() -> None:
    scene = drawn(painted(*TABS), (TABS[1].box.grow(4), 240), (TABS[3].box.grow(4), 220))
    assert chosen_among_siblings(scene, TABS[3]) is None
    found = chosen_among_siblings(scene, TABS[3], but=True)
    assert found is not None
    assert found.line == TABS[1]


def test_what_stands_out_by_another_look_is_not_as_it_was() -> None:
    marks = [(TABS[1].box.grow(4), 240)], [(TABS[1].box.grow(4), 120)], [(Box(200, 68, 48, 2), 40)]
    one, other, below = (chosen_among_siblings(drawn(painted(*TABS), *mark), TABS[3]) for mark in marks)
    assert one is not None
    assert other is not None
    assert below is not None
    assert one.is_still(one)
    assert not other.is_still(one)
    assert not below.is_still(one)


def test_of_a_column_one_stands_out_by_what_stands_before_it() -> None:
    rings = [(Box(76, 50 + 30 * at, 14, 14), 120) for at in range(4)]
    found = chosen_among_siblings(drawn(painted(*ROWS), *rings, (Box(79, 83, 8, 8), 0)), ROWS[0])
    assert found is not None
    assert found.line == ROWS[1]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(TABS[:2], id="of two nobody knows which"),
        pytest.param((TABS[0], TABS[1], line("Elsewhere", 600, 50)), id="one is far away"),
        pytest.param((TABS[0], TABS[1], line("Low", 300, 90)), id="one is in another row"),
    ],
)
def test_too_few_tell_nothing(texts: tuple[Line, ...]) -> None:
    scene = drawn(painted(*texts), (TABS[1].box.grow(4), 240))
    assert chosen_among_siblings(scene, TABS[0]) is None
