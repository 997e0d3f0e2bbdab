"""Check boxes, radio buttons and menus: clicked only where their state is not the wanted one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.choosing import choose, tick
from agent.models.reader.routines.routine import PATIENCE, decided
from agent.models.reader.steps import ChooseStep, TickStep
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, carry_out, label
from tools.action import Action, Click, Key, Move, Wait
from tools.geometry import Box, Point
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.see.scene import Line, Popup


def boxes(**changes: object) -> Program:
    """A check box, off."""
    box = Part("checkbox", Box(20, 40, 14, 14), **changes)  # type: ignore[arg-type]  # tests pass what fits
    return Program([box, label("I agree", 40, 40)])


@pytest.mark.parametrize(
    ("step", "checked", "calls"),
    [
        ('Tick "I agree"', False, ["left_click", "wait", "terminate"]),
        ('Tick "I agree"', True, ["terminate"]),
        ('Untick "I agree"', True, ["left_click", "wait", "terminate"]),
        ('Choose "I agree"', False, ["left_click", "wait", "terminate"]),
    ],
)
def test_ticks_only_what_is_not_ticked(step: str, checked: bool, calls: list[str]) -> None:  # noqa: FBT001 (a table)
    run = Run(boxes(checked=checked), step)
    assert run.go() == "success"
    assert run.calls == calls


def test_a_box_that_stays_as_it_is_is_a_failure() -> None:
    run = Run(boxes(frozen=True), 'Tick "I agree"')
    assert run.go() == "failure"
    assert 'clicked "I agree" 3 times, and it is still off' in run.thought
    assert run.calls.count("left_click") == 3


def test_whether_a_box_is_on_is_known_or_doubted_and_never_guessed() -> None:
    run = Run(boxes(doubtful=True), 'Tick "I agree"')
    assert run.go() == "failure"
    assert 'whether "I agree" is on or off can\'t be told' in run.thought
    assert run.calls == ["terminate"]


@pytest.mark.parametrize(("frozen", "ended"), [(False, "success"), (True, "failure")])
def test_a_box_that_is_hidden_by_its_focus_ring_is_judged_by_its_middle(*, frozen: bool, ended: str) -> None:
    def ring(program: Program) -> None:
        program.parts[0].hidden = True

    run = Run(boxes(frozen=frozen, clicked=ring), 'Tick "I agree"')
    assert run.go() == ended


class Lit(Program):
    """Its box can't be told while the pointer is on it."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        self.parts[0].doubtful = not isinstance(action, Move) and (
            self.parts[0].doubtful or isinstance(action, Click)
        )


