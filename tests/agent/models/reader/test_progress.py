"""From step to step: what is dropped is decided again, what is refused ends it, and a failure says why."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.judging import Judging
from agent.models.reader.patience import Patience
from agent.models.reader.progress import Progress
from agent.models.reader.step_parser import parse_step
from agent.protocol.grounding import to_pixel
from agent.protocol.toolcall import PointerCall, parse_tool_call
from agent.task import TaskStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, form, label
from tests.tools.scenes import SIZE
from tools.action import Click, Key
from tools.geometry import Box, Point, Size
from tools.locate.look import Look

if TYPE_CHECKING:
    from agent.model import Feedback
    from tools.action import Action


def test_waits_for_a_target_that_comes_late() -> None:
    def come(program: Program) -> None:
        program.parts.append(label("Go", 20, 20))

    program = Program([label("Please wait", 20, 200)], due={2: come})
    run = Run(program, 'Click "Go"', 'Wait until "Go" appears')
    assert run.go() == "success"
    assert run.calls.count("wait") >= 2


def test_gives_up_on_what_does_not_come_and_tells_what_is_there() -> None:
    run = Run(Program([label("Street 1", 20, 20), label("Town", 20, 60)]), 'Click "Street 2"')
    assert run.go() == "failure"
    assert 'no "Street 2" on the screen; nearest: "Street 1"' in run.thought


def test_tells_of_a_dialog_that_came_up() -> None:
    def complain(program: Program) -> None:
        program.parts[:] = [label("The e-mail address is not valid.", 200, 200)]

    button = Part("button", Box(20, 20, 60, 24), "Save", clicked=complain)
    run = Run(Program([button, *form().parts]), 'Choose "Save > Copy"')
    assert run.go() == "failure"
    assert "came up: 'The e-mail address is not valid.'" in run.thought


class Calendar(Program):
    """A field that opens a calendar over the field below it; a Tab closes it."""

    def execute(self, action: Action) -> None:
        super().execute(action)
        due, town = self.parts[1], self.parts[3]
        if isinstance(action, Click) and self.dialog is None and due.box.contains(action.point):
            self.dialog, town.hidden, town.bare = Box(100, 46, 260, 150), True, True
            self.parts += [label(str(at + 1), 110 + 32 * (at % 7), 60 + 26 * (at // 7)) for at in range(31)]
        if isinstance(action, Key) and action.keys == ("tab",):
            self.dialog, town.hidden, town.bare = None, False, False
            del self.parts[6:]


def test_a_calendar_that_an_earlier_step_left_open_is_closed_also_where_the_last_one_did_nothing() -> None:
    due, town = Part("field", Box(100, 16, 200, 24)), Part("field", Box(100, 80, 200, 24))
    gift = Part("checkbox", Box(500, 20, 14, 14), checked=False)
    parts = [label("Due", 20, 20), due, label("Town", 20, 84), town, gift, label("Gift", 520, 20)]
    steps = ('Type "2012-10-10" into "Due"', 'Untick "Gift"', 'Type "Graz" into "Town"')
    run = Run(Calendar(parts), *steps)
    assert run.go() == "success"
    assert Key(keys=("tab",)) in run.actions
    assert (due.text, town.text) == ("2012-10-10", "Graz")


def test_a_dropped_decision_is_made_anew_where_the_target_is_now() -> None:
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts[0].box = Box(300, 300, 16, 16)
    run.step("dropped")
    first, second = (parse_tool_call(reply) for reply in run.replies)
    assert isinstance(first, PointerCall)
    assert isinstance(second, PointerCall)
    assert to_pixel(first.coordinate, Size(800, 600)) == (28, 28)
    assert to_pixel(second.coordinate, Size(800, 600)) == (308, 308)


def test_a_target_that_is_gone_after_a_dropped_decision_is_waited_for() -> None:
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts.clear()
    assert run.step("dropped") == "wait"
    run.program.parts.append(label("Go", 60, 60))
    assert run.step() == "left_click"


def test_a_question_that_comes_up_before_a_click_does_not_get_it() -> None:
    run = Run(Program([Part("button", Box(20, 20, 60, 24), "OK"), label("Name", 20, 100)]), 'Click "OK"')
    run.step("none", lost=True)
    run.program.parts += [label("Erase all drafts?", 300, 300), Part("button", Box(294, 330, 80, 24), "OK")]
    assert run.step("dropped") == "wait"
    assert run.go() == "failure"
    assert "which is new, and elsewhere: say which" in run.thought
    assert "left_click" not in run.calls[1:]


def ask(program: Program) -> list[Part]:
    """Let a question come up by itself."""
    question = [label("Erase all drafts?", 300, 300), Part("button", Box(294, 330, 80, 24), "OK")]
    program.parts += question
    program.dialog = Box(280, 280, 200, 90)
    return question


@pytest.mark.parametrize("text", ["Press Enter", 'Type "Ada"', "Press Space 2 times"])
def test_a_question_that_comes_up_before_a_key_does_not_get_it(text: str) -> None:
    run = Run(Program([label("Name", 20, 100)]), text)
    run.step("none", lost=True)
    ask(run.program)
    assert run.step("dropped") == "wait"
    assert run.go() == "failure"
    assert "came up by itself, and would take the keys" in run.thought
    assert set(run.calls[1:]) <= {"wait", "mouse_move", "terminate"}


def test_a_question_is_waited_for_until_it_has_gone_before_a_key() -> None:
    run = Run(Program([label("Name", 20, 100)]), "Press Enter")
    run.step("none", lost=True)
    question = ask(run.program)
    assert run.step("dropped") == "wait"
    assert run.step() == "mouse_move"
    run.program.dialog = None
    for part in question:
        run.program.parts.remove(part)
    assert run.step() == "key"


@pytest.mark.parametrize("feedback", ["refused", "malformed"])
def test_what_was_refused_is_not_tried_again(feedback: Feedback) -> None:
    run = Run(form(), 'Click "Name"')
    run.step("none")
    assert run.step(feedback) == "terminate"
    assert f"the last act was {feedback}" in run.thought


def progress(parser: PaperParser, *texts: str) -> tuple[Progress, Look]:
    """How far it has come at the start, and the first look."""
    steps = tuple(TaskStep(text=text, line=number) for number, text in enumerate(texts, 1))
    seconds = count()
    judging = Judging(steps, lambda: parser, lambda: next(seconds), 10)
    parsed = tuple(parse_step(text) for text in texts)
    began = Progress(steps, parsed, Patience(10, lambda: next(seconds)), judging)
    return began, Look(parser.paint(form()), parser)


def test_what_was_refused_is_told_with_its_reason() -> None:
    way, look = progress(PaperParser(), 'Click "Name"')
    way.next_reply(look, "none")
    assert "it is the only way: no key for it" in way.next_reply(look, "refused", "no key for it\n").render(
        SIZE
    )


def test_the_frame_of_the_last_decision_is_kept_and_not_that_of_giving_up() -> None:
    parser = PaperParser()
    way, look = progress(parser, 'Click "Name"')
    assert way.frame is None
    assert way.next_reply(look, "none").does == Click(point=Point(36, 52))
    assert way.frame is look.frame
    later = Look(parser.paint(form()), parser)
    assert isinstance(way.next_reply(later, "refused").render(SIZE), str)
    assert way.frame is look.frame


def test_after_the_last_step_it_says_so_as_often_as_it_is_asked() -> None:
    way, look = progress(PaperParser(), "Press Tab")
    assert way.next_reply(look, "none").does == Key(keys=("tab",))
    ends = [parse_tool_call(way.next_reply(look, "done").render(SIZE)) for _ in range(2)]
    assert ends[0] == ends[1]
    assert ends[0].action == "terminate"


def test_the_reason_names_the_step_with_its_line() -> None:
    way, look = progress(PaperParser(), "Press Tab", 'Untick "Name"')
    way.next_reply(look, "none")
    said = ""
    while "terminate" not in said:
        said = way.next_reply(look, "done").render(SIZE)
    assert 'Step 2 (line 2: Untick "Name") can\'t be done: ' in said


def test_the_reason_names_the_file_of_a_step_that_is_included() -> None:
    step = TaskStep(text='Untick "Name"', line=7, file="shared/login.yaml")
    way, _ = progress(PaperParser(), step.text)
    way._texts = (step,)
    assert way._named(0) == 'step 1 (shared/login.yaml:7: Untick "Name")'
