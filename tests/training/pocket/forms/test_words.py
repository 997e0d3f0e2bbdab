"""Values are made of every token that can be typed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from training.pocket.forms.values import KINDS, address, anything, value

if TYPE_CHECKING:
    from training.pocket.samples.speller import Speller


def test_every_printable_token_with_a_row_comes_up_in_values(speller: Speller) -> None:
    words, chance = speller.words, Random(0)
    assert {*"abcXYZ0189@.,-+/", " the", "nav", "Pref"} <= set(words.pieces)
    met = {token for _ in range(12_000) for token in speller.ids(anything(chance, words))}
    pieces = {speller.ids(piece)[0] for piece in words.pieces if len(speller.ids(piece)) == 1}
    assert len(met & pieces) / len(pieces) > 0.85


def test_values_can_stand_in_a_step(speller: Speller) -> None:
    chance = Random(1)
    made = [value(chance, speller.words, kind) for kind in KINDS for _ in range(200)]
    assert all(text == " ".join(text.split()) and not set(text) & set('"\\<') for text in made)
    assert all(text.count("@") == 1 for text in (address(chance, speller.words) for _ in range(200)))
