"""What one look says of an expectation: it holds, it does not, or the eye is unsure."""

from __future__ import annotations

import pytest

from agent.expect.judging import Sight, judge, nearest_to, told
from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ExpectStep
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.locate.look import Look
from tools.see.scene import Line, Scene


class _Rival:
    """An `Evidence` that says that a line may as well be another text."""

    def weigh(self, text: str) -> float:
        return -9.0

    def rival(self, text: str, part: range) -> str | None:
        return text.replace("O", "0") if "O" in text else None


def sight(sentence: str, scene: Scene) -> Sight:
    step = parse_step(sentence)
    assert isinstance(step, ExpectStep)
    return judge(step.expectation, Look(scene.frame, FakeParser(scene)))


FORM = painted(
    line("Total", 20, 44),
    widget("field", 100, 40, 200),
    line("42.00", 110, 44),
    line("Subtotal", 20, 84),
    widget("field", 100, 80, 200),
    line("41.00", 110, 84),
    line("News", 60, 124),
    widget("checkbox", 30, 122, 20, checked=True),
    line("Gift", 60, 164),
    widget("checkbox", 30, 162, 20, checked=False),
    line("Order number: A-17", 20, 204),
    line("Status", 20, 244),
    line("paid", 120, 244),
)


@pytest.mark.parametrize(
    "sentence",
    [
        'Expect "Total"',
        'Expect no "Error"',
        'Expect no "Gift" next to "Status"',
        'Expect "paid" right of "Status"',
        'Expect "Total" shows "42.00"',
        'Expect "Subtotal" shows "41.00"',
        'Expect "Order number" shows "A-17"',
        'Expect "Status" shows "paid"',
        'Expect "News" is ticked',
        'Expect "Gift" is not ticked',
    ],
)
def test_what_is_so_holds(sentence: str) -> None:
    seen = sight(sentence, FORM)
    assert seen.holds is True, seen


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ('Expect "Tax"', "nearest: "),
        ('Expect no "Total"', 'it is there: "Total"'),
        ('Expect no "paid" right of "Status"', "is there"),
        ('Expect "paid" right of "Total"', "not there"),
        ('Expect "Total" shows "41.00"', 'it shows "42.00"'),
        ('Expect "Total" shows "42.0"', 'it shows "42.00"'),
        ('Expect "Total" shows "4200"', 'it shows "42.00"'),
        ('Expect "Total" shows ""', 'it shows "42.00"'),
        ('Expect "Order number" shows "A-1"', 'it shows "A-17"'),
        ('Expect "Status" shows "unpaid"', 'it shows "paid"'),
        ('Expect "News" is not ticked', "it is ticked"),
        ('Expect "Gift" is ticked', "it is not ticked"),
        ('Expect "Vat" shows "1"', 'no "Vat" on the screen'),
    ],
)
def test_what_is_not_so_says_what_is(sentence: str, seen: str) -> None:
    found = sight(sentence, FORM)
    assert found.holds is False
    assert seen in found.seen


def test_an_empty_field_is_empty() -> None:
    scene = painted(line("Name", 20, 44), widget("field", 100, 40, 200))
    assert sight('Expect "Name" shows ""', scene).holds is True
    assert sight('Expect "Name" shows "Ada"', scene) == Sight(holds=False, seen="it is empty")


def test_what_may_be_it_is_neither_there_nor_gone() -> None:
    scene = painted(line("Customer saves", 20, 44))
    assert sight('Expect no "Customer saved"', scene) == Sight(holds=None, seen='"Customer saves" may be it')
    assert sight('Expect "Customer saved"', scene).holds is False


def test_a_text_that_may_as_well_be_another_is_unsure() -> None:
    value = Line("4O", line("40", 110, 44).box, evidence=_Rival())
    scene = painted(line("Total", 20, 44), widget("field", 100, 40, 200), value)
    found = sight('Expect "Total" shows "4O"', scene)
    assert found.holds is None
    assert '"4O" may as well be "40"' in found.seen


def test_a_box_whose_state_is_in_doubt_is_unsure() -> None:
    scene = painted(line("News", 60, 124), widget("checkbox", 30, 122, 20))
    assert sight('Expect "News" is ticked', scene).holds is None
    assert sight('Expect "News" is not ticked', scene).holds is None


def test_where_a_place_is_not_found_nothing_is_known_to_be_gone_from_it() -> None:
    scene = painted(line("Error", 20, 44))
    assert sight('Expect no "Error" in "Log"', scene).holds is None
    assert sight('Expect no "Mistake" in "Log"', scene).holds is True


def test_of_equal_names_none_is_guessed() -> None:
    twice = painted(
        *(part for top in (40, 140) for part in (line("Total", 20, top + 4), widget("field", 100, top, 200)))
    )
    found = sight('Expect "Total" shows ""', twice)
    assert found.holds is False
    assert "2 places are equally good" in found.seen


def test_texts_are_told_between_quotes_with_their_marks_escaped() -> None:
    assert told('a "b"') == r'"a \"b\""'
    assert nearest_to("Saved", []) == "the screen shows: no text at all"
