"""The grid becomes pixels of the very frame, inside it, for any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.grounding import ground, to_grid, to_pixel
from agent.protocol.toolcall import (
    AnswerCall,
    KeyCall,
    PointerCall,
    ScrollCall,
    TerminateCall,
    TypeCall,
    WaitCall,
)
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point, Size

SIZE = Size(1280, 800)
SIZES = st.builds(Size, st.integers(1, 8000), st.integers(1, 8000))


def pointer(action: str) -> PointerCall:
    return PointerCall.model_validate({"action": action, "coordinate": [500, 250]})


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (pointer("mouse_move"), Move(point=Point(640, 200))),
        (pointer("left_click"), Click(point=Point(640, 200))),
        (pointer("right_click"), Click(point=Point(640, 200), button="right")),
        (pointer("middle_click"), Click(point=Point(640, 200), button="middle")),
        (pointer("double_click"), Click(point=Point(640, 200), count=2)),
        (pointer("triple_click"), Click(point=Point(640, 200), count=3)),
        (pointer("left_click_drag"), Drag(point=Point(640, 200))),
        (KeyCall(action="key", keys=("Control", "S")), Key(keys=("ctrl", "s"))),
        (TypeCall(action="type", text="a\nb"), Type(text="a\nb")),
        (WaitCall(action="wait", time=1.5), Wait(seconds=1.5)),
        (ScrollCall(action="scroll", pixels=-100), Scroll(vertical=-2)),
        (ScrollCall(action="scroll", pixels=-5), Scroll(vertical=-1)),
        (ScrollCall(action="scroll", pixels=0), Scroll()),
        (ScrollCall(action="scroll", pixels=9999), Scroll(vertical=100)),
        (ScrollCall(action="hscroll", pixels=50, coordinate=(0, 0)), Scroll(point=Point(0, 0), horizontal=1)),
    ],
)
def test_every_call_has_its_action(call: object, expected: object) -> None:
    assert ground(call, SIZE) == expected  # type: ignore[arg-type]  # parametrised over the union


def test_an_unknown_key_is_the_models_slip() -> None:
    with pytest.raises(MalformedCall, match="contrl"):
        ground(KeyCall(action="key", keys=("contrl", "s")), SIZE)


@pytest.mark.parametrize(
    "call", [AnswerCall(action="answer", text="x"), TerminateCall(action="terminate", status="success")]
)
def test_what_ends_an_episode_is_no_action(call: AnswerCall | TerminateCall) -> None:
    with pytest.raises(TypeError):
        ground(call, SIZE)


def test_the_far_edge_is_the_last_pixel() -> None:
    assert to_pixel((1000, 1000), SIZE) == Point(1279, 799)
    assert to_pixel((0, 0), SIZE) == Point(0, 0)


@given(SIZES, st.floats(0, 1000), st.floats(0, 1000))
def test_a_grid_point_always_falls_on_a_pixel(size: Size, x: float, y: float) -> None:
    assert size.contains(to_pixel((x, y), size))


@given(SIZES, st.data())
def test_a_pixel_comes_back_from_the_grid_as_near_as_the_grid_allows(size: Size, data: st.DataObject) -> None:
    point = Point(data.draw(st.integers(0, size.width - 1)), data.draw(st.integers(0, size.height - 1)))
    back = to_pixel(to_grid(point, size), size)
    assert abs(back.x - point.x) <= 1 + size.width / 2000
    assert abs(back.y - point.y) <= 1 + size.height / 2000
