"""Which field has the keyboard, as far as the run's own acts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.rules.focus import Focus
from tests.agent.rules.steps import stepped
from tests.tools.scenes import scene, widget
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point

if TYPE_CHECKING:
    from tools.action import Action

IN_FIELD = Point(200, 110)
FORM = scene(widget("field", 160, 100, 200), widget("button", 160, 200, 80))


def focus_after(*actions: Action) -> Point | None:
    focus = Focus()
    for action in actions:
        focus.stepped(stepped(action))
    return focus.point(FORM)


@pytest.mark.parametrize(
    "more",
    [
        [],
        [Type(text="a b")],
        [Key(keys=("ctrl", "a")), Key(keys=("BackSpace",)), Type(text="x")],
        [Move(point=Point(0, 0)), Scroll(vertical=1), Wait(seconds=1)],
    ],
)
def test_a_field_that_was_clicked_has_it(more: list[Action]) -> None:
    assert focus_after(Click(point=IN_FIELD), *more) == IN_FIELD


@pytest.mark.parametrize(
    "more",
    [
        Type(text="a\t"),
        Type(text="a\n"),
        Key(keys=("tab",)),
        Key(keys=("alt", "f")),
        Key(keys=("down",)),
        Key(keys=("nonsense",)),
        Drag(point=Point(0, 0)),
        Click(point=IN_FIELD, button="right"),
        Click(point=Point(200, 210)),
        Click(point=Point(500, 500)),
    ],
)
def test_what_may_move_it_makes_it_unknown(more: Action) -> None:
    assert focus_after(Click(point=IN_FIELD), more) is None


def test_nobody_knows_where_it_is_at_first_or_after_what_was_not_done() -> None:
    assert focus_after() is None
    focus = Focus()
    focus.stepped(stepped(Click(point=IN_FIELD), "dropped"))
    assert focus.point(FORM) is None


def test_a_field_that_is_gone_has_it_no_more() -> None:
    focus = Focus()
    focus.stepped(stepped(Click(point=IN_FIELD)))
    assert focus.point(scene()) is None
