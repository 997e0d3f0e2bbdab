"""Whether fields, indicators and choices show what they showed then: on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.compare.widget_effects import (
    another_state,
    the_clicked_field_has_no_focus,
    typed_text_is_not_in_its_field,
    typed_text_was_corrected,
)
from tests.agent.replay.live.compare.transitions import (
    FIELD,
    FORM,
    IN_FIELD,
    SAVE,
    context,
    pair,
    plus,
    transition,
)
from tests.tools.scenes import line, painted, widget
from tools.action import Click, Key, Type
from tools.geometry import Box, Point
from tools.observation import Frame
from tools.see.scene import Line, Scene

if TYPE_CHECKING:
    from tests.agent.replay.live.compare.transitions import Case


def test_a_clicked_field_has_to_show_its_focus() -> None:
    before = painted(*FORM, FIELD)
    focused = plus(before, marks=(Box(120, 96, 300, 2),))
    caret = plus(before, marks=(Box(126, 100, 2, 16),))
    click = Click(point=IN_FIELD)
    reason = the_clicked_field_has_no_focus
    assert reason(*pair(click, before, focused, before)) == "nothing changed in the field that was clicked"
    assert reason(*pair(click, before, focused, caret)) is None
    assert reason(*pair(click, before, before, before)) is None
    assert reason(*pair(SAVE, before, focused, before)) is None


def typed(text: str, before: Scene, then: Scene, now: Scene, new: str) -> Case:
    """A text typed into the field, and what was typed now."""
    return (
        transition(Type(text=text), before, then, IN_FIELD),
        transition(Type(text=new), before, now, IN_FIELD),
        context(before, then, now),
    )


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        ("Grace Hopper", None),
        ("Grece Hopper", '"Grace Hopper" is not read in its field'),
        ("Ada Lovelace", '"Grace Hopper" is not read in its field'),
    ],
)
def test_typed_text_has_to_be_in_its_field(shown: str, reason: str | None) -> None:
    before = painted(*FORM, FIELD)
    then, now = (plus(before, line(text, 130, 100)) for text in ("Ada Lovelace", shown))
    told = typed("Ada Lovelace", before, then, now, "Grace Hopper")
    assert typed_text_is_not_in_its_field(*told) == reason


def test_a_field_that_its_text_fills_may_look_like_a_button() -> None:
    full = widget("button", FIELD.box.left, FIELD.box.top, FIELD.box.width, FIELD.box.height)
    shown = Line("opper of the Navy", Box(124, 99, 290, 18))
    then, now = painted(*FORM, FIELD, line("Ada Lovelace", 130, 100)), painted(*FORM, full, shown)
    grace, told = "Grace Brewster Murray Hopper of the Navy", typed_text_is_not_in_its_field
    assert told(*typed("Ada Lovelace", painted(*FORM, FIELD), then, now, grace)) is None
    assert told(*typed("Ada Lovelace", painted(*FORM, FIELD), then, now, "Grace")) is not None


def test_typed_text_without_a_field_has_to_be_on_the_screen() -> None:
    before = painted(*FORM)
    then = plus(before, line("$ ls /tmp", 20, 400))
    reason = typed_text_is_not_in_its_field
    assert reason(*typed("ls /tmp\n", before, then, then, "ls /tmp\n")) is None
    assert (
        reason(*typed("ls /tmp\n", before, then, before, "ls /tmp\n"))
        == '"ls /tmp" is not read on the screen'
    )
    assert reason(*typed("ls /tmp\n", before, before, before, "ls /tmp\n")) is None


def test_a_secret_is_not_looked_for() -> None:
    before = painted(*FORM)
    secret = "${secret.PASSWORD}"
    then = plus(before, line(secret, 20, 400))
    assert typed_text_is_not_in_its_field(*typed(secret, before, then, before, secret)) is None


def box_of(*, checked: bool) -> Scene:
    return painted(widget("checkbox", 20, 200, 16, 16, checked=checked), line("I accept", 44, 200))


TICK = Click(point=Point(28, 208))


def test_a_box_that_was_ticked_has_to_be_ticked() -> None:
    off, on = box_of(checked=False), box_of(checked=True)
    assert another_state(*pair(TICK, off, on, off)) == '"I accept" is off, and was on'
    assert another_state(*pair(TICK, on, off, on)) == '"I accept" is on, and was off'
    assert another_state(*pair(TICK, off, on, on)) is None


def test_a_chosen_entry_has_to_be_shown() -> None:
    opened = painted(line("Country", 20, 100), line("Norway", 130, 140))
    chosen = painted(line("Country", 20, 100), line("Norway", 126, 100))
    choose = Click(point=Point(150, 148))
    empty = painted(line("Country", 20, 100))
    assert another_state(*pair(choose, opened, chosen, chosen)) is None
    assert another_state(*pair(choose, opened, chosen, empty)) == '"Norway" is not shown as chosen'


def test_a_chosen_entry_may_be_lit_and_not_read() -> None:
    rows = [line(text, 130, 100 + 20 * at) for at, text in enumerate(("Norway", "Sweden"))]
    before = painted(*rows)
    lit, gone = (
        Scene(Frame.from_rgb(255 - one.frame.bgrx[:, :, 2::-1]), (rows[1],), ())
        for one in (before, painted(rows[1]))
    )
    choose, then = Click(point=rows[0].box.center), painted(*rows, marks=(Box(126, 90, 8, 30),))
    assert another_state(*pair(choose, before, then, lit)) is None
    assert another_state(*pair(choose, before, then, gone)) == '"Norway" is not shown as chosen'


def test_a_healed_target_may_have_another_text() -> None:
    opened = painted(line("Country", 20, 100), line("Norway", 130, 140))
    chosen = painted(line("Country", 20, 100), line("Norway", 126, 100))
    then, now, around = pair(Click(point=Point(150, 148)), opened, chosen, painted(line("Country", 20, 100)))
    assert another_state(then, replace(now, healed=True), around) is None


def test_a_key_has_no_field_and_no_state() -> None:
    before, after = painted(*FORM), painted(*FORM, FIELD)
    key = pair(Key(keys=("ctrl", "s")), before, after, after)
    assert the_clicked_field_has_no_focus(*key) is None
    assert another_state(*key) is None


@pytest.mark.parametrize(
    ("new", "shown", "is_told"),
    [
        ("Jean d'Arc", "Jean d'Arc", False),
        ("Jean d'Arc", "Jean d\u2019Arc", True),
        ("Jean d\u2019Arc", "Jean d'Arc", False),
        ("Jean d\u2019Arc", "Jean d\u2019Arc", False),
        ('the "Swan"', "the \u201cSwan\u201d", True),
    ],
)
def test_curved_quotes_that_the_program_made_of_typed_ones_are_told(
    new: str, shown: str, *, is_told: bool
) -> None:
    before, then, now = (
        painted(*FORM, *more) for more in ((), (line("Ada", 20, 200),), (line(shown, 20, 200),))
    )
    reason = typed_text_was_corrected(*typed("Ada", before, then, now, new))
    assert reason == (f'"{new}" was typed, and the program made "{shown}" of it' if is_told else None)


def test_quotes_that_the_program_curved_when_it_was_recorded_are_none() -> None:
    before, then, now = (
        painted(*FORM, *more)
        for more in ((), (line("l\u2019Avare", 20, 200),), (line("d\u2019Arc", 20, 200),))
    )
    assert typed_text_was_corrected(*typed("l'Avare", before, then, now, "d'Arc")) is None
