"""Typing, appending and clearing: the field is read afterwards, and what is wrong is done another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.typing import clear, type_anywhere, type_into
from agent.models.reader.steps import TypeStep
from tests.agent.models.reader.paper import Part, Program, Run, carry_out, entry, form, label
from tools.action import Click, Key, Type
from tools.geometry import Box, Point
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from tools.action import Action

NAME = Locator("Name")


def test_types_into_an_empty_field() -> None:
    run = Run(form(), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "type", "wait", "terminate"]
    assert run.program.parts[1].text == "Ada"
    assert '"Name" is at (200, 52)' in run.replies[0]


def test_replaces_what_a_field_holds() -> None:
    run = Run(form(text="Grace"), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.calls == ["triple_click", "type", "wait", "terminate"]
    assert run.program.parts[1].text == "Ada"


def test_selects_another_way_when_a_triple_click_does_not() -> None:
    run = Run(form(text="Grace", selects_on_triple_click=False), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada"
    assert run.calls == ["triple_click", "key", "key", "type", "wait", "terminate"]


def test_a_letter_on_which_the_caret_lies_is_looked_at_again_while_it_is_gone() -> None:
    program = form()
    program.blinks = True
    run = Run(program, 'Type "HB 35355" into "Name"')
    assert run.go() == "success", run.thought
    assert run.calls.count("type") == 1


def test_a_date_is_then_entered_from_its_first_segment_on() -> None:
    run = Run(form(text="2026-03-14", frozen=True), 'Type "2010-01-16" into "Name"')
    run.go()
    assert run.calls[:5] == ["triple_click", "type", "wait", "wait", "double_click"]


def test_says_what_a_field_shows_that_takes_nothing() -> None:
    run = Run(form(text="Grace", frozen=True), 'Type "Ada" into "Name"')
    assert run.go() == "failure"
    assert run.thought.startswith(
        'Step 1 (line 1: Type "Ada" into "Name") can\'t be done: typed \'Ada\' into "Name" 3'
    )
    assert "it shows 'Grace'" in run.thought


class Counted(Program):
    """A number field that puts its unit to what is typed, and whose digit is read only once it is clicked."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        match action:
            case Click():
                self.parts[1].text = "0 pcs"
            case Type(text=text):
                self.parts[1].text = f"{text} pcs"


def test_a_unit_that_was_read_alone_at_first_is_the_number_s_that_is_typed() -> None:
    run = Run(Counted(form(text="pcs").parts), 'Type "250" into "Name"')
    assert run.go() == "success"
    assert run.calls.count("type") == 1


class Elsewhere(Program):
    """A form whose last field keeps the keyboard, whatever is clicked."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        self.focus = self.parts[-1]


class Higher(Program):
    """An area that begins further up than is seen, so its first line is there."""

    takes = 20
    """Letters of a text."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        if isinstance(action, Type):
            area = self.parts[1]
            line = Box(area.box.left + 2, area.box.top - 18, 8 * len(action.text), 16)
            area.text = ""
            self.parts.append(Part(None, line, action.text[: self.takes]))


def test_what_came_up_right_above_an_empty_area_is_in_it() -> None:
    run = Run(Higher(form(bare=True).parts), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "type", "wait", "terminate"]
    other = Higher(form(bare=True).parts)
    other.takes = 2
    assert Run(other, 'Type "Ada" into "Name"').go() == "failure"
    set_off = Run(Higher(form().parts), 'Type "Ada" into "Name"')
    assert set_off.go() == "failure", "the field has a ground of its own, which ends below that text"


