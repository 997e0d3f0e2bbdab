"""Marks before a caption: by the text that was read, and by the pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.see.text.marks import behind_mark, is_marked

if TYPE_CHECKING:
    from tools.see.ocr import ScreenReader


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("▶ Options", True),
        ("• Sverige", True),
        ("- 5", False),
        ("Options", False),
        ("(a) b", False),
        ("·a", False),
    ],
)
def test_a_sign_by_itself_before_letters_is_a_mark(text: str, *, marked: bool) -> None:
    assert is_marked(text) == marked


def test_a_caption_stands_behind_the_first_space() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 24, 6, 6), 20)
    canvas.fill(Box(34, 22, 30, 10), 20)
    assert behind_mark(canvas.frame, Box(17, 20, 50, 16)) == Box(32, 20, 35, 16)
    assert behind_mark(canvas.frame, Box(32, 20, 35, 16)) is None


def test_an_entry_of_a_tree_is_named_without_the_arrow_that_was_read_with_it(reader: ScreenReader) -> None:
    canvas = Canvas()
    canvas.text("> Options", 20, 20, scale=0.6)
    scene = reader.read(canvas.frame)
    assert [line.text for line in scene.lines] == ["> Options"]
    spot = find(scene, Locator("Options"))
    assert spot.line.text == "Options"
    assert spot.line.box.left > scene.lines[0].box.left
