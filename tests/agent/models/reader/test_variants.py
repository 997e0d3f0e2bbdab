"""Variants of a step: another value in the same sentence, and steps without which all stays the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ChooseStep, ClickStep, SelectStep, TickStep, TypeStep
from agent.models.reader.variants import failed_at, variants_of
from tools.locate.locator import Locator


@pytest.mark.parametrize(
    "sentence",
    [
        'Type "Ada" into "Full name"',
        'Enter "Ada" in the second "Street" in "Billing address"',
        'Fill "F" with "Ada"',
        'Set "Volume" to 70',
        'Append "Ada" to "Remarks"',
        'Type "Ada"',
        'Type "Ada" into the cell in row "A-102" column "Note"',
        'Type "a \\"quoted\\" name" into "the \\"odd\\" field"',
    ],
)
@pytest.mark.parametrize("value", ["Grace", 'say "so" \\ now', "two\nlines", "${secret.KEY}x"])
def test_another_text_in_the_same_field(sentence: str, value: str) -> None:
    [one] = variants_of([sentence])
    assert isinstance(one.step, TypeStep)
    assert one.enters == "text"
    assert parse_step(one.with_value(value)) == replace(one.step, text=value)


@pytest.mark.parametrize("sentence", ['Select "V" in "F" in "Y"', 'Choose "V" from the second "F"'])
def test_another_entry_of_the_same_list(sentence: str) -> None:
    [one] = variants_of([sentence])
    assert isinstance(one.step, SelectStep)
    assert (one.enters, one.value) == ("entry", "V")
    assert parse_step(one.with_value('the "other"')) == replace(one.step, option='the "other"')


@pytest.mark.parametrize("sentence", ['Tick "X" in "Y"', 'Untick "X"', 'Turn off "X"', 'Set "X" to on'])
def test_the_other_state_of_the_same_box(sentence: str) -> None:
    [one] = variants_of([sentence])
    assert isinstance(one.step, TickStep)
    assert parse_step(one.with_value("")) == replace(one.step, on=not one.step.on)


def test_another_radio_button_in_the_same_place() -> None:
    [one] = variants_of(['Choose "Private" in "Account"'])
    other = parse_step(one.with_value("Business"))
    assert isinstance(other, ChooseStep)
    assert str(other.target) == '"Business" in "Account"'


@pytest.mark.parametrize(
    "sentence",
    [
        'Click "Pay" in row "A-1"',
        'Double-click "Open" in row "A-1"',
        'Right-click "Open" in row "A-1"',
        'Click the cell in row "A-1" column "Due"',
        'Click the second "Pay" in row "A-1"',
        'Click "Pay" in row "A-1" again if nothing changes',
    ],
)
def test_another_row_of_the_same_table(sentence: str) -> None:
    [one] = variants_of([sentence])
    assert isinstance(one.step, ClickStep)
    assert (one.enters, one.value) == ("row", "A-1")
    other = parse_step(one.with_value("A-2"))
    row = replace(one.step.target, qualifiers=(("in row", Locator("A-2")),))
    assert other == replace(one.step, target=row)


@pytest.mark.parametrize(
    "sentence", ['Click "Save"', 'Choose "File > Save"', "Press Ctrl+S", 'Clear "F"', 'Drag "A" to "B"']
)
def test_what_enters_nothing(sentence: str) -> None:
    [one] = variants_of([sentence])
    assert (one.enters, one.value, one.target) == (None, "", None)
    with pytest.raises(ValueError, match="enters no value"):
        one.with_value("x")


@pytest.mark.parametrize(
    "steps",
    [
        ['Wait until "X" appears'],
        ['Hover over "X"'],
        ['Hover over the "X" icon'],
        ['Scroll down until "X"'],
        ['Click "F"', 'Type "x" into "F"'],
        ['Click "F"', 'Wait until "F" appears', 'Append "x" to "F"'],
        ['Click "F"', 'Clear "F"'],
        ['Clear "F"', 'Type "x" into "F"'],
        ["Press Tab", 'Type "x" into "F"'],
        ["Press Shift+Tab", 'Type "x" into "F"'],
    ],
)
def test_a_step_that_does_nothing_of_its_own(steps: list[str]) -> None:
    assert variants_of(steps)[0].harmless


@pytest.mark.parametrize(
    "steps",
    [
        ['Click "F"', 'Type "x" into "G"'],
        ['Click "F"', 'Type "x"'],
        ['Double-click "F"', 'Type "x" into "F"'],
        ['Right-click "F"', 'Type "x" into "F"'],
        ['Click the second "F"', 'Type "x" into "F"'],
        ['Clear "F"', 'Append "x" to "F"'],
        ["Press Tab", 'Type "x"'],
        ["Press Enter", 'Type "x" into "F"'],
        ['Click "F"'],
        ['Tick "F"', 'Type "x" into "F"'],
    ],
)
def test_a_step_that_may_be_needed(steps: list[str]) -> None:
    assert variants_of(steps)[0].harmless == ""


def test_a_message_tells_which_step_failed() -> None:
    assert failed_at('Step 12 (line 40: Click "Yes") can\'t be done: it is not there.') == 11
    assert failed_at("30 steps were done") is None


@pytest.mark.parametrize(
    ("steps", "shows"),
    [
        (['Clear "F"'], True),
        (['Choose "Addresses"'], True),
        (["Press Tab", 'Type "x"'], True),
        (['Click "F"', 'Type "x"'], True),
        (['Choose "File > Save"'], False),
        (["Press Ctrl+S"], False),
        (["Press Escape"], False),
        (['Click "Save"'], False),
        (['Double-click "F"', 'Type "x"'], False),
    ],
)
def test_what_can_do_nothing_but_what_the_screens_behind_it_show(steps: list[str], shows: bool) -> None:  # noqa: FBT001
    assert variants_of(steps)[0].shows is shows


def test_a_click_next_to_a_text_may_be_in_one_of_several_rows() -> None:
    [one] = variants_of(['Click "Pay" next to "75.50 EUR"'])
    assert (one.enters, one.value, one.beside) == ("row", "75.50 EUR", "Pay")
    assert one.with_value("20.00 EUR") == 'Click "Pay" next to "20.00 EUR"'
    assert variants_of(['Click "Pay" in row "A-1"'])[0].beside == ""
