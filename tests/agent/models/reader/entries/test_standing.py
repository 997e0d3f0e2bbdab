"""What was ticked, chosen and typed is looked at again later: what the program takes back is a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.entries.standing import StandingEntries
from agent.models.reader.steps import TickStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, entry, label
from tools.action import Click, Key, Type
from tools.geometry import Box
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.action import Action

    Change = Callable[[Program], None]

EXPRESS, GIFT, NAME, TOWN, SEND = range(5)


class Order(Program):
    """Two check boxes, a field, a drop-down and a button; something happens by itself after so many acts."""

    def __init__(
        self, acts: int = 0, change: Change = lambda _program: None, *, kind: str = "checkbox"
    ) -> None:
        boxes = [Part(kind, Box(20, top, 14, 14)) for top in (40, 80)]  # type: ignore[arg-type]  # a widget's
        town = Part("dropdown", Box(100, 160, 200, 24), text="Oslo", options=("Oslo", "Rome", "Lima"))
        button = Part("button", Box(100, 200, 80, 24), "Send", clicked=lambda _program: self.sent())
        names = [
            label("Express", 40, 40),
            label("Gift", 40, 80),
            label("Name", 20, 124),
            label("Town", 20, 164),
        ]
        super().__init__([*boxes, entry(100, 120), town, button, *names])
        self.acts, self.change = acts, change

    def execute(self, action: Action) -> None:
        super().execute(action)
        self.acts -= 1
        if self.acts == 0:
            self.change(self)

    def sent(self) -> None:
        """What the button does."""
        self.parts.append(label("Sent", 300, 204))


def turn(at: int) -> Change:
    """Turns one of the boxes."""

    def change(program: Program) -> None:
        program.parts[at].checked = not program.parts[at].checked

    return change


def put(at: int, text: str) -> Change:
    """Shows another text in a field."""

    def change(program: Program) -> None:
        program.parts[at].text = text

    return change


@pytest.mark.parametrize(
    "then",
    [
        'Type "Ada" into "Name"',
        'Tick "Gift"',
        'Wait until "Late" appears',
        'Click "Send"',
        "Press Tab",
    ],
)
def test_a_tick_that_is_taken_back_is_a_failure_of_its_own_step(then: str) -> None:
    run = Run(Order(2, turn(EXPRESS)), 'Tick "Express"', then)
    assert run.go() == "failure"
    assert run.thought.startswith(
        'Step 1 (line 1: Tick "Express") can\'t be done: "Express" was turned on, and then it was off again'
    )


def test_a_tick_of_the_last_step_is_looked_at_once_more() -> None:
    run = Run(Order(2, turn(EXPRESS)), 'Type "Ada" into "Name"', 'Tick "Express"')
    run.program.acts = 4
    assert run.go() == "failure"
    assert run.calls[-2:] == ["wait", "terminate"]


def test_a_step_that_finds_at_once_what_it_waits_for_is_no_look() -> None:
    run = Run(Order(2, turn(EXPRESS)), 'Tick "Express"', 'Wait until "Name" appears')
    assert run.go() == "failure"


def test_a_tick_that_stays_costs_one_look_at_the_end_alone() -> None:
    run = Run(Order(), 'Tick "Express"', 'Tick "Gift"', 'Click "Send"')
    assert run.go() == "success"
    assert run.calls == ["left_click"] * 3 + ["terminate"]


@pytest.mark.parametrize("then", ['Type "Ada" into "Name"', 'Untick "Gift"', 'Select "Rome" in "Town"'])
def test_a_tick_that_comes_back_is_a_failure_too(then: str) -> None:
    program = Order(2, turn(EXPRESS))
    program.parts[EXPRESS].checked = program.parts[GIFT].checked = True
    run = Run(program, 'Untick "Express"', then)
    assert run.go() == "failure"
    assert '"Express" was turned off, and then it was on again' in run.thought


def test_a_later_tick_of_the_same_kind_may_take_a_box_with_it() -> None:
    program = Order()
    program.parts[EXPRESS].checked = program.parts[GIFT].checked = True
    program.parts[GIFT].clicked = turn(EXPRESS)
    assert Run(program, 'Tick "Express"', 'Untick "Gift"').go() == "success"


def test_a_step_changes_its_own_box_as_often_as_it_likes() -> None:
    assert (
        Run(Order(), 'Tick "Express"', 'Untick "Express"', 'Tick "Express"', 'Click "Send"').go() == "success"
    )


def test_another_radio_button_of_the_group_takes_its_place() -> None:
    program = Order(kind="radio")
    program.parts[GIFT].clicked = turn(EXPRESS)
    assert Run(program, 'Choose "Express"', 'Choose "Gift"').go() == "success"


def test_a_radio_button_that_gives_way_to_a_third_one_is_a_failure() -> None:
    def third(program: Program) -> None:
        turn(EXPRESS)(program)
        program.parts[-2].checked = True

    program = Order(2, third, kind="radio")
    program.parts += [Part("radio", Box(20, 300, 14, 14)), label("Normal", 40, 300)]
    run = Run(program, 'Choose "Express"', 'Choose "Gift"')
    assert run.go() == "failure"


def test_a_button_that_does_nothing_else_is_there_to_take_it_back_and_that_is_told() -> None:
    program = Order()
    program.parts[SEND].clicked = turn(EXPRESS)
    run = Run(program, 'Tick "Express"', 'Click "Send"')
    assert run.go() == "success"
    assert 'step 1 (line 1: Tick "Express") was undone by step 2 (line 2: Click "Send")' in run.thought


def test_a_button_that_empties_the_whole_form_is_right() -> None:
    def clear(program: Program) -> None:
        turn(EXPRESS)(program)
        program.parts[NAME].text = ""
        program.parts.append(label("Sent", 300, 204))

    program = Order()
    program.parts[SEND].clicked = clear
    assert Run(program, 'Tick "Express"', 'Type "Ada" into "Name"', 'Click "Send"').go() == "success"


@pytest.mark.parametrize(
    "gone", [lambda parts: parts.clear(), lambda parts: parts.__setitem__(5, label("Old", 40, 40))]
)
def test_what_is_out_of_sight_is_not_looked_at(gone: Callable[[list[Part]], None]) -> None:
    def leave(program: Program) -> None:
        turn(EXPRESS)(program)
        gone(program.parts)

    assert Run(Order(2, leave), 'Tick "Express"', "Press Page_Down").go() == "success"
    assert Run(Order(2, leave), 'Tick "Express"', "Press Tab").go() == "success"


def test_a_tick_that_is_taken_back_before_the_next_act_is_seen_at_once() -> None:
    run = Run(Order(), 'Tick "Express"', 'Click "Send"')
    run.step("none")
    run.step(lost=True)
    turn(EXPRESS)(run.program)
    run.step("dropped")
    assert run.ended == "failure"
    assert "Send" not in run.thought.partition(" can't be done")[0]


@pytest.mark.parametrize("then", ['Type "Ada" into "Name"', 'Tick "Gift"', 'Click "Send"'])
def test_an_option_that_is_taken_back_is_a_failure(then: str) -> None:
    run = Run(Order(3, put(TOWN, "Lima")), 'Select "Rome" in "Town"', then)
    assert run.go() == "failure"
    assert '"Rome" was selected in "Town", and then it showed \'Lima\'' in run.thought


def test_an_option_that_stays_is_right() -> None:
    assert Run(Order(), 'Select "Rome" in "Town"', 'Tick "Gift"', 'Click "Send"').go() == "success"


def test_a_text_of_the_last_step_is_looked_at_once_more() -> None:
    run = Run(Order(3, put(NAME, "")), 'Type "Ada" into "Name"')
    assert run.go() == "failure"
    assert [type(one) for one in run.actions[:2]] == [Click, Type]


def test_a_slow_form_may_empty_itself_after_its_button() -> None:
    run = Run(Order(3, turn(EXPRESS)), 'Tick "Express"', 'Click "Send"', "Press Tab")
    run.program.focus = run.program.parts[NAME]
    assert run.go() == "success"
    assert Key(keys=("tab",)) in run.actions


def test_only_what_was_entered_with_the_last_look_is_new() -> None:
    parser, program = PaperParser(), Order()
    before = Look(parser.paint(program), parser)
    turn(EXPRESS)(program)
    after = Look(parser.paint(program), parser)
    entries = StandingEntries()
    entries.step_done(0, TickStep(Locator("Express"), on=True), before, after)
    assert entries.are_new(after)
    entries.look_again(Look(parser.paint(program), parser))
    assert not entries.are_new(Look(parser.paint(program), parser))
    entries.step_done(1, TickStep(Locator("Express"), on=True), after, after)
    assert not entries.are_new(after), "that step had nothing to do"
