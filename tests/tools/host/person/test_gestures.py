"""From presses and releases to actions."""

from __future__ import annotations

import pytest

from tools.action import Action, Click, Drag, Key, Scroll, Type
from tools.errors import Refused
from tools.geometry import Point
from tools.host.person.events import ButtonDown, ButtonUp, Event, KeyDown, Moved
from tools.host.person.gestures import Gesture, Gestures

HERE, NEAR, THERE = Point(100, 100), Point(103, 98), Point(300, 120)


def gestures(*events: Event) -> list[Gesture]:
    """All that these events come to."""
    taking = Gestures()
    return [gesture for event in events for gesture in taking.feed(event)] + taking.finish()


def actions(*events: Event) -> list[Action]:
    return [gesture.action for gesture in gestures(*events)]


def click(at: float, point: Point = HERE, button: int = 1) -> tuple[Event, Event]:
    return ButtonDown(at, button, point), ButtonUp(at + 0.05, button, point)


def keys(text: str, at: float = 0.0) -> list[Event]:
    """Letters typed one after the other; `<` is Backspace."""
    return [
        KeyDown(at + place / 10, "backspace" if sign == "<" else sign.lower(), "" if sign == "<" else sign)
        for place, sign in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("pauses", "counts"), [((0.2,), [2]), ((0.2, 0.2), [3]), ((0.2,) * 3, [3, 1]), ((0.6,), [1, 1])]
)
def test_clicks_in_quick_succession_are_counted(pauses: tuple[float, ...], counts: list[int]) -> None:
    times = [1.0]
    for pause in pauses:
        times.append(times[-1] + pause)
    made = actions(*(event for at in times for event in click(at)))
    assert made == [Click(point=HERE, count=count) for count in counts]


def test_clicks_in_two_places_or_with_other_buttons_are_single() -> None:
    made = actions(*click(1.0), *click(1.2, THERE), *click(1.4, THERE, 3), *click(1.6, THERE, 2))
    assert made == [
        Click(point=HERE),
        Click(point=THERE),
        Click(point=THERE, button="right"),
        Click(point=THERE, button="middle"),
    ]


def test_a_press_that_is_let_go_elsewhere_is_a_drag_and_one_that_trembles_a_click() -> None:
    (drag,) = gestures(ButtonDown(1.0, 1, HERE), Moved(1.1, THERE), ButtonUp(1.2, 1, THERE))
    assert (drag.action, drag.start, drag.began, drag.ended) == (Drag(point=THERE), HERE, 1.0, 1.2)
    assert actions(ButtonDown(1.0, 1, HERE), ButtonUp(1.2, 1, NEAR)) == [Click(point=HERE)]
    assert actions(*click(1.0), ButtonDown(1.2, 1, HERE), ButtonUp(1.3, 1, THERE)) == [
        Click(point=HERE),
        Drag(point=THERE),
    ]


def test_letters_are_joined_and_backspace_takes_them_back() -> None:
    (typed,) = gestures(*keys("Hallo<<lo"), Moved(2.0, HERE))
    assert typed.action == Type(text="Hallo")
    assert (typed.began, typed.ended) == (0.0, 0.8)
    assert actions(*keys("ab<<")) == []
    assert actions(*keys("<")) == [Key(keys=("backspace",))]
    assert actions(*keys("a<<b")) == [Key(keys=("backspace",)), Type(text="b")]


def test_other_keys_and_chords_end_a_text() -> None:
    chord = KeyDown(1.0, "s", "S", held=frozenset({"shift", "ctrl"}))
    made = actions(
        *keys("ab"), KeyDown(0.9, "enter"), chord, KeyDown(1.1, "q", "@", held=frozenset({"altgr"}))
    )
    assert made == [Type(text="ab"), Key(keys=("enter",)), Key(keys=("ctrl", "shift", "s")), Type(text="@")]


@pytest.mark.parametrize(
    ("sign", "text"),
    [("e", "é"), ("E", "É"), (" ", "'"), ("x", "")],
    ids=["small", "capital", "alone", "none"],
)
def test_a_dead_key_makes_one_letter_with_the_next(sign: str, text: str) -> None:
    made = actions(
        *keys("a"), KeyDown(1.0, "^", accent="\u0301"), KeyDown(1.1, sign.lower(), sign), *keys("b", 1.2)
    )
    assert made == [Type(text=f"a{text}b")]


def test_backspace_after_a_dead_key_takes_that_back() -> None:
    assert actions(*keys("a"), KeyDown(1.0, "^", accent="\u0301"), *keys("<e", 1.1)) == [Type(text="ae")]


def test_notches_of_the_wheel_are_joined_while_they_go_one_way() -> None:
    wheel = [ButtonDown(place / 10, button, HERE) for place, button in enumerate((5, 5, 5, 4, 7))]
    assert actions(*wheel) == [
        Scroll(point=HERE, vertical=-3),
        Scroll(point=HERE, vertical=1),
        Scroll(point=HERE, horizontal=1),
    ]
    assert [scroll.vertical for scroll in actions(*(ButtonDown(n, 4, HERE) for n in range(150)))] == [100, 50]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([ButtonDown(1.0, 1, HERE, frozenset({"ctrl"}))], "with ctrl held"),
        ([ButtonDown(1.0, 5, HERE, frozenset({"shift"}))], "with shift held"),
        ([ButtonDown(1.0, 9, HERE)], "button 9"),
        ([ButtonDown(1.0, 3, HERE), ButtonUp(1.5, 3, THERE)], "dragged with the right button"),
        ([KeyDown(1.0, "")], "no name"),
        ([KeyDown(1.0, "^", accent="\u0301"), KeyDown(1.1, "~", accent="\u0300")], "two dead keys"),
    ],
)
def test_what_no_action_can_do_again_is_refused(events: list[Event], why: str) -> None:
    with pytest.raises(Refused, match=why):
        gestures(*events)


def test_it_tells_when_what_is_not_over_began() -> None:
    taking = Gestures()
    taking.feed(KeyDown(1.0, "a", "a"))
    taking.feed(KeyDown(1.1, "b", "b"))
    assert taking.begins == (1.0,)
    taking.feed(ButtonDown(2.0, 1, HERE))
    assert taking.begins == (2.0,)
