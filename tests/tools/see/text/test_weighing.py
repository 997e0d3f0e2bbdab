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

LOOKS = 5


class Sure:
    """A recogniser that finds each text and each rival very likely, or as likely as it is told."""

    def __init__(self, weight: float = -1.0) -> None:
        self.weight = weight
        self.asked: list[str] = []

    def weigh(self, pictures: Sequence[NDArray[np.uint8]], text: str) -> list[float]:
        """As `Recogniser.weigh`."""
        self.asked += [text for _ in pictures]
        return [self.weight for _ in pictures]

    def odds(self, _: NDArray[np.uint8], text: str, others: Sequence[tuple[int, str]]) -> list[float]:
        """As `Recogniser.odds`."""
        self.asked.append(text)
        return [-1.0 for _ in others]


def test_the_same_is_not_asked_twice() -> None:
    sure = Sure()
    weighing = Weighing(lambda: sure)  # type: ignore[arg-type, return-value]
    frame, box = Frame.from_rgb(picture_of("Clip", MONO)), Box(20, 8, 45, 22)
    assert [weighing.weigh(frame, box, text) for text in ("Clip", "Clip", "Chip")] == [-1.0] * 3
    assert sure.asked == ["Clip"] * LOOKS + ["Chip"] * LOOKS
    assert {weighing.rival(frame, box, "Clip", range(4)) for _ in range(2)} == {"C1ip"}
    assert sure.asked[2 * LOOKS :] == ["Clip"] * (1 + LOOKS)
    other = Frame.from_rgb(picture_of("Clip", SANS))
    assert weighing.rival(other, box, "Clip", range(4)) is None


def test_a_text_that_no_further_look_could_save_is_not_looked_at_further() -> None:
    """None weighs more than 0: of five looks of which one weighs -31, or three -33, the mean is below -6."""
    frame, box = Frame.from_rgb(picture_of("Clip", MONO)), Box(20, 8, 45, 22)
    for weight, looks in ((-31.0, 1), (-11.0, 3), (-5.0, LOOKS)):
        unlike = Sure(weight)
        assert Weighing(lambda unlike=unlike: unlike).weigh(frame, box, "Cliff") == weight  # type: ignore[misc]
        assert unlike.asked == ["Cliff"] * looks
