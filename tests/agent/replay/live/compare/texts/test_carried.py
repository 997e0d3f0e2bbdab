"""Where something of the recorded screen would be, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.texts.carried import carried
from tests.tools.scenes import line, scene
from tools.geometry import Box

TEXTS = ("Name", "City", "Save")
THEN = scene(*(line(text, 20, 100 + 40 * row) for row, text in enumerate(TEXTS)))


def test_a_box_moves_as_most_texts_do() -> None:
    moved = scene(*(line(text, 50, 90 + 40 * row) for row, text in enumerate(TEXTS)), line("Later", 5, 5))
    assert carried(Box(20, 300, 60, 20), THEN, moved) == Box(50, 290, 60, 20)


def test_on_a_screen_without_a_known_text_it_stays() -> None:
    assert carried(Box(20, 300, 60, 20), THEN, scene(line("Nothing", 20, 100))) == Box(20, 300, 60, 20)
