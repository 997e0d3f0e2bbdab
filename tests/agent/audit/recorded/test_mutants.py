"""Mutants of the tree's recordings: another place on the recorded screen, another text, a step less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.audit.mutants import Mutant
from agent.audit.recorded.mutants import mutated, recorded_mutants
from tests.agent.audit.recorded.recordings import scenes, units_in
from tools.action import Click, Type

if TYPE_CHECKING:
    from agent.audit.recorded.units import Unit


def recorded(name: str) -> tuple[tuple[Unit, ...], tuple[Mutant, ...]]:
    found = units_in(name)
    return found, recorded_mutants(found, scenes())


def find(mutants: tuple[Mutant, ...], units: tuple[Unit, ...], kind: str, text: str) -> Mutant:
    [one] = [one for one in mutants if one.kind == kind and not one.of_no_step and units[one.at].text == text]
    return one


def test_the_form_has_the_mutants_of_its_task() -> None:
    units, mutants = recorded("fill_form")
    assert sum(one.kind == "other value" for one in mutants) == 14
    entry = find(mutants, units, "other value", 'Select "Germany" in "Country"')
    changed = mutated(units, entry, 0, scenes())[entry.at]
    assert changed is not None
    assert changed.clicked is not None
    assert units[entry.at].clicked is not None
    screen = scenes().read(changed.clicked[0].before)
    [line] = [line for line in screen.lines if line.box.contains(changed.clicked[1])]
    assert line.text == entry.values[0] != "Germany"
    assert changed.clicked[0].sentence == ""  # it said "Germany"
    assert changed.actions[0] == units[entry.at].actions[0]


def test_another_radio_button_and_the_other_state_of_a_box() -> None:
    units, mutants = recorded("fill_form")
    radio = find(mutants, units, "other value", 'Choose "Business"')
    changed = mutated(units, radio, 0, scenes())[radio.at]
    assert changed is not None
    assert changed.clicked != units[radio.at].clicked
    box = find(mutants, units, "other value", 'Tick "Send newsletter"')
    assert mutated(units, box, 0, scenes())[box.at] is None
    assert mutated(units, Mutant("nothing done"), 0, scenes()) == list(units)


def test_another_text_is_typed_whole() -> None:
    units, mutants = recorded("zenity_form")
    text = next(one for one in mutants if one.kind == "other value")
    changed = mutated(units, text, 0, scenes())[text.at]
    assert changed is not None
    assert [one.action.text for one in changed.actions if isinstance(one.action, Type)] == [text.values[0]]


def test_another_row_where_the_same_button_stands() -> None:
    units, mutants = recorded("pay_order")
    [row] = [one for one in mutants if one.kind == "other value"]
    changed = mutated(units, row, 0, scenes())[row.at]
    assert changed is not None
    [was, now] = [one.actions[0].action for one in (units[row.at], changed)]
    assert isinstance(was, Click)
    assert isinstance(now, Click)
    assert abs(now.point.x - was.point.x) <= 12
    assert abs(now.point.y - was.point.y) > 20
