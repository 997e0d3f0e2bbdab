"""The model on a program of paper: each act, what it does when the first way fails, and how it gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput, ModelFault
from agent.model import Prompt, Turn
from agent.models.reader.model import ReaderModel
from agent.protocol.grounding import to_pixel
from agent.protocol.toolcall import PointerCall, parse_tool_call
from tests.agent.fakes import make_frame, make_task
from tests.agent.models.reader.paper import Part, Program, Run, entry, label
from tools.geometry import Box, Size

if TYPE_CHECKING:
    from agent.model import Feedback

COUNTRIES = ("Austria", "Belgium", "Canada", "Denmark", "Finland")


def form(**changes: object) -> Program:
    """A field with its label."""
    return Program([label("Name", 20, 44), entry(100, 40, **changes)])


def test_types_into_an_empty_field():
    run = Run(form(), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "type", "terminate"]
    assert run.program.parts[1].text == "Ada"
    assert '"Name" is at (200, 52)' in run.replies[0]


def test_replaces_what_a_field_holds():
    run = Run(form(text="Grace"), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.calls == ["triple_click", "type", "terminate"]
    assert run.program.parts[1].text == "Ada"


def test_selects_another_way_when_a_triple_click_does_not():
    run = Run(form(text="Grace", selects_on_triple_click=False), 'Type "Ada" into "Name"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada"
    assert run.calls[:6] == ["triple_click", "type", "wait", "left_click", "key", "key"]


def test_says_what_a_field_shows_that_takes_nothing():
    run = Run(form(text="Grace", frozen=True), 'Type "Ada" into "Name"')
    assert run.go() == "failure"
    assert run.thought.startswith(
        'Step 1 (line 1: Type "Ada" into "Name") can\'t be done: typed into "Name" 3'
    )
    assert "it shows 'Grace'" in run.thought


def test_a_secret_is_neither_read_nor_told():
    run = Run(form(text="Grace", frozen=True), 'Type "${secret.PIN}" into "Name"')
    assert run.go() == "success"
    assert "Grace" not in "".join(run.replies)


def test_appends():
    run = Run(form(text="Ada"), 'Append " Lovelace" to "Name"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Ada Lovelace"


def test_clears():
    run = Run(form(text="Ada"), 'Clear "Name"', 'Clear "Name"')
    assert run.go() == "success"
    assert run.calls == ["triple_click", "key", "terminate"]
    assert run.program.parts[1].text == ""


def test_types_where_the_focus_is_and_presses_keys():
    program = form()
    program.focus = program.parts[1]
    run = Run(program, 'Type "Ada"', "Press Tab 2 times")
    assert run.go() == "success"
    assert run.calls == ["type", "key", "key", "terminate"]


def drop_down(**changes: object) -> Program:
    """A drop-down with more entries than it shows."""
    return Program(
        [
            label("Country", 20, 44),
            Part("dropdown", Box(100, 40, 200, 24), options=COUNTRIES, **changes),  # type: ignore[arg-type]  # tests pass what fits
        ]
    )


def test_selects_an_option_and_scrolls_for_it():
    run = Run(drop_down(), 'Select "Finland" in "Country"')
    assert run.go() == "success"
    assert run.program.parts[1].text == "Finland"
    assert run.calls == ["left_click", "scroll", "left_click", "terminate"]


def test_leaves_an_option_that_is_selected():
    run = Run(drop_down(text="Canada"), 'Select "Canada" in "Country"')
    assert run.go() == "success"
    assert run.calls == ["terminate"]


def test_an_option_that_is_not_there_is_a_failure():
    run = Run(drop_down(), 'Select "Norway" in "Country"')
    assert run.go() == "failure"
    assert 'tried 3 times to select "Norway"' in run.thought


def boxes(**changes: object) -> Program:
    """A check box, off."""
    box = Part("checkbox", Box(20, 40, 14, 14), **changes)  # type: ignore[arg-type]  # tests pass what fits
    return Program([box, label("I agree", 40, 40)])


@pytest.mark.parametrize(
    ("step", "checked", "calls"),
    [
        ('Tick "I agree"', False, ["left_click", "terminate"]),
        ('Tick "I agree"', True, ["terminate"]),
        ('Untick "I agree"', True, ["left_click", "terminate"]),
        ('Choose "I agree"', False, ["left_click", "terminate"]),
    ],
)
def test_ticks_only_what_is_not_ticked(step: str, checked: bool, calls: list[str]):  # noqa: FBT001 (a table)
    run = Run(boxes(checked=checked), step)
    assert run.go() == "success"
    assert run.calls == calls


def test_a_box_that_stays_as_it_is_is_a_failure():
    run = Run(boxes(frozen=True), 'Tick "I agree"')
    assert run.go() == "failure"
    assert 'clicked "I agree" 3 times, and it is still off' in run.thought
    assert run.calls.count("left_click") == 3


def test_a_menu_is_followed_entry_by_entry():
    def open_menu(program: Program) -> None:
        program.parts.append(Part("button", Box(20, 60, 120, 24), "Save as...", clicked=choose))

    def choose(program: Program) -> None:
        program.parts.append(label("Which name?", 300, 300))

    bar = Part("button", Box(20, 20, 60, 24), "File", clicked=open_menu)
    elsewhere = label("Save as", 300, 400)
    run = Run(Program([bar, elsewhere]), 'Choose "File > Save as"', 'Wait until "Which name?" appears')
    assert run.go() == "success"
    assert run.calls == ["left_click", "left_click", "terminate"]


def test_a_click_without_effect_is_made_twice_and_no_more():
    run = Run(Program([Part("button", Box(20, 20, 60, 24), "OK")]), 'Click "OK"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "left_click", "terminate"]


def test_waits_for_a_button_that_is_greyed_out():
    button = Part("button", Box(20, 20, 60, 24), "Save", dim=True)

    def enable(_program: Program) -> None:
        button.dim = False

    run = Run(Program([button, *form().parts, label("Done", 20, 100)], due={2: enable}), 'Click "Save"')
    run.step("none")
    assert run.calls == ["wait"]
    assert "greyed out" in run.thought
    assert [run.step(), run.step()] == ["wait", "left_click"]


def test_waits_for_a_target_that_comes_late():
    def come(program: Program) -> None:
        program.parts.append(label("Go", 20, 20))

    program = Program([label("Please wait", 20, 200)], due={2: come})
    run = Run(program, 'Click "Go"', 'Wait until "Go" appears')
    assert run.go() == "success"
    assert run.calls.count("wait") >= 2


def test_gives_up_on_what_does_not_come_and_tells_what_is_there():
    run = Run(Program([label("Street 1", 20, 20), label("Town", 20, 60)]), 'Click "Street 2"')
    assert run.go() == "failure"
    assert 'no "Street 2" on the screen; nearest: "Street 1"' in run.thought


def test_tells_of_a_dialog_that_came_up():
    def complain(program: Program) -> None:
        program.parts[:] = [label("The e-mail address is not valid.", 200, 200)]

    button = Part("button", Box(20, 20, 60, 24), "Save", clicked=complain)
    run = Run(Program([button, *form().parts]), 'Choose "Save > Copy"')
    assert run.go() == "failure"
    assert "came up: 'The e-mail address is not valid.'" in run.thought


def test_a_wait_has_an_end():
    run = Run(form(), 'Wait until "Done" appears within 0 seconds')
    assert run.go() == "failure"
    assert 'after 0 s: no "Done" on the screen' in run.thought


def test_waits_until_a_text_has_gone():
    def go(program: Program) -> None:
        program.parts.clear()

    run = Run(Program([label("Working...", 20, 20)], due={3: go}), 'Wait until "Working" disappears')
    assert run.go() == "success"
    assert run.calls == ["wait", "wait", "wait", "terminate"]


def test_a_text_that_is_not_quite_read_has_neither_come_nor_gone():
    for state in ("appears", "disappears"):
        run = Run(
            Program([label("Customer saves", 20, 20)]),
            f'Wait until "Customer saved" {state} within 0 seconds',
        )
        assert run.go() == "failure"


def test_scrolls_to_the_end_and_no_further():
    run = Run(Program([label("Page 1", 20, 20)]), 'Scroll down until "Page 9"')
    assert run.go() == "failure"
    assert run.calls == ["scroll", "scroll", "terminate"]
    assert "scrolled down to the end" in run.thought


def test_drags_from_one_place_to_the_other():
    run = Run(Program([label("Letter", 20, 20), label("Inbox", 20, 200)]), 'Drag "Letter" to "Inbox"')
    assert run.go() == "success"
    assert run.calls == ["mouse_move", "left_click_drag", "terminate"]


def test_a_dropped_decision_is_made_anew_where_the_target_is_now():
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts[0].box = Box(300, 300, 16, 16)
    run.step("dropped")
    first, second = (parse_tool_call(reply) for reply in run.replies)
    assert isinstance(first, PointerCall)
    assert isinstance(second, PointerCall)
    assert to_pixel(first.coordinate, Size(800, 600)) == (28, 28)
    assert to_pixel(second.coordinate, Size(800, 600)) == (308, 308)


def test_a_target_that_is_gone_after_a_dropped_decision_is_waited_for():
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts.clear()
    assert run.step("dropped") == "wait"
    run.program.parts.append(label("Go", 60, 60))
    assert run.step() == "left_click"


@pytest.mark.parametrize("feedback", ["refused", "malformed"])
def test_what_was_refused_is_not_tried_again(feedback: Feedback):
    run = Run(form(), 'Click "Name"')
    run.step("none")
    assert run.step(feedback) == "terminate"
    assert f"the last act was {feedback}" in run.thought


def test_starting_again_forgets():
    run = Run(form(), 'Type "Ada" into "Name"')
    run.step("none")
    run.model.start(make_task(steps=[{"text": 'Click "Name"', "line": 1}]))
    assert run.step("none") == "left_click"
    assert 'Click "Name"' in run.replies[-1]


def test_checking_another_task_leaves_the_episode_alone():
    run = Run(form(), 'Type "Ada" into "Name"')
    run.step("none")
    run.model.check(make_task(steps=[{"text": 'Click "Name"', "line": 1}]))
    assert run.step("done") == "type"


def test_a_bad_step_is_refused_before_anything_is_done():
    with pytest.raises(BadInput, match=r"demo\.yaml:2:"):
        Run(form(), 'Click "Name"', "Be happy")


def test_asked_before_it_was_started():
    with pytest.raises(ModelFault, match="before an episode"):
        ReaderModel().complete(Prompt("", (Turn("user", (make_frame(),)),)))


def test_time_is_told_by_part():
    run = Run(form(), 'Click "Name"')
    frame = run.parser.paint(run.program)
    timing = run.model.complete(Prompt("", (Turn("user", (frame,)),))).timing
    assert set(timing) == {"reading", "deciding"}
