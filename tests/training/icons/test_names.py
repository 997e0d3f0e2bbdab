"""An icon's name without its style tells what it shows, and what it shows is a concept."""

from __future__ import annotations

import pytest

from tools.see.icons.concepts import concepts
from training.icons.names import concept_of, drawings, is_other, plain


@pytest.mark.parametrize(
    ("pack", "name", "what"),
    [
        ("material-symbols", "delete-outline-rounded", "delete"),
        ("fluent", "zoom-in-24-regular", "zoom-in"),
        ("ph", "trash-bold", "trash"),
        ("mdi", "format-bold", "format-bold"),
        ("ion", "ios-home", "home"),
        ("bi", "fill", "fill"),
    ],
)
def test_words_for_style_are_taken_away(pack: str, name: str, what: str) -> None:
    assert plain(pack, name) == what


def test_one_concept_has_many_names() -> None:
    assert {concept_of("mdi", name) for name in ("cog", "settings-outline", "gear-20-filled")} == {"settings"}


def test_a_cross_means_close_in_sets_that_call_it_an_error() -> None:
    assert concept_of("icon-park-solid", "error") == concept_of("ix", "error-filled") == "close"
    assert concept_of("mdi", "error") == "error"


def test_what_bears_a_word_of_a_concept_is_neither_that_nor_another() -> None:
    assert concept_of("mdi", "folder-heart") is None
    assert not is_other("mdi", "folder-heart")
    assert is_other("mdi", "submarine")


def test_each_concept_has_drawings() -> None:
    assert set(drawings().values()) == set(concepts())