class Refused(Program):
    """A form whose first field keeps the keyboard, and whose second comes into use by that."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        self.focus = self.parts[1]
        self.parts[3].bare = not self.parts[1].text


@pytest.mark.parametrize("hidden", [False, True])
def test_a_text_in_the_field_above_is_not_taken_for_the_fields_own(*, hidden: bool) -> None:
    above = entry(100, 14, hidden=hidden)
    parts = [label("Country", 20, 18), above, label("Name", 20, 44), entry(100, 40, bare=True)]
    assert Run(Refused(parts), 'Type "Ada" into "Name"').go() == "failure"


@pytest.mark.parametrize("step", ['Type "Ada" into "Name"', 'Append "Ada" to "Name"'])
def test_what_went_into_another_field_is_told_and_not_typed_again(step: str) -> None:
    name, other = form(text="Grace").parts, entry(400, 200, text="keep")
    run = Run(Elsewhere([*name, other]), step)
    assert run.go() == "failure"
    assert "it went into another field, at (500, 212)" in run.thought
    assert run.calls.count("type") == 1


def test_another_field_may_change_along_with_it() -> None:
    program = form(text="Grace")
    program.parts.append(entry(400, 200, text="Grace"))

    class Twins(Program):
        def execute(self, action: Action) -> None:
            super().execute(action)
            self.parts[-1].text = self.parts[1].text

    run = Run(Twins(program.parts), 'Type "Ada" into "Name"')
    assert run.go() == "success"


def test_a_secret_is_neither_read_nor_told() -> None:
    run = Run(form(text="Grace", frozen=True), 'Type "${secret.PIN}" into "Name"')
    assert run.go() == "success"
    assert "Grace" not in "".join(run.replies)


def test_clears() -> None:
    run = Run(form(text="Ada"), 'Clear "Name"', 'Clear "Name"')
    assert run.go() == "success"
    assert run.calls == ["triple_click", "key", "terminate"]
    assert run.program.parts[1].text == ""


def test_a_one_is_cleared_too_and_not_taken_for_a_caret() -> None:
    run = Run(form(text="11"), 'Clear "Name"')
    assert run.go() == "success"
    assert run.program.parts[1].text == ""


def test_types_where_the_focus_is_and_presses_keys() -> None:
    program = form()
    program.focus = program.parts[1]
    run = Run(program, 'Type "Ada"', "Press Tab 2 times")
    assert run.go() == "success"
    assert run.calls == ["type", "key", "terminate"]


def test_a_field_is_selected_before_it_is_typed_into() -> None:
    replies = carry_out(lambda look: type_into(TypeStep("Ada", NAME), look), form(text="Grace"))
    click, typed = (reply.does for reply in replies)
    assert isinstance(click, Click)
    assert click.count == 3
    assert typed == Type(text="Ada")


def test_to_type_nothing_is_to_clear() -> None:
    program = form(text="Grace")
    replies = carry_out(lambda look: type_into(TypeStep("", NAME), look), program)
    assert replies[-1].does == Key(keys=("delete",))
    assert program.parts[1].text == ""


def test_an_empty_field_is_left_alone() -> None:
    assert carry_out(lambda look: clear(NAME, look), form()) == []


def test_what_can_not_be_cleared_is_a_failure_that_says_what_it_shows() -> None:
    with pytest.raises(StepFailed, match=r"tried 3 times to empty \"Name\", and it still shows 'Grace'"):
        carry_out(lambda look: clear(NAME, look), form(text="Grace", frozen=True))


def test_typing_without_a_field_waits_once_where_nothing_shows_it() -> None:
    replies = carry_out(lambda look: type_anywhere("Ada", look), Program([]))
    assert [reply.does.kind for reply in replies] == ["type", "wait"]


def test_the_caret_goes_to_the_middle_of_the_field() -> None:
    (click, _) = carry_out(lambda look: type_into(TypeStep("Ada", NAME), look), form())
    assert click.does == Click(point=Point(200, 52))
    assert click.sentence == 'Click the field "Name".'


def until_typing(run: Run) -> None:
    """Up to the decision to type, which is lost."""
    while run.calls[-1:] != ["type"]:
        run.step("done" if run.calls else "none", loses="type")


def test_a_field_is_given_the_keyboard_anew_when_the_screen_changed_before_a_text() -> None:
    run = Run(form(), 'Type "Ada" into "Name"')
    until_typing(run)
    run.program.parts.append(label("News", 300, 300))
    assert run.step("dropped") == "left_click"
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada"


def test_a_text_that_was_broken_off_is_selected_and_typed_anew() -> None:
    run = Run(form(), 'Type "Ada Lovelace" into "Name"')
    until_typing(run)
    run.program.execute(Type(text="Ada Lo"))
    run.program.focus = None
    assert run.step("partly") == "left_click"
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada Lovelace"


@pytest.mark.parametrize(
    "step", ['Type "${secret.PIN}" into "Name"', 'Append "xyz" to "Name"', 'Type "xyz"'], ids=str
)
def test_what_is_not_seen_to_be_whole_is_not_typed_anew(step: str) -> None:
    program = form()
    program.focus = program.parts[1]
    run = Run(program, step)
    until_typing(run)
    run.program.execute(Type(text="x"))
    assert run.step("partly") == "terminate"
    assert run.ended == "failure"
    assert "not all was typed" in run.thought


def test_a_text_is_not_typed_where_the_screen_never_stays() -> None:
    run = Run(form(), 'Type "Ada" into "Name"')
    until_typing(run)
    while not run.ended:
        run.step("dropped" if run.calls[-1] == "type" else "done", loses="type")
    assert run.calls.count("type") == 10
    assert run.ended == "failure"
