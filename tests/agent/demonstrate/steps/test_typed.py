"""What typing is in words: into which field, and whether in place of what it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.demonstrate.steps.scenes import DemoScenes
from agent.demonstrate.steps.typed import typed, typed_into
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click, Key, Type
from tools.locate.describe import named_field

if TYPE_CHECKING:
    from agent.demonstrate.steps.typed import Said
    from tools.action import Action
    from tools.see.scene import Scene

LABEL, FIELD = line("Name", 20, 100), widget("field", 120, 96, 300)
NOTES, AREA = line("Notes", 20, 204), widget("field", 120, 200, 300, 120)
CLICK = Click(point=FIELD.box.center)


def form(text: str = "") -> Scene:
    """A field that holds a text."""
    return painted(LABEL, FIELD, *([line(text, 130, 100)] if text else []))


def said(*turns: tuple[Scene, Action], last: Scene, field: bool = True) -> Said:
    """What these turns come to; the typing is the one before the last scene."""
    scenes = [scene for scene, _ in turns] + [last]
    actions = recorded([scene.frame for scene in scenes], *(action for _, action in turns))
    read = DemoScenes(FakeParser(*scenes))
    if not field:
        return typed(actions, read)
    typing = next(index for index, (_, action) in enumerate(turns) if isinstance(action, Type))
    into = next(one for one in scenes[0].widgets if one.is_field)
    name = named_field(scenes[0], into)
    assert name is not None
    return typed_into(actions, typing, into, name, read)


def sentences(found: Said) -> tuple[int, list[str]]:
    return found[0], [one.sentence or f"({one.note})" for one in found[1]]


def test_into_an_empty_field() -> None:
    found = said((form(), CLICK), (form(), Type(text="Ada")), last=form("Ada"))
    assert sentences(found) == (2, ['Type "Ada" into "Name"'])


def test_in_place_of_what_was_selected() -> None:
    for select in (Key(keys=("ctrl", "a")), Key(keys=("shift", "home")), Click(point=CLICK.point, count=3)):
        found = said((form("Bob"), select), (form("Bob"), Type(text="Ada")), last=form("Ada"))
        assert sentences(found) == (2, ['Type "Ada" into "Name"'])


def test_after_what_it_held() -> None:
    found = said((form("Ada"), CLICK), (form("Ada"), Type(text=" King")), last=form("Ada King"))
    assert sentences(found) == (2, ['Append " King" to "Name"'])


def test_in_the_middle_of_it_there_is_no_step_for() -> None:
    found = said((form("Ada King"), CLICK), (form("Ada King"), Type(text=" M.")), last=form("Ada M. King"))
    count, (step,) = found
    assert count == 2
    assert step.sentence == ""
    assert 'into the middle of what the field "Name" holds' in step.note


def test_a_secret_is_never_looked_for_on_the_screen() -> None:
    text = "${secret.TOKEN}"
    empty = said((form(), CLICK), (form(), Type(text=text)), last=form("*****"))
    assert sentences(empty) == (2, [f'Type "{text}" into "Name"'])
    after = said((form("Ada"), CLICK), (form("Ada"), Type(text=text)), last=form("*****"))
    assert sentences(after) == (2, [f'Append "{text}" to "Name"'])


def test_lines_of_a_text_area_are_one_text() -> None:
    def area(*lines: str) -> Scene:
        return painted(NOTES, AREA, *(line(text, 130, 206 + 20 * row) for row, text in enumerate(lines)))

    found = said(
        (area(), Type(text="One")), (area("One"), Key(keys=("enter",))), (area("One"), Type(text="Two")),
        (area("One", "Two"), Key(keys=("enter",))), last=area("One", "Two"),
    )  # fmt: skip
    assert sentences(found) == (3, ['Type "One\\nTwo" into "Notes"'])


def test_enter_in_a_field_of_one_line_is_no_line_of_the_text() -> None:
    found = said((form(), Type(text="Ada")), (form("Ada"), Key(keys=("enter",))), last=form("Ada"))
    assert sentences(found) == (1, ['Type "Ada" into "Name"'])


def test_where_nobody_clicked_the_field_is_the_one_that_the_text_came_up_in() -> None:
    found = said((form(), Type(text="Ada")), last=form("Ada"), field=False)
    assert sentences(found) == (1, ['Type "Ada" into "Name"'])


def test_what_came_up_in_no_field_is_typed_as_it_is() -> None:
    page = painted(line("Page", 20, 40))
    for last in (page, painted(line("Page", 20, 40), line("Ada", 400, 400))):
        found = said((page, Type(text="Ada")), last=last, field=False)
        assert sentences(found) == (1, ['Type "Ada"'])
