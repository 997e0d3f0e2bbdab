"""What came up and went away, told by its texts."""

from __future__ import annotations

import numpy as np
import pytest

from agent.replay.live.compare.texts import text_change, unknown_lines, untouched
from agent.replay.live.substitutions import Substitutions
from tools.geometry import Box
from tools.observation import Frame
from tools.see.scene import Line, Scene

FRAME = Frame.from_rgb(np.zeros((400, 300, 3), np.uint8))


def lines(*texts: str, score: float = 1.0) -> tuple[Line, ...]:
    return tuple(Line(text, Box(10, 20 * place, 100, 14), score) for place, text in enumerate(texts))


def scene(*texts: str) -> Scene:
    return Scene(FRAME, lines(*texts), ())


def texts(found: tuple[Line, ...] | list[Line]) -> list[str]:
    return [line.text for line in found]


def test_lines_count_one_by_one_wherever_they_stand() -> None:
    found = text_change(scene("Street", "City", "File"), scene("City", "Street", "Street", "Quit"))
    assert texts(found.came) == ["Street", "Quit"]
    assert texts(found.went) == ["File"]


@pytest.mark.parametrize("seen", ["Customer 4711 saved", "Customer registr", "Custorner saved"])
def test_other_numbers_parts_and_slips_are_not_unknown(seen: str) -> None:
    recorded = lines("Customer 17 saved", "Customer registration", "Customer saved")
    assert unknown_lines(lines(seen), recorded, Substitutions()) == []


def test_a_text_that_was_never_recorded_is_unknown() -> None:
    recorded = lines("Save customer", "Full name")
    assert texts(unknown_lines(lines("An update is available", "OK", "ab"), recorded, Substitutions())) == [
        "An update is available"
    ]
    assert unknown_lines(lines("An update is available", score=0.6), recorded, Substitutions()) == []


def beside(*texts: str, gap: int = 3) -> tuple[Line, ...]:
    """Lines in one row, as one line is read in pieces."""
    found, left = [], 10
    for text in texts:
        found.append(Line(text, Box(left, 50, 8 * len(text), 16)))
        left = found[-1].box.right + gap
    return tuple(found)


def test_a_line_that_was_read_in_pieces_is_not_unknown() -> None:
    recorded = lines("Warning: you are using the root account. You may harm your system.")
    seen = beside("Warr", "ing: you are using", "the root account. You may harm your system.")
    assert unknown_lines(seen, recorded, Substitutions()) == []
    assert texts(unknown_lines(seen[:1], recorded, Substitutions())) == ["Warr"]


def test_a_text_beside_a_known_one_is_unknown() -> None:
    recorded = lines("customer record", "Remember me")
    assert texts(unknown_lines(beside("Delete", "customer record"), recorded, Substitutions())) == ["Delete"]
    assert texts(unknown_lines(beside("Memb", "er me", gap=40), recorded, Substitutions())) == [
        "Memb",
        "er me",
    ]


def test_a_new_value_is_not_unknown() -> None:
    substitutions = Substitutions(pairs=(("Hello Ada", "Hello Grace Hopper"),))
    assert unknown_lines(lines("Hello Grace Hopper"), lines("Hello Ada"), substitutions) == []
    assert texts(unknown_lines(lines("Hello Grace Hopper"), lines("Hello Ada"), Substitutions())) != []


def test_lines_in_an_area_are_left_out() -> None:
    first, second = lines("Clock", "Name")
    assert untouched((first, second), [Box(100, 5, 20, 10)]) == (second,)
    assert untouched((first, second), []) == (first, second)