def test_the_pointer_leaves_a_box_that_can_not_be_told_under_it_and_it_is_not_clicked_again() -> None:
    run = Run(Lit(boxes().parts), 'Tick "I agree"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "wait", "wait", "mouse_move", "wait", "terminate"]


def test_a_box_that_can_not_be_told_after_the_click_is_not_clicked_again() -> None:
    def blur(program: Program) -> None:
        program.parts[0].doubtful = True

    run = Run(boxes(clicked=blur), 'Tick "I agree"')
    assert run.go() == "failure"
    assert 'clicked "I agree" once, and whether it is on can\'t be told' in run.thought
    assert run.calls.count("left_click") == 1


class Ringed(Program):
    """Its box can't be told while it has the keyboard."""

    def execute(self, action: Action) -> None:
        """React."""
        super().execute(action)
        self.parts[0].doubtful = not isinstance(action, Key) and (
            self.parts[0].doubtful or isinstance(action, Click)
        )


def test_the_keyboard_moves_on_from_a_box_that_can_not_be_told_while_it_has_it() -> None:
    run = Run(Ringed(boxes().parts), 'Tick "I agree"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "wait", "wait", "mouse_move", "key", "wait", "terminate"]


def test_a_box_that_is_slow_to_turn_is_not_clicked_again() -> None:
    program = boxes(frozen=True)

    def turn(program: Program) -> None:
        program.parts[0].checked = True

    program.due[3] = turn
    run = Run(program, 'Tick "I agree"')
    assert run.go() == "success"
    assert run.calls == ["left_click", "wait", "wait", "wait", "wait", "terminate"]


def test_a_menu_is_followed_entry_by_entry() -> None:
    def open_menu(program: Program) -> None:
        program.parts.append(Part("button", Box(20, 60, 120, 24), "Save as...", clicked=choose))

    def choose(program: Program) -> None:
        program.parts.append(label("Which name?", 300, 300))

    bar = Part("button", Box(20, 20, 60, 24), "File", clicked=open_menu)
    elsewhere = label("Save as", 300, 400)
    run = Run(Program([bar, elsewhere]), 'Choose "File > Save as"', 'Wait until "Which name?" appears')
    assert run.go() == "success"
    assert run.calls == ["left_click", "left_click", "terminate"]


def test_a_greyed_out_entry_of_a_menu_is_not_clicked() -> None:
    def open_menu(program: Program) -> None:
        program.parts += [
            Part(None, Box(20, 60, 64, 16), "Print it"),
            Part(None, Box(20, 90, 72, 16), "Export it", dim=True),
        ]

    texts = [label(text, 300, 40 + 40 * row) for row, text in enumerate(("Street", "Town", "Country"))]
    run = Run(
        Program([Part("button", Box(20, 20, 60, 24), "File", clicked=open_menu), *texts]),
        'Choose "File > Export it"',
    )
    assert run.go() == "failure"
    assert run.calls.count("left_click") == 1
    assert '"Export it" is greyed out' in run.thought


def test_the_box_itself_is_clicked_first() -> None:
    (click,) = carry_out(lambda look: tick(TickStep(Locator("I agree"), on=True), look), boxes())
    assert click.does == Click(point=Point(27, 47))
    assert click.thought == '"I agree" is off: I see its box at (27, 47).'


def test_a_box_that_stays_off_is_clicked_at_its_caption_too() -> None:
    with pytest.raises(StepFailed, match=r'clicked "I agree" 3 times, and it is still on'):
        carry_out(
            lambda look: tick(TickStep(Locator("I agree"), on=False), look),
            boxes(checked=True, frozen=True),
        )


def test_a_tab_without_a_state_is_clicked() -> None:
    program = Program([label("General", 20, 20), label("Advanced", 120, 20)])
    step = ChooseStep(("Advanced",), Locator("Advanced"))
    replies = carry_out(lambda look: choose(step, look), program)
    assert replies[0].does == Click(point=Point(152, 28))


def test_an_entry_that_the_open_menu_lacks_is_not_taken_from_elsewhere() -> None:
    program = Program([label("File", 20, 20), label("Save", 300, 20), label("Open", 30, 60)])
    parser = PaperParser()
    frame = parser.paint(program)
    menu = Popup(Box(20, 50, 120, 80), (Line("Open", Box(30, 60, 32, 16)),), is_own=True)
    look = Look(frame, parser, complete=lambda scene: replace(scene, popups=(menu,)))
    routine = choose(ChooseStep(("File", "Save"), Locator("Save")), look)
    assert decided(next(routine), look).does == Click(point=Point(36, 28))
    assert decided(routine.send(look), look).does == Wait(seconds=PATIENCE)


def pills(*, takes: bool, late: bool = False) -> Program:
    """Captions without marks; the chosen one is lit up."""

    def choose_it(program: Program, at: int = 2) -> None:
        def light(program: Program) -> None:
            for part in program.parts:
                part.lit = part is program.parts[at]

        if late:
            program.due[2] = light
        elif takes:
            light(program)

    parts = [label(text, 20 + 80 * at, 20) for at, text in enumerate(("Air", "Sea", "Rail"))]
    parts[0].lit, parts[2].clicked = True, choose_it
    return Program(parts, lit="thin letters, with their ground between them")


@pytest.mark.parametrize("late", [False, True])
def test_what_bears_no_mark_is_chosen_once_it_stands_out(*, late: bool) -> None:
    run = Run(pills(takes=True, late=late), 'Choose "Rail"')
    assert run.go() == "success"
    assert run.calls.count("left_click") == 1


def test_what_leaves_another_one_chosen_is_a_failure() -> None:
    run = Run(pills(takes=False), 'Choose "Rail"')
    assert run.go() == "failure"
    assert 'clicked "Rail", and "Air" is still the chosen one' in run.thought
    assert run.calls.count("left_click") == 1


def test_what_is_chosen_already_may_stay_so() -> None:
    assert Run(pills(takes=False), 'Choose "Air"').go() == "success"


def test_a_page_that_changes_is_effect_enough() -> None:
    program = pills(takes=False)
    program.parts[2].clicked = lambda program: program.parts.append(Part("field", Box(100, 200, 300, 200)))
    assert Run(program, 'Choose "Rail"').go() == "success"
