"""Which rule an action comes under, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.rules.focus import Focus
from agent.rules.judge import Judgement, RuleJudge, covers
from tests.agent.rules.steps import rule, stepped
from tests.tools.scenes import line, scene, widget
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Box, Point
from tools.observation import Observation

if TYPE_CHECKING:
    from agent.task.rules import Rule
    from tools.action import Action
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

DELETE, DRAFT, ICON, FIELD = Point(110, 110), Point(110, 210), Point(400, 410), Point(300, 310)
SCREEN = scene(
    *(widget("button", 100, 100, 120), line("Delete", 104, 104)),
    *(widget("button", 100, 200, 160), line("Delete draft", 104, 204)),
    *(widget("field", 260, 300, 200), line("Password", 180, 304)),
    widget("button", 390, 400, 40),
)


class Known:
    """A parser of one scene."""

    def read(self, frame: Frame) -> Scene:
        return SCREEN

    def read_box(self, frame: Frame, box: Box) -> Line:
        raise AssertionError


def judged(
    action: Action,
    *rules: Rule,
    focus: Focus | None = None,
    pointer: Point | None = None,
    titles: str = "Mail",
) -> Judgement:
    judge = RuleJudge(rules, Known(), focus or Focus(), lambda *_: (titles,), lambda _: ())
    return judge.judge(action, Observation(SCREEN.frame, pointer=pointer))


NEVER_DELETE = rule(deny="click", text="Delete")


def test_what_no_rule_is_about_is_allowed() -> None:
    assert judged(Click(point=DELETE)).ruling == "allow"
    assert judged(Click(point=Point(500, 500)), NEVER_DELETE).ruling == "allow"


def test_a_rule_denies_what_it_is_about_for_certain() -> None:
    found = judged(Click(point=DELETE), NEVER_DELETE)
    assert (found.ruling, found.rule, found.is_sure) == ("deny", NEVER_DELETE, True)


def test_the_first_rule_that_fits_wins_so_that_exceptions_can_be_written() -> None:
    drafts = rule(allow="click", text="Delete draft")
    assert judged(Click(point=DRAFT), drafts, NEVER_DELETE).ruling == "allow"
    assert judged(Click(point=DRAFT), NEVER_DELETE, drafts).ruling == "deny"
    assert judged(Click(point=DELETE), drafts, NEVER_DELETE).ruling == "deny"


def test_nothing_but_what_is_named_may_be_done_where_the_last_rule_denies_all() -> None:
    rules = rule(allow="click", text="Delete draft"), rule(deny="any")
    assert judged(Click(point=DRAFT), *rules).ruling == "allow"
    assert judged(Click(point=DELETE), *rules).ruling == "deny"
    assert judged(Move(point=DELETE), *rules).ruling == "deny"
    assert judged(Key(keys=("x",)), *rules).ruling == "deny"
    assert judged(Wait(seconds=1), *rules).ruling == "allow"


def test_where_it_is_not_sure_a_person_is_asked_and_nothing_is_allowed() -> None:
    """The caption of the little button can't be read."""
    found = judged(Click(point=ICON), NEVER_DELETE)
    assert (found.ruling, found.is_sure) == ("ask", False)
    assert judged(Click(point=ICON), rule(allow="click", text="Open"), rule(deny="any")).ruling == "deny"
    assert judged(Click(point=ICON), rule(ask="click", text="Open")).ruling == "ask"


def test_a_region_is_where_the_mouse_acts() -> None:
    there = rule(deny="any", region=[90, 90, 50, 50])
    assert judged(Click(point=DELETE), there).ruling == "deny"
    assert judged(Click(point=DRAFT), there).ruling == "allow"
    assert judged(Scroll(vertical=1), there, pointer=DELETE).ruling == "deny"
    assert (
        judged(Drag(point=Point(0, 0)), there, pointer=Point(200, 200)).ruling == "deny"
    )  # it leads through
    assert judged(Key(keys=("x",)), there).ruling == "allow"


