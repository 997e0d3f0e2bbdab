"""How alike texts are, for messages and for what must not be overlooked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.ocrtext.alike import folded, likeness, nearest


def test_spaces_accents_and_look_alikes_do_not_count() -> None:
    assert likeness("Il est à Łódź", "ll esta Lodz") == 1
    assert folded("S3cret-W0rd") == folded("s3cret\N{EN DASH}w o r d")
    assert likeness("Save", "Quit") < 0.5


def test_the_nearest_texts_come_first_each_once_and_in_the_order_of_the_screen() -> None:
    seen = ["Cancel", "Saves", "Save as", "Saves", "Print"]
    assert nearest("Save", seen, count=3) == ["Saves", "Save as", "Cancel"]
    assert nearest("Zzz", ["bb", "aa"]) == ["bb", "aa"]


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_and_a_text_is_like_itself(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
