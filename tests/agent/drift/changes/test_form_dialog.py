"""Captions of a dialog that looks like the form."""

from __future__ import annotations

import random
from dataclasses import replace

from agent.drift.changes.form_dialog import said_like
from tests.agent.drift.changes.page import target
from tools.geometry import Box

SAVE = target()
NAME = replace(target(), text="Name", label=Box(40, 100, 60, 16), target=Box(120, 95, 200, 26))


def test_fields_are_its_lines_and_buttons_its_buttons() -> None:
    for seed in range(5):
        _, lines, buttons = said_like([SAVE, NAME, NAME], random.Random(seed))
        assert (lines, buttons) == (("Name:",), ("Save",))


def test_it_has_a_line_and_a_button_where_the_form_has_none() -> None:
    assert said_like([NAME], random.Random(1))[1:] == (("Name:",), ("OK",))
    assert said_like([SAVE], random.Random(1))[1:] == (("Once more?",), ("Save",))


def test_there_is_room_for_only_some_of_them() -> None:
    many = [replace(SAVE, text=f"Save {number}") for number in range(9)]
    assert len(said_like(many, random.Random(1))[2]) == 3
