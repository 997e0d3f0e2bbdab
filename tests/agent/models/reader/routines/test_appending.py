"""A text is added behind what a field holds, and once it came in not again. Of cells: `test_real_windows`."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.appending import append
from tests.agent.models.reader.paper import Run, carry_out, form
from tools.locate.locator import Locator

NAME = Locator("Name")


def test_appends() -> None:
    run = Run(form(text="Ada"), 'Append " Lovelace" to "Name"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada Lovelace"


def test_what_could_not_be_added_is_added_three_times_at_most() -> None:
    with pytest.raises(StepFailed, match="added ' Lovelace' to \"Name\", and it shows 'Ada'"):
        carry_out(lambda look: append(" Lovelace", NAME, look), form(text="Ada", frozen=True))


def test_a_letter_on_which_the_caret_lies_is_looked_at_again_while_it_is_gone() -> None:
    program = form(text="Ada")
    program.blinks = True
    run = Run(program, 'Append " Lovelace" to "Name"')
    assert run.go() == "success", run.thought
    assert run.program.parts[1].text == "Ada Lovelace"
