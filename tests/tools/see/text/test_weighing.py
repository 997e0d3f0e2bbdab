"""A line is looked at again once for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.see.text.drawn import MONO, SANS, picture_of
from tools.geometry import Box
from tools.observation import Frame
from tools.see.text.weighing import Weighing

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Sure:
    """A recogniser that finds each text and each rival very likely."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def weigh(self, pictures: Sequence[NDArray[np.uint8]], text: str) -> list[float]:
        """As `Recogniser.weigh`."""
        self.asked.append(text)
        return [-1.0 for _ in pictures]

    def odds(self, _: NDArray[np.uint8], text: str, others: Sequence[tuple[int, str]]) -> list[float]:
        """As `Recogniser.odds`."""
        self.asked.append(text)
        return [-1.0 for _ in others]


def test_the_same_is_not_asked_twice() -> None:
    sure = Sure()
    weighing = Weighing(lambda: sure)  # type: ignore[arg-type, return-value]
    frame, box = Frame.from_rgb(picture_of("Clip", MONO)), Box(20, 8, 45, 22)
    assert [weighing.weigh(frame, box, text) for text in ("Clip", "Clip", "Chip")] == [-1.0] * 3
    assert sure.asked == ["Clip", "Chip"]
    assert {weighing.rival(frame, box, "Clip", range(4)) for _ in range(2)} == {"C1ip"}
    assert sure.asked[2:] == ["Clip"] * (1 + 5)
    other = Frame.from_rgb(picture_of("Clip", SANS))
    assert weighing.rival(other, box, "Clip", range(4)) is None
