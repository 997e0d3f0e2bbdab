"""The grid becomes pixels of the very frame, inside it, for any size."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import MalformedCall
from agent.protocol.grounding import call_for, ground, to_grid, to_pixel
from agent.protocol.toolcall import (
    AnswerCall,
    KeyCall,
    PointerCall,
    ScrollCall,
    TerminateCall,
    TypeCall,
    WaitCall,
)
from tests.agent.protocol.actions import PIXELS, SIZES, actions_at
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point, Size

SIZE = Size(1280, 800)


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
        (KeyCall(action="key", keys=("Right",), times=40), Key(keys=("right",), times=40)),
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


@given(PIXELS)
def test_a_pixel_comes_back_from_the_grid(pixel: tuple[Point, Size]) -> None:
    point, size = pixel
    assert to_pixel(to_grid(point, size), size) == point


@pytest.mark.parametrize("size", [Size(1, 1), Size(640, 480), Size(1280, 800), Size(1920, 1080)])
def test_every_pixel_of_a_usual_screen_comes_back(size: Size) -> None:
    """The corner included, which a grid of whole numbers is fine enough for up to 2000 pixels."""
    for x in range(size.width):
        assert to_pixel(to_grid(Point(x, 0), size), size) == (x, 0)
        assert to_pixel(to_grid(Point(x, size.height - 1), size), size) == (x, size.height - 1)
    for y in range(size.height):
        assert to_pixel(to_grid(Point(1 % size.width, y), size), size) == (1 % size.width, y)


@given(SIZES)
def test_in_the_corner_of_a_large_frame_a_pixel_comes_back_as_near_as_whole_numbers_allow(size: Size) -> None:
    for x, y in product(range(1 + size.width // 1000), range(1 + size.height // 1000)):
        point = Point(min(x, size.width - 1), min(y, size.height - 1))
        back = to_pixel(to_grid(point, size), size)
        assert abs(back.x - point.x) <= 1 + size.width / 2000
        assert abs(back.y - point.y) <= 1 + size.height / 2000


@pytest.mark.parametrize(
    ("point", "grid"),
    [((640, 400), (500, 501)), ((1279, 799), (1000, 999)), ((2, 0), (2, 1)), ((1199, 3), (937, 4))],
)
def test_a_grid_point_is_whole_where_a_whole_number_falls_on_the_pixel(
    point: tuple[int, int], grid: tuple[float, float]
) -> None:
    found = to_grid(Point(*point), SIZE)
    assert found == grid
    assert all(isinstance(part, int) for part in found)


def test_a_grid_point_has_as_few_decimals_as_it_needs() -> None:
    assert to_grid(Point(1001, 3), Size(3840, 2160)) == (260.8, 1.6)
    assert to_grid(Point(1001, 2159), Size(12_000, 2160)) == (83.46, 1000)


def test_a_point_outside_the_frame_is_outside_the_grid() -> None:
    assert to_grid(Point(1300, -3), SIZE) == (1016, -3)


@given(PIXELS.flatmap(lambda pixel: st.tuples(actions_at(pixel[0]), st.just(pixel[1]))))
def test_the_call_for_an_action_asks_for_it(done: tuple[Action, Size]) -> None:
    action, size = done
    assert ground(call_for(action, size), size) == action


@pytest.mark.parametrize(
    "action",
    [
        Click(point=Point(1, 2), button="right", count=2),
        Click(point=Point(1, 2), button="middle", count=3),
        Scroll(vertical=1, horizontal=1),
    ],
)
def test_an_action_without_a_call_is_never_made_another(action: Action) -> None:
    with pytest.raises(ValueError, match="no call for this"):
        call_for(action, SIZE)
