"""Calls of Inspect's `computer` tool become actions in pixels, or say what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.inspect.calls import CallError, Look, does, read_call
from agent.bench.inspect.messages import Seen
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Box, Point, Size

if TYPE_CHECKING:
    from agent.bench.inspect.calls import Does

SEEN = Seen(b"", Size(640, 480), Point(30, 40), "none", "")
AT = Point(10, 20)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"action": "screenshot"}, Look("screenshot")),
        ({"action": "cursor_position"}, Look("cursor_position")),
        ({"action": "zoom", "region": [10, 20, 110, 70]}, Look("zoom", Box(10, 20, 100, 50))),
        ({"action": "left_click", "coordinate": [10, 20]}, (Click(point=AT),)),
        ({"action": "left_click"}, (Click(point=Point(30, 40)),)),
        ({"action": "right_click", "coordinate": [10, 20]}, (Click(point=AT, button="right"),)),
        ({"action": "middle_click", "coordinate": [10, 20]}, (Click(point=AT, button="middle"),)),
        ({"action": "double_click", "coordinate": [10, 20]}, (Click(point=AT, count=2),)),
        ({"action": "triple_click", "coordinate": [10.0, "20"]}, (Click(point=AT, count=3),)),
        ({"action": "mouse_move", "coordinate": [639, 479]}, (Move(point=Point(639, 479)),)),
        (
            {"action": "left_click_drag", "start_coordinate": [10, 20], "coordinate": [50, 60]},
            (Move(point=AT), Drag(point=Point(50, 60))),
        ),
        ({"action": "type", "text": "a b"}, (Type(text="a b"),)),
        (
            {"action": "type", "text": "a", "coordinate": [10, 20], "press_enter": True},
            (Click(point=AT), Type(text="a\n")),
        ),
        ({"action": "key", "text": "ctrl+S", "repeat": 3}, (Key(keys=("ctrl", "s"), times=3),)),
        ({"action": "key", "text": "Page_Down"}, (Key(keys=("pagedown",)),)),
        (
            {"action": "scroll", "scroll_direction": "down", "scroll_amount": 3, "coordinate": [10, 20]},
            (Scroll(point=AT, vertical=-3),),
        ),
        ({"action": "scroll", "scroll_direction": "right", "scroll_amount": 1}, (Scroll(horizontal=1),)),
        ({"action": "wait", "duration": 2}, (Wait(seconds=2),)),
    ],
)
def test_a_call_is_what_it_asks_for(arguments: dict[str, Any], expected: Does) -> None:
    assert does(read_call(arguments), SEEN) == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "action: Field required"),
        ({"action": "navigate", "text": "http://x"}, "no action 'navigate'"),
        ({"action": "hold_key", "text": "a", "duration": 1}, "no action 'hold_key'"),
        (
            {"action": "left_click", "coordinate": [640, 20]},
            r"\(640, 20\) is off the screen, which is 640x480",
        ),
        ({"action": "left_click", "coordinate": [-1, 20]}, "off the screen"),
        ({"action": "left_click", "coordinate": [1]}, "coordinate.1: Field required"),
        ({"action": "left_click", "coordinate": [1.5, 2]}, "coordinate.0: Input should be a valid integer"),
        ({"action": "mouse_move"}, "coordinate: is needed"),
        ({"action": "left_click_drag", "coordinate": [1, 2]}, "start_coordinate: is needed"),
        ({"action": "type"}, "text: is needed"),
        ({"action": "key", "text": "Entr"}, "no key is called 'Entr'; did you mean 'enter'"),
        ({"action": "key", "text": "a", "repeat": 101}, "repeat: "),
        ({"action": "scroll", "scroll_amount": 3}, "scroll_direction: is needed"),
        ({"action": "scroll", "scroll_direction": "aside", "scroll_amount": 3}, "scroll_direction: "),
        ({"action": "scroll", "scroll_direction": "up", "scroll_amount": 1000}, "scroll_amount: "),
        ({"action": "wait", "duration": 61}, "duration: "),
        ({"action": "wait", "duration": float("nan")}, "duration: "),
        ({"action": "zoom", "region": [10, 20, 10, 70]}, "region: is no"),
        ({"action": "zoom", "region": [10, 20, 700, 70]}, "region: is no"),
        ({"action": "type", "text": "a", "speed": 3}, "speed: "),
    ],
)
def test_a_wrong_call_is_told_and_nothing_is_done(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(CallError, match=said):
        does(read_call(arguments), SEEN)


def test_a_click_without_a_place_needs_to_know_where_the_pointer_is() -> None:
    lost = Seen(b"", Size(640, 480), None, "none", "")
    with pytest.raises(CallError, match="not known where the pointer is"):
        does(read_call({"action": "left_click"}), lost)