def test_a_window_is_one_by_a_part_of_its_title() -> None:
    mail = rule(deny="any", window="thunderbird")
    assert judged(Key(keys=("x",)), mail, titles="Inbox - Mozilla Thunderbird").ruling == "deny"
    assert judged(Key(keys=("x",)), mail, titles="Editor").ruling == "allow"
    assert judged(Key(keys=("x",)), mail, titles="Editor").grounds.titles == ("Editor",)
    assert judged(Click(point=DELETE), NEVER_DELETE).grounds.titles is None


def test_all_of_a_rule_must_fit() -> None:
    both = rule(deny="click", text="Delete", window="Mail")
    assert judged(Click(point=DELETE), both).ruling == "deny"
    assert judged(Click(point=DELETE), both, titles="Editor").ruling == "allow"
    assert judged(Click(point=Point(500, 500)), both).ruling == "allow"


def test_both_ends_of_a_drag_are_its_targets() -> None:
    drags = rule(deny="drag", text="Delete")
    assert judged(Drag(point=Point(500, 500)), drags, pointer=DELETE).ruling == "deny"
    assert judged(Drag(point=DELETE), drags, pointer=Point(500, 500)).ruling == "deny"
    assert judged(Drag(point=Point(500, 500)), drags, pointer=Point(500, 400)).ruling == "allow"


def test_keys_are_known_by_name() -> None:
    saves = rule(deny="press", text="Ctrl+S")
    assert judged(Key(keys=("ctrl", "s")), saves).ruling == "deny"
    assert judged(Key(keys=("ctrl", "x")), saves).ruling == "allow"
    assert judged(Key(keys=("Delete",)), rule(deny="any", text="Delete")).ruling == "deny"
    assert judged(Type(text="a\n"), rule(deny="press", text="Enter")).ruling == "deny"
    assert judged(Type(text="a"), rule(deny="press", text="Enter")).ruling == "allow"


def test_a_key_that_may_press_what_must_not_be_clicked_is_asked_about() -> None:
    for action in (Key(keys=("Return",)), Key(keys=("space",)), Type(text="x")):
        assert judged(action, NEVER_DELETE).ruling == "ask"
    assert judged(Key(keys=("ctrl", "c")), NEVER_DELETE).ruling == "allow"
    enter = rule(allow="press", text="Enter")  # the way out
    assert judged(Key(keys=("Return",)), enter, NEVER_DELETE).ruling == "allow"


def test_in_a_field_that_was_clicked_only_enter_may_press_anything() -> None:
    focus = Focus()
    focus.stepped(stepped(Click(point=FIELD)))
    assert judged(Type(text="a b"), NEVER_DELETE, focus=focus).ruling == "allow"
    assert judged(Key(keys=("space",)), NEVER_DELETE, focus=focus).ruling == "allow"
    assert judged(Key(keys=("Return",)), NEVER_DELETE, focus=focus).ruling == "ask"


def test_what_is_typed_goes_to_the_field_that_was_clicked() -> None:
    focus = Focus()
    focus.stepped(stepped(Click(point=FIELD)))
    assert judged(Type(text="x"), rule(deny="type", text="Password"), focus=focus).ruling == "deny"
    assert judged(Type(text="x"), rule(deny="type", text="Name"), focus=focus).ruling == "allow"
    assert judged(Type(text="x"), rule(deny="type", text="Password")).ruling == "ask"  # nobody knows where


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("click", Click(point=DELETE, button="right", count=2)),
        ("drag", Drag(point=DELETE)),
        ("scroll", Scroll(vertical=1)),
        ("press", Key(keys=("x",))),
        ("press", Type(text="\t")),
        ("type", Type(text="x")),
    ],
)
def test_the_kinds_of_actions(word: str, action: Action) -> None:
    assert covers(rule(deny=word), action)
    assert not covers(rule(deny="scroll" if word != "scroll" else "click"), action)
    assert covers(rule(deny="any"), action)


def test_what_was_read_must_stay_as_it_is() -> None:
    boxes = judged(Click(point=Point(215, 110)), NEVER_DELETE).grounds.boxes
    assert Box(100, 100, 120, 24) in boxes
    assert judged(Click(point=DELETE), rule(deny="click", region=[0, 0, 1, 1])).grounds.boxes == ()
