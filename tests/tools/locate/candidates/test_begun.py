"""Lines whose first letters touch something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import Told, line
from tools.locate.candidates.begun import begun
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.geometry import Box


class Before(Told):
    """An `Evidence` in which another text stands from some column on."""

    def __init__(self, text: str, left: int, score: float = 1.0) -> None:
        super().__init__(())
        self.text, self.left, self.score = text, left, score

    def read(self, box: Box) -> Line:
        return Line(self.text if box.left <= self.left else "?", box, self.score)


@pytest.mark.parametrize(
    ("read", "whole", "text", "found"),
    [
        ("3", "A3", "A3", True),  # behind a border
        ("rgent", "Urgent", "Urgent", True),
        ("rgent", "Argent", "Urgent", False),  # another letter stands there
        ("2", "12", "12", False),  # a number may be of two cells
        ("3", "A 3", "A3", False),  # and so may what stands apart
        ("ending", "Sending", "Sen", False),
        ("gs", "Settings", "Settings", False),  # too much is missing
        ("K", "OK", "OK", False),  # a radio button before it is read so
        ("L", "XL", "XL", False),  # a cross
    ],
)
def test_a_line_and_what_stands_right_before_it_may_be_a_text(
    read: str, whole: str, text: str, *, found: bool
) -> None:
    seen = replace(line(read, 100, 20), evidence=Before(whole, 95))
    assert [one.text for one in begun([seen], text)] == [whole] * found


def test_what_is_hardly_read_is_none() -> None:
    seen = replace(line("3", 100, 20), evidence=Before("A3", 95, 0.7))
    assert not [*begun([seen], "A3")]
    assert not [*begun([line("3", 100, 20)], "A3")]
