"""Another font reads otherwise, and what is sure is taken at its word, on scenes made by hand."""

from __future__ import annotations

import pytest

from agent.replay.live.compare.screens.look import looks_the_same, reads_otherwise, same_letters
from tests.tools.scenes import line, painted
from tools.geometry import Box
from tools.observation import Frame


def test_the_look_is_the_same_wherever_the_texts_stand() -> None:
    texts = (line("Full name", 20, 100), line("Save", 40, 300))
    moved = painted(*(line(one.text, one.box.left + 9, one.box.top + 5) for one in texts))
    assert looks_the_same(painted(*texts), moved)


def test_texts_of_another_size_have_another_look() -> None:
    texts = (line("Full name", 20, 100), line("Save", 40, 300))
    larger = [type(one)(one.text, one.box.grow(4), one.score) for one in texts]
    assert not looks_the_same(painted(*texts), painted(*larger))


@pytest.mark.parametrize(
    ("was", "now", "score"),
    [
        ("Ada Lovelace", "Ada Lovelace|", 1.0),
        ("ada@engine.example", "ada@engine.examplel", 0.97),
        ("I accept the terms", "accept the terms", 0.97),
        ("Save ASs...", "Save As...", 0.9),
        ("Modifie", "Modified", 0.93),
    ],
)
def test_an_unsure_reading_of_another_font_may_be_the_text(was: str, now: str, score: float) -> None:
    assert reads_otherwise(line(was, 20, 100), line(now, 20, 100, score))


@pytest.mark.parametrize(
    ("was", "now", "score"),
    [("Mail", "Mall", 1.0), ("Order 10023", "Order 10024", 0.8), ("Save", "Send", 0.8), ("now", "not", 0.8)],
)
def test_another_text_is_another_text_in_any_font(was: str, now: str, score: float) -> None:
    assert not reads_otherwise(line(was, 20, 100), line(now, 20, 100, score))


def test_light_letters_on_a_dark_row_are_the_same_letters() -> None:
    row, part = line("Riga on the Duna", 300, 200), Box(300, 200, 128, 16)
    white = painted(row).frame
    lit, other = (
        Frame.from_rgb(255 - one.bgrx[:, :, 2::-1])
        for one in (white, painted(row, marks=(Box(340, 204, 30, 8),)).frame)
    )
    assert same_letters(white, lit, part)
    assert not same_letters(white, other, part)
    assert not same_letters(white, painted().frame, part)
