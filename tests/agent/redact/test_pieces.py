"""Pieces of a value, for what was cut or interrupted."""

from __future__ import annotations

from agent.redact.pieces import ends_in, pieces_in
from agent.redact.signs import Signs

VALUE = "kestrel-quartz-58"


def pieces(text: str, value: str = VALUE) -> list[str]:
    return [text[slice(*place)] for place in pieces_in(Signs(text), value)]


def test_more_than_half_of_it_is_a_piece() -> None:
    assert "strel-quar" in pieces("xx strel-quar yy")
    assert pieces("xx strel-q yy") == []
    assert pieces("kest rel-q uart z-58") == []


def test_every_piece_is_found_wherever_it_begins() -> None:
    for begin in range(len(VALUE)):
        for end in range(begin + 9, len(VALUE) + 1):
            assert VALUE[begin:end] in pieces(f"..{VALUE[begin:end]}..")


def test_of_a_long_value_a_line_is_a_piece() -> None:
    value = "".join(f"{number:04}" for number in range(500))
    assert pieces(f"log {value[400:464]} end", value)


def test_both_ends_of_a_text_are_looked_at() -> None:
    text = "tz-58 and kest"
    assert [text[slice(*place)] for place in ends_in(Signs(text), VALUE)] == ["kest", "tz-58"]
    assert list(ends_in(Signs("58 and kes"), VALUE)) == []
    assert list(ends_in(Signs(""), VALUE)) == []
