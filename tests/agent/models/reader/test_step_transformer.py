"""The grammar's rules become values while a sentence is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lark import Token

import agent.models.reader.step_transformer as module
from agent.models.reader.step_transformer import StepTransformer, lark_parser
from agent.models.reader.steps import ClickStep, PressStep, TypeStep
from tools.locate.locator import Locator

SOURCE = Path(module.__file__).with_name("steps.lark").read_text("utf-8")
PASSED_ON = {"command", "acting", "relation", "button", "field", "box", "thing"}
"""Rules whose only part is passed on."""


def test_every_rule_has_its_method() -> None:
    rules = lark_parser(SOURCE).rules
    named = {str(rule.alias or rule.origin.name) for rule in rules if rule.origin.name not in PASSED_ON}
    own = {name for name in named if not name.startswith("__")}  # lark makes rules for `*`
    assert {name for name in own if not hasattr(StepTransformer, name)} == set()


def test_a_sentence_is_parsed_to_a_step() -> None:
    parse = lark_parser(SOURCE).parse
    assert parse('Click the 2nd "X" left of "Y".') == ClickStep(Locator("X", 2, (("left of", Locator("Y")),)))
    again = ClickStep(Locator("X"), count=2, again=True)
    assert parse('Double-click "X" again if nothing changes') == again
    assert parse('Double-click "X", and again while nothing changes.') == again
    assert parse("Press Tab twice") == PressStep(("tab",), 2)
    assert parse('Type "a"') == TypeStep("a", None)


def test_a_key_that_there_is_not_is_an_error_of_the_value() -> None:
    with pytest.raises(ValueError, match="no key is called 'Ctlr'"):
        StepTransformer().press(Token("CHORD", "Ctlr+S"), None)
