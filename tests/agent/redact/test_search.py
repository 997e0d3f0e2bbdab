"""Secrets whole, wrapped and spelled, though the recogniser slips."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from agent.redact.reading import together
from agent.redact.search import found_in, stretches
from tests.tools.scenes import line
from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from tools.see.scene import Line

VALUE = folded("Kestrel-Quartz58")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("yourwordiskestrel-quartz58.", True),
        ("kestrelquartz58", True),  # a mark not read
        ("kestrei-ouartz58", True),
        ("kestrel-quartz5", True),  # the last sign not read
        ("kostral-quortz58", True),  # three of sixteen
        ("kustrol-quontz58", False),
        ("kestrel", False),
    ],
)
def test_a_secret_is_found_though_signs_within_it_are_misread(text: str, found: bool) -> None:  # noqa: FBT001
    assert bool(list(stretches(folded(text), VALUE))) is found


def test_a_label_that_is_most_of_a_weak_secret_stays() -> None:
    assert list(stretches(folded("Password"), folded("password1"))) == []


def boxes(*lines: Line) -> list[tuple[int, int]]:
    """Left and right of what is found in what stands on a screen."""
    found = {box for reading in together(lines) for box in found_in(reading, VALUE)}
    return sorted((box.left, box.right) for box in found)


def test_a_secret_wrapped_beside_other_text_is_found() -> None:
    wrapped = line("word: Kestrel-", 20, 20), line("Quartz58", 20, 40)
    found = boxes(*wrapped, line("Name", 300, 20), line("Street", 300, 40))
    assert {(20, 132), (20, 84)} <= set(found)
    assert all(right < 300 for _, right in found), "what stands beside it stays"


def test_a_secret_in_pieces_in_a_row_is_found() -> None:
    assert len(boxes(line("Kestrel-", 20, 20), line("Quar", 120, 20), line("tz58", 200, 20))) == 3


def test_letters_far_apart_are_covered_with_those_that_were_overlooked() -> None:
    read = {place: sign for place, sign in enumerate("Kestrel-Quartz58") if place not in (0, 4, 14, 15)}
    [(left, right)] = boxes(*(line(sign, 100 + 40 * place, 20) for place, sign in read.items()))
    assert left <= 100
    assert right >= 100 + 40 * 16


def test_letters_below_one_another_are_covered() -> None:
    letters = [line(sign, 100, 20 + 24 * place) for place, sign in enumerate("Kestrel-Quartz")]
    found = {box for reading in together(letters) for box in found_in(reading, VALUE)}
    area = max(found, key=lambda box: box.area)
    assert (area.left, area.width, area.top) == (100, 8, 20)
    assert area.bottom >= 20 + 24 * 16


def test_keys_of_a_keyboard_stay() -> None:
    keys = [line(key, 40 * place, 20 + 30 * row) for row, keys in enumerate(("qwertyuiop", "asdfghjkl"))
            for place, key in enumerate(keys)]  # fmt: skip
    assert boxes(*keys) == []


@pytest.mark.parametrize("value", ["a" * 29 + "b", "aaaaaaab" * 60, "abcdef" * 5])
@pytest.mark.parametrize("said", ["aaaaaaab" * 120, "aabaaaaaaacaaaab" * 60, "a" * 960, "abcd" * 240])
def test_a_text_that_nearly_reads_like_it_all_over_takes_no_minutes(said: str, value: str) -> None:
    began = time.process_time()
    list(stretches(said, value))
    assert time.process_time() - began < 20


def test_each_of_several_is_found_wherever_a_sign_was_misread() -> None:
    value = "djfibik1d4bhdj"
    for said in (value, value[1:], value[:-1], f"{value[:5]}z{value[6:]}", f"{value[:9]}{value[10:]}"):
        text = f"xx{said}{value}y{said}"
        read = {
            place for one in stretches(text, value) for begin, end in one.spans for place in range(begin, end)
        }
        assert len(read) >= len(text) - 3 - 2 - 2, said
