"""Secrets that a person typed."""

from __future__ import annotations

import numpy as np
import pytest

from agent.demonstrate.secrecy import referred, refuse_pieces, shown
from agent.errors import Halted
from tools.geometry import Box
from tools.observation import Frame

SECRETS = {"PIN": "42", "TOKEN": "s3cret-word", "LONG": "s3cret-word-and-more"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("s3cret-word", "${secret.TOKEN}"),
        ("ada:s3cret-word!", "ada:${secret.TOKEN}!"),
        ("s3cret-word-and-more", "${secret.LONG}"),
        ("42", "${secret.PIN}"),
        ("4711 and 1423", "4711 and 1423"),
        ("nothing", "nothing"),
    ],
)
def test_a_value_becomes_its_name(typed: str, written: str) -> None:
    assert referred(typed, SECRETS) == written


def test_what_looks_like_a_reference_already_can_not_be_recorded() -> None:
    with pytest.raises(Halted, match="holds"):
        referred("${secret.TOKEN}", SECRETS)


@pytest.mark.parametrize(
    "typed",
    [
        "x7mQ2vLp9zR",
        "Kx7mQ2Lp9zR",
        "Kx7mQ2vLp9z",
        "kX7Mq2VlP9Zr",
        "Kx7m Q2vLp9zR",
        "ada Kx7mQ2v",
        "S3g3bVEydkxwOXpS",
    ],
)
def test_most_of_a_secret_or_another_form_of_it_can_not_be_recorded(typed: str) -> None:
    with pytest.raises(Halted, match="most of the secret PW"):
        referred(typed, {"PW": "Kx7mQ2vLp9zR"})


@pytest.mark.parametrize("typed", ["Kx7mQ2", "Ada Lovelace", "mQ and 9zR", "4930901821"])
def test_less_than_half_of_one_may_be_chance(typed: str) -> None:
    assert referred(typed, {"PW": "Kx7mQ2vLp9zR"}) == typed


def test_a_secret_in_pieces_is_found_out() -> None:
    refuse_pieces(["ada", "s3cret-word", "x"], SECRETS)
    with pytest.raises(Halted, match="TOKEN was typed in pieces"):
        refuse_pieces(["ada", "s3cret", "-word"], SECRETS)


def painted(*boxes: Box, shade: int = 60) -> Frame:
    rgb = np.full((400, 600, 3), 220, np.uint8)
    rgb[100:130, 200:400] = 255
    for box in boxes:
        rgb[box.slices] = shade
    return Frame.from_rgb(rgb)


def test_what_changed_and_the_whole_field_around_it_are_hidden() -> None:
    hidden = shown(painted(), painted(Box(206, 108, 60, 14)))
    assert any(box.contains(Box(206, 108, 60, 14).center) for box in hidden)
    assert any(box.contains(Box(380, 110, 4, 4).center) for box in hidden), "the rest of the field"
    assert shown(painted(), painted()) == []


def test_a_screen_of_another_size_is_hidden_whole() -> None:
    small = Frame.from_rgb(np.zeros((300, 500, 3), np.uint8))
    assert shown(painted(), small) == [Box(0, 0, 500, 300)]
