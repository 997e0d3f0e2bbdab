"""Options of drop-downs: opened, scrolled, chosen, and read afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.selecting import select
from agent.models.reader.steps import SelectStep
from tests.agent.models.reader.paper import Part, Program, Run, carry_out, label
from tools.action import Click, Key, Scroll, Type, Wait
from tools.geometry import Box
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from tools.action import Action

COUNTRIES = ("Austria", "Belgium", "Canada", "Denmark", "Finland")


def drop_down(**changes: object) -> Program:
    """A drop-down with more entries than it shows."""
    return Program(
        [
            label("Country", 20, 44),
            Part("dropdown", Box(100, 40, 200, 24), options=COUNTRIES, **changes),  # type: ignore[arg-type]  # tests pass what fits
        ]
    )


def test_selects_an_option_and_scrolls_for_it() -> None:
    run = Run(drop_down(), 'Select "Finland" in "Country"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Finland"
    assert run.calls == ["left_click", "scroll", "scroll", "left_click", "wait", "terminate"]


def test_leaves_an_option_that_is_selected() -> None:
    run = Run(drop_down(text="Canada"), 'Select "Canada" in "Country"')
    assert run.go() == "success"
    assert run.calls == ["terminate"]


PORTS = ("MAIL", "Bari", "Cork", "Dover", "Mail", "Essen")


@pytest.mark.parametrize("shown", ["", "MAIL"])
def test_an_option_in_other_capitals_is_another_one(shown: str) -> None:
    run = Run(drop_down(text=shown), 'Select "Mail" in "Country"')
    run.program.parts[1].options = PORTS
    assert run.go() == "success"
    assert run.program.parts[1].text == "Mail"


def test_a_list_that_keeps_the_other_capitals_has_not_taken_the_option() -> None:
    run = Run(drop_down(text="MAIL", frozen=True), 'Select "Mail" in "Country"')
    run.program.parts[1].options = PORTS
    assert run.go() == "failure"
    assert "and it shows 'MAIL'" in run.thought


def test_an_option_that_is_not_there_is_a_failure() -> None:
    run = Run(drop_down(), 'Select "Norway" in "Country"')
    assert run.go() == "failure"
    assert 'the list of "Country" was turned from end to end: no "Norway"' in run.thought


def selecting(option: str, program: Program) -> list[object]:
    """What is done to select an option of `Country`."""
    step = SelectStep(option, Locator("Country"))
    return [reply.does for reply in carry_out(lambda look: select(step, look), program)]


def test_a_list_is_scrolled_in_its_middle_as_far_as_it_shows_at_once() -> None:
    done = selecting("Finland", drop_down())
    first, *later = (action for action in done if isinstance(action, Scroll))
    assert first.vertical == -1, "how far a notch goes is not known yet"
    assert later
    assert first.point is not None
    assert first.point.y > 64


def test_a_list_that_takes_no_click_is_typed_into() -> None:
    program = drop_down(frozen=True)
    with pytest.raises(StepFailed, match='tried 3 times to select "Canada"'):
        selecting("Canada", program)


def test_an_option_that_the_list_lacks_is_not_typed_and_nothing_else_is_chosen() -> None:
    run = Run(drop_down(text="Canada"), 'Select "Norway" in "Country"')
    assert run.go() == "failure"
    assert not any(isinstance(action, Type) for action in run.actions)
    assert run.actions[-1] == Key(keys=("escape",))
    assert run.program.parts[1].text == "Canada"


class Keyboard(Program):
    """A list that takes no click; what is typed is lit up, and Enter takes it."""

    goes_to = ""

    def execute(self, action: Action) -> None:
        if isinstance(action, Type) and self.opened:
            self.lit = self.goes_to
            return
        if action == Key(keys=("enter",)) and self.opened:
            self.opened.text, self.opened = self.lit, None
            return
        if isinstance(action, Key):
            self.opened = None
        super().execute(action)


@pytest.mark.parametrize(("goes_to", "ended"), [("Belgium", "success"), ("Canada", "failure")])
def test_the_last_way_is_the_keyboard_where_the_list_goes_to_the_option(goes_to: str, ended: str) -> None:
    program = Keyboard(drop_down(frozen=True, text="Austria").parts)
    program.goes_to = goes_to
    run = Run(program, 'Select "Belgium" in "Country"')
    assert run.go() == ended
    assert program.parts[1].text == ("Belgium" if ended == "success" else "Austria")
    assert Type(text="Belgium") in run.actions


class Live(Keyboard):
    """What is typed is chosen at once, whatever follows."""

    def execute(self, action: Action) -> None:
        super().execute(action)
        if isinstance(action, Type):
            self.parts[1].text, self.parts[1].frozen = "Canada", False


def test_what_was_chosen_before_is_put_back() -> None:
    run = Run(Live(drop_down(frozen=True, text="Austria").parts), 'Select "Belgium" in "Country"')
    assert run.go() == "failure"
    assert run.program.parts[1].text == "Austria"
    assert "and it shows 'Austria'" in run.thought


class Shy(Program):
    """A list that closes again as soon as it was opened by a click."""

    def execute(self, action: Action) -> None:
        super().execute(action)
        if isinstance(action, Click) and self.opened:
            self.opened = None
        if action == Key(keys=("alt", "down")):
            self.opened = self.parts[1]


def test_a_list_that_a_click_does_not_open_is_opened_by_the_keyboard() -> None:
    program = Shy(drop_down(text="Austria").parts)
    run = Run(program, 'Select "Belgium" in "Country"')
    assert run.go() == "success"
    assert program.parts[1].text == "Belgium"


class Closed(Program):
    """A list that never opens."""

    def execute(self, action: Action) -> None:
        super().execute(action)
        self.opened = None


def test_where_no_list_opens_nothing_is_closed() -> None:
    run = Run(Closed(drop_down(text="Austria").parts), 'Select "Belgium" in "Country"')
    assert run.go() == "failure"
    assert Key(keys=("escape",)) not in run.actions


class Hinting(Closed):
    """A list that never opens; where it would, a text comes up, perhaps of a field that takes the wheel."""

    clicked = False

    def shown(self) -> list[Part]:
        hints = [label("Pick a country", 110, 68)] if self.clicked else []
        return [*super().shown(), *hints]

    def execute(self, action: Action) -> None:
        super().execute(action)
        self.clicked = self.clicked or isinstance(action, Click)


def test_over_one_text_that_is_not_the_option_the_wheel_is_not_turned() -> None:
    run = Run(Hinting(drop_down(text="Austria").parts), 'Select "Belgium" in "Country"')
    assert run.go() == "failure"
    assert not any(isinstance(action, Scroll) for action in run.actions)


def test_a_list_of_one_entry_in_other_capitals_is_chosen_from() -> None:
    parts = [label("Country", 20, 44), Part("dropdown", Box(100, 40, 200, 24), options=("Belgium",))]
    run = Run(Program(parts), 'Select "belgium" in "Country"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Belgium"


class Ticking(Program):
    """A program with a clock beside the list."""

    ticks = 0

    def execute(self, action: Action) -> None:
        self.ticks += 1
        super().execute(action)

    def shown(self) -> list[Part]:
        return [*super().shown(), label(f"12:00:{self.ticks:02}", 600, 500)]


def towns(program: type[Program]) -> Program:
    names = tuple(f"Town {number}" for number in range(50))
    return program([label("Town", 20, 44), Part("dropdown", Box(100, 40, 200, 24), options=names)])


@pytest.mark.parametrize("program", [Program, Ticking])
def test_a_far_entry_of_a_long_list_is_reached_whatever_ticks_beside_it(program: type[Program]) -> None:
    run = Run(towns(program), 'Select "Town 40" in "Town"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Town 40"


def test_the_end_of_a_list_is_the_end_whatever_ticks_beside_it() -> None:
    run = Run(towns(Ticking), 'Select "Bergen" in "Town"')
    assert run.go() == "failure"
    assert 'was turned from end to end: no "Bergen"' in run.thought


class Closing(Program):
    """A program that shows what was chosen only at the next wait."""

    chosen = ""

    def execute(self, action: Action) -> None:
        super().execute(action)
        field = self.parts[1]
        if field.text:
            self.chosen, field.text = field.text, ""
        if isinstance(action, Wait):
            field.text = self.chosen


def test_a_list_that_is_still_closing_is_waited_for_and_not_opened_again() -> None:
    run = Run(Closing(drop_down().parts), 'Select "Belgium" in "Country"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "left_click", "wait", "wait", "terminate"]


def test_a_caret_that_touches_the_last_letter_is_waited_for_until_it_is_gone() -> None:
    """After a whole second it would be there again, and the list would be opened once more for nothing."""
    program = drop_down()
    program.blinks, program.focus = True, program.parts[1]
    run = Run(program, 'Select "Belgium" in "Country"')
    assert run.go() == "success"
    assert run.calls[:3] == ["left_click", "left_click", "wait"]
    assert run.calls.count("left_click") == 2


class Growing(Program):
    """A drop-down that is as wide as what it shows."""

    def execute(self, action: Action) -> None:
        super().execute(action)
        shown = self.parts[1]
        shown.box = shown.box._replace(width=60 + 12 * len(shown.text))


def test_a_drop_down_that_grows_with_its_option_is_read_as_wide_as_it_is_now() -> None:
    program = Growing(drop_down(text="Oman").parts)
    program.parts[1].options = ("Oman", "Bosnia and Herzegovina", "Chad")
    program.parts[1].box = Box(100, 40, 60 + 12 * 4, 24)
    run = Run(program, 'Select "Bosnia and Herzegovina" in "Country"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "left_click", "wait", "terminate"]


@pytest.mark.parametrize(
    ("option", "others", "ended"),
    [
        ("Montenegro", ("Malta", "Moldova"), "success"),
        ("Montenegro", ("Malta", "Montenay"), "failure"),  # another entry begins so
        ("Item 12", ("Item 11", "Item 2"), "failure"),  # numbers follow each other
    ],
)
def test_an_option_that_its_drop_down_has_no_room_for_is_taken_where_no_other_begins_so(
    option: str, others: tuple[str, ...], ended: str
) -> None:
    part = Part("dropdown", Box(100, 40, 80, 24), options=(*others, option), room=6)
    run = Run(Program([label("Country", 20, 44), part]), f'Select "{option}" in "Country"')
    assert run.go() == ended
    assert part.text == option


def test_what_could_not_be_put_back_is_told() -> None:
    part = Part("dropdown", Box(100, 40, 200, 24), text="gone", options=COUNTRIES, frozen=True)
    run = Run(Live([label("Country", 20, 44), part]), 'Select "Belgium" in "Country"')
    assert run.go() == "failure"
    assert "and it shows 'Canada'; 'gone', as it was, could not be chosen again" in run.thought
