"""What was typed is looked at again once its field was left: what is cut or clamped then is a failure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from agent.models.reader.entries.texts import TypedText, typed_text
from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import TypeStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, entry, label
from tools.action import Action, Type
from tools.geometry import Box
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Callable

PICTURES = Path(__file__).parents[4] / "tools" / "locate" / "forms"


def order(
    leaves: Callable[[str], str], clicked: Callable[[Program], None] = lambda _program: None
) -> Program:
    """Two fields and a button; the first makes something of its text when it is left."""
    copies, name = entry(100, 40, leaves=leaves), entry(100, 80)
    save = Part("button", Box(100, 120, 80, 24), "Save", clicked=clicked)
    return Program([label("Copies", 20, 44), copies, label("Name", 20, 84), name, save])


def saved(program: Program) -> None:
    """What the button does: a word beside it."""
    program.parts.append(label("Saved", 300, 124))


@pytest.mark.parametrize("then", ['Type "Ada" into "Name"', 'Clear "Name"', 'Click "Save"'])
def test_a_number_that_is_clamped_when_its_field_is_left_is_a_failure_that_names_both(then: str) -> None:
    run = Run(order(lambda _text: "500", saved), 'Type "5000" into "Copies"', 'Type "xyz" into "Name"', then)
    assert run.go() == "failure"
    assert run.thought.startswith('Step 1 (line 1: Type "5000" into "Copies") can\'t be done: \'5000\' was')
    assert "since it was left it shows '500'" in run.thought


@pytest.mark.parametrize("shown", ["Christopher", "Christopher Columbus Ltd", "Christofer Columbos"])
def test_a_text_that_is_cut_completed_or_corrected_by_a_button_is_a_failure(shown: str) -> None:
    run = Run(order(lambda _text: shown, saved), 'Type "Christopher Columbus" into "Copies"', 'Click "Save"')
    assert run.go() == "failure"


@pytest.mark.parametrize(
    ("typed", "shown"), [("1234567", "1,234,567"), ("25", "25.00"), ("Ada", "Ada"), ("ada", "ADA")]
)
def test_a_field_that_only_adds_marks_is_right(typed: str, shown: str) -> None:
    steps = f'Type "{typed}" into "Copies"', 'Type "Bob" into "Name"', 'Click "Save"'
    assert Run(order(lambda _text: shown, saved), *steps).go() == "success"


def test_a_field_that_puts_its_unit_to_a_number_may_write_that_out() -> None:
    """Of Qt: `250 EUR` while it is typed into, `250.00 EUR` once that is over."""
    program = order(lambda text: f"{text.removesuffix(' EUR')}.00 EUR", saved)
    program.parts[1].text = "0.00 EUR"

    class Money(Program):
        def execute(self, action: Action) -> None:
            super().execute(action)
            if isinstance(action, Type) and self.focus is self.parts[1]:
                self.parts[1].text += " EUR"

    money = Money(program.parts)
    assert Run(money, 'Type "250" into "Copies"', 'Type "Bob" into "Name"').go() == "success"
    assert money.parts[1].text == "250.00 EUR"


def test_a_button_may_clear_the_form() -> None:
    def clear(program: Program) -> None:
        program.parts[1].text = ""
        saved(program)

    assert Run(order(str, clear), 'Type "Ada" into "Copies"', 'Click "Save"').go() == "success"


def test_a_button_may_show_another_record() -> None:
    def turn(program: Program) -> None:
        program.parts[1].text, program.parts[3].text = "170", "Bob"

    assert Run(order(str, turn), 'Type "57" into "Copies"', 'Click "Save"').go() == "success"


def test_a_button_may_put_another_text_where_nothing_was_made_of_the_one_that_was_typed() -> None:
    def find(program: Program) -> None:
        program.parts[1].text = "Whole street"

    assert Run(order(str, find), 'Type "57" into "Copies"', 'Click "Save"').go() == "success"


def test_what_a_step_changes_itself_is_no_contradiction() -> None:
    steps = 'Type "57" into "Copies"', 'Type "77" into "Copies"', 'Append "1" to "Copies"', 'Clear "Copies"'
    assert Run(order(str), *steps).go() == "success"


def test_a_step_that_waits_leaves_no_field() -> None:
    steps = 'Type "5000" into "Copies"', 'Wait until "Name" appears', 'Type "xyz" into "Name"'
    assert Run(order(lambda _text: "500"), *steps).go() == "failure"


def test_only_a_text_that_a_field_holds_is_an_entry() -> None:
    parser = PaperParser()
    shown = Look(parser.paint(order(str)), parser)
    target = Locator("Copies")
    entered = typed_text(3, TypeStep("57", target), shown, shown)
    assert entered is not None
    assert (entered.step, entered.text, entered.widget.box) == (3, "57", Box(100, 40, 200, 24))
    assert entered.contradiction(shown) is None
    for step in (TypeStep("57", None), TypeStep("57", target, append=True), TypeStep(" ", target)):
        assert typed_text(0, step, shown, shown) is None


def test_a_secret_is_not_looked_at_again() -> None:
    steps = 'Type "${secret.PIN}" into "Copies"', 'Type "xyz" into "Name"'
    run = Run(order(lambda _text: "other"), *steps)
    assert run.go() == "success"


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ('Double-click "Price" in row "Flange"', "nothing"),  # opens another cell
        ('Double-click "Price" in row "Gasket"', "anything"),
        ('Click "Up" in row "Flange"', "anything"),  # a button there may sort or delete rows
        ('Click "Save"', "anything"),
    ],
)
def test_to_open_a_cell_of_another_row_changes_nothing_by_itself(sentence: str, effect: str) -> None:
    cell = Locator("Quantity", qualifiers=(("in row", Locator("Gasket")),))
    program = order(str)
    parser = PaperParser()
    seen = Look(parser.paint(program), parser)
    typed = TypedText(0, cell, "9", seen.scene.widgets[0], seen.frame, "9")
    assert typed.effect_of(parse_step(sentence), None, seen, seen) == effect


def test_a_digit_alone_beside_arrows_is_read_with_the_whole_screen() -> None:
    """By itself nothing is read there: the arrows have changed, and its field was not emptied."""
    rgb = np.asarray(Image.open(PICTURES / "antd_lone_digit.png").convert("RGB"))
    look = Look(Frame.from_rgb(rgb), shared_reader())
    field, before = find_field(look.scene, Locator("Remise")), Frame.from_rgb(np.zeros_like(rgb))
    assert TypedText(0, Locator("Remise"), "5", field, before, "5").contradiction(look) is None
    other = TypedText(0, Locator("Remise"), "8", field, before, "8").contradiction(look)
    assert other is not None
    assert other.endswith("since it was left it shows '5'")
