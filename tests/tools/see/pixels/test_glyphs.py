"""Glyphs are gathered as they are read: neither two captions in one line nor one word in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.geometry import Box
from tools.see.pixels.glyphs import gather_runs


def row(*lefts: int, top: int = 0, height: int = 10) -> list[Box]:
    return [Box(left, top, 6, height) for left in lefts]


def test_captions_stand_further_apart_than_words() -> None:
    file, edit = row(0, 8, 16), row(35, 43, 51)
    assert gather_runs([*file, *edit], prose=False) == [file, edit]


def test_words_of_a_fixed_width_font_in_a_field_stay_together() -> None:
    assert gather_runs(row(0, 8, 26, 34), prose=True) == [row(0, 8, 26, 34)]


def test_dots_belong_to_their_letters() -> None:
    stem, dot = Box(0, 4, 2, 8), Box(0, 0, 2, 2)
    (run,) = gather_runs([stem, dot, *row(4, 12, top=2)], prose=False)
    assert len(run) == 4


def test_an_icon_is_no_letter() -> None:
    icon, letters = Box(0, 0, 16, 16), row(24, 32, 40, top=3)
    assert gather_runs([icon, *letters], prose=False) == [letters]


@pytest.mark.parametrize("icon", [Box(0, 0, 42, 43), Box(16, 0, 26, 47)])
def test_a_large_icon_is_no_letter_though_its_top_is_level_with_the_letters(icon: Box) -> None:
    """A dialog's question mark, its light bulb, and a text of one line."""
    letters = row(61, 70, 79, top=1)
    assert gather_runs([icon, *letters], prose=False) == [letters]


def test_an_icon_beside_two_rows_makes_no_one_row_of_them() -> None:
    """A dialog's question mark, with a question of two lines behind it."""
    icon, first, second = Box(0, 0, 30, 30), row(50, 60, 70, top=2), row(50, 60, top=20)
    assert gather_runs([icon, *first, *second], prose=False) == [first, second]


def test_a_word_of_one_capital_is_no_icon() -> None:
    """ "À propos", and a picture that hangs lower."""
    capital, rest = Box(0, 0, 16, 17), [Box(24, 7, 10, 14), *row(37, 46, 55, top=7)]
    assert gather_runs([capital, *rest], prose=False) == [[capital, *rest]]
    for icon in (Box(0, 2, 16, 17), Box(0, 0, 19, 19)):
        assert gather_runs([icon, *rest], prose=False) == [rest]


def test_a_word_of_one_capital_is_none_either_where_the_letters_behind_it_touch() -> None:
    capital, word = Box(0, 0, 10, 14), Box(15, 6, 48, 12)
    assert gather_runs([capital, word], prose=False) == [[capital, word]]
    for icon in (Box(-4, 0, 14, 14), Box(-3, 0, 13, 19)):
        assert gather_runs([icon, word], prose=False) == [[word]]


def test_a_word_whose_letters_touch_is_no_icon_before_an_arrow() -> None:
    word, arrow = Box(0, 0, 47, 15), Box(52, 5, 10, 5)
    assert gather_runs([word, arrow], prose=False) == [[word, arrow]]


def test_a_large_letter_before_a_colon_is_no_icon_beside_two_rows() -> None:
    """As on a screen of three times the size."""
    letters = [Box(0, 0, 24, 29), Box(28, 8, 16, 21)]
    colon, rest = [Box(58, 8, 5, 6), Box(57, 23, 6, 10)], [Box(80, 2, 19, 27)]
    runs = gather_runs([*letters, *colon, *rest], prose=False)
    assert next(run for run in runs if letters[0] in run)[:2] == letters


def test_captions_of_a_tool_bar_with_a_picture_before_each() -> None:
    edit, insert = row(0, 8, 16, top=5), row(62, 70, 78, top=5)
    assert gather_runs([*edit, Box(31, 0, 22, 22), *insert], prose=True) == [edit, insert]
    low = [Box(0, 4, 43, 8), Box(52, 2, 13, 12), Box(70, 4, 43, 8), Box(121, 1, 16, 14), Box(142, 4, 40, 8)]
    assert gather_runs(low, prose=False) == [[one] for one in low[::2]], (
        "the pictures are none of the letters"
    )
    alone = [Box(0, 0, 22, 22), *row(27, 35, top=5)]
    assert gather_runs(alone, prose=True) == [alone[1:]]


@pytest.mark.parametrize(
    "sign",
    [Box(25, 2, 15, 15), Box(31, 0, 6, 20), Box(31, 5, 20, 20), Box(31, -5, 20, 20)],
    ids=["close, as an @", "narrow, as a bracket", "hanging", "rising"],
)
def test_a_sign_between_letters_is_no_picture(sign: Box) -> None:
    before, behind = row(0, 8, 16, top=5), row(sign.right + 8, sign.right + 16, top=5)
    (run,) = gather_runs([*before, sign, *behind], prose=True)
    assert len(run) == 6


def test_the_lines_of_a_tree_make_no_one_row_of_two() -> None:
    lines = Box(107, 139, 12, 30)  # with their knobs, as Java's Metal has them
    rows = [[Box(142 + 8 * at, top, 7, 9) for at in range(4)] for top in (144, 162)]
    icons = [Box(122, top, 16, 13) for top in (142, 160)]
    runs = gather_runs([lines, *icons, *rows[0], *rows[1]], prose=False)
    assert sorted(run for run in runs if len(run) > 1) == sorted(rows)


def test_two_letters_that_touch_are_no_icon_before_the_rest_of_the_word() -> None:
    touching = Box(0, 0, 26, 16)  # "Cu" of "Currency", at 150 % of the dots an inch
    word = [touching, Box(30, 4, 29, 12), Box(62, 4, 11, 12), Box(75, 4, 24, 16)]
    assert gather_runs(word, prose=False) == [word]


def test_letters_that_touch_may_reach_above_and_below_the_rest_of_the_word() -> None:
    """The "Ag" of "Agreements" at 150 % is as wide as high, higher and lower than the letters behind it."""
    word = [
        (215, 532, 27, 20),
        (246, 536, 20, 12),
        (268, 536, 12, 12),
        (283, 536, 18, 12),
        (303, 536, 12, 12),
    ]
    boxes = [Box(*box) for box in [*word, (318, 536, 11, 12), (330, 533, 20, 15)]]
    assert gather_runs(boxes, prose=False) == [boxes]


def test_words_of_a_larger_fixed_width_font_stay_together_too() -> None:
    words = [*row(0, 9, height=12), *row(28, 37, height=12)]
    assert gather_runs(words, prose=True) == [words]


boxes = st.builds(Box, st.integers(0, 300), st.integers(0, 300), st.integers(2, 30), st.integers(2, 30))


@given(st.lists(boxes, max_size=30))
def test_no_glyph_is_in_two_runs_and_none_is_made_up(glyphs: list[Box]) -> None:
    gathered = [box for run in gather_runs(glyphs, prose=False) for box in run]
    assert len(gathered) <= len(glyphs)
    assert set(gathered) <= set(glyphs)


def test_a_full_stop_and_a_raised_sign_behind_a_large_capital_are_no_two_rows() -> None:
    """As in "N.\u00ba"; what stands above the capital's base line may be one of two."""
    capital, sign = Box(0, 3, 22, 28), Box(36, 3, 13, 14)
    (run,) = gather_runs([capital, Box(28, 26, 5, 6), sign], prose=False)
    assert run[0] == capital
    assert all(capital not in run for run in gather_runs([capital, Box(28, 19, 8, 8), sign], prose=False))
