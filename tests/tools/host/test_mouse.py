"""The mouse, with a hand-written pyautogui in place of the real one: no display is needed."""

from __future__ import annotations

import time
from contextlib import nullcontext

import pytest

from tools.action import Click, Drag, Move, Scroll
from tools.errors import Refused
from tools.geometry import Point, ScreenPoint
from tools.host.mouse import Mouse
from tools.observation import Monitor


class FakePyautogui:
    """Remembers its calls; a screen of 800x600, the pointer where it was last put."""

    def __init__(self) -> None:
        self.extent = (800, 600)
        self.at = (5, 6)
        self.calls: list[tuple[object, ...]] = []
        self.fault: BaseException | None = None
        self.pressed = self.held = 0.0

    def size(self) -> tuple[int, int]:
        return self.extent

    def position(self) -> tuple[int, int]:
        return self.at

    def moveTo(self, x: int, y: int) -> None:  # noqa: N802  (pyautogui's name)
        self.at = (x, y)
        self.calls.append(("move", x, y))

    def click(self, x: int, y: int, *, clicks: int, interval: float, button: str) -> None:
        self.at = (x, y)
        self.calls.append(("click", x, y, clicks, interval > 0, button))

    def mouseDown(self, *, button: str) -> None:  # noqa: N802
        self.calls.append(("down", button))
        self.pressed = time.monotonic()
        if self.fault is not None:
            raise self.fault

    def mouseUp(self, *, button: str) -> None:  # noqa: N802
        self.calls.append(("up", button))
        self.held = time.monotonic() - self.pressed

    def dragTo(self, x: int, y: int, *, button: str, mouseDownUp: bool) -> None:  # noqa: N802, N803
        assert (button, mouseDownUp) == ("left", False)
        self.at = (x, y)
        self.calls.append(("drag", x, y))

    def vscroll(self, notches: int) -> None:
        self.calls.append(("vertical", notches))

    def hscroll(self, notches: int) -> None:
        self.calls.append(("horizontal", notches))


@pytest.fixture
def fake() -> FakePyautogui:
    return FakePyautogui()


@pytest.fixture
def mouse(fake: FakePyautogui) -> Mouse:
    return Mouse(fake, nullcontext)


def never() -> None:
    raise AssertionError("nothing was pressed")


def test_a_click_goes_to_the_screen_unit_of_its_pixel(fake: FakePyautogui, mouse: Mouse) -> None:
    mouse.perform(Click(point=Point(201, 101)), Monitor(ScreenPoint(10, 20), 2.0), never)
    assert fake.calls == [("move", 110, 70), ("down", "left"), ("up", "left")]
    assert mouse.pointer() == ScreenPoint(110, 70)


def test_a_click_ends_where_it_is_told_to(fake: FakePyautogui, mouse: Mouse) -> None:
    """What was pressed moved from under the pointer; that is where the pointer was put from then on."""
    monitor = Monitor(ScreenPoint(10, 20), 2.0)
    mouse.perform(Click(point=Point(200, 100)), monitor, never, lambda at: Point(at.x, at.y + 40))
    assert fake.calls == [("move", 110, 70), ("down", "left"), ("move", 110, 90), ("up", "left")]
    assert not mouse.taken_over()


def test_where_it_is_told_to_end_off_the_screen_a_click_ends_where_it_began(
    fake: FakePyautogui, mouse: Mouse
) -> None:
    monitor = Monitor(ScreenPoint(0, 0), 1.0)
    mouse.perform(Click(point=Point(200, 100)), monitor, never, lambda at: Point(at.x, at.y + 4000))
    assert fake.calls == [("move", 200, 100), ("down", "left"), ("up", "left")]


def test_a_button_is_held_as_long_as_a_person_holds_it(fake: FakePyautogui, mouse: Mouse) -> None:
    """Let go at once, a button in Swing acts before the field that had the focus has told what it holds."""
    mouse.perform(Click(point=Point(1, 2)), Monitor(), never)
    assert fake.held >= 0.05


def test_a_double_click_is_paced(fake: FakePyautogui, mouse: Mouse) -> None:
    mouse.perform(Click(point=Point(1, 2), count=2, button="right"), Monitor(), never)
    assert fake.calls == [("click", 1, 2, 2, True, "right")]


def test_a_drag_presses_goes_in_steps_and_lets_go(fake: FakePyautogui, mouse: Mouse) -> None:
    mouse.perform(Drag(point=Point(165, 6)), Monitor(), never)
    assert fake.calls[0] == ("down", "left")
    assert fake.calls[1:-1] == [("drag", 5 + 10 * step, 6) for step in range(1, 17)]
    assert fake.calls[-1] == ("up", "left")


def test_the_wheel_is_turned_where_the_pointer_is_or_is_put(fake: FakePyautogui, mouse: Mouse) -> None:
    mouse.perform(Scroll(vertical=-3), Monitor(), never)
    mouse.perform(Scroll(point=Point(40, 50), horizontal=2), Monitor(), never)
    assert fake.calls == [("move", 5, 6), ("vertical", -3), ("move", 40, 50), ("horizontal", 2)]


@pytest.mark.parametrize("point", [Point(800, 5), Point(5, 600), Point(-1, 5)])
def test_a_point_off_the_screen_is_refused_and_nothing_done(
    fake: FakePyautogui, mouse: Mouse, point: Point
) -> None:
    with pytest.raises(Refused, match="off the screen, which is 800x600"):
        mouse.perform(Move(point=point), Monitor(), never)
    assert fake.calls == []


def test_what_fails_in_the_middle_is_released(fake: FakePyautogui, mouse: Mouse) -> None:
    released: list[str] = []
    fake.fault = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        mouse.perform(Click(point=Point(1, 2)), Monitor(), lambda: released.append("all"))
    assert released == ["all"]


def test_a_pointer_that_is_elsewhere_was_moved_by_a_person(fake: FakePyautogui, mouse: Mouse) -> None:
    assert not mouse.taken_over()
    mouse.perform(Move(point=Point(0, 0)), Monitor(), never)
    assert not mouse.taken_over(), "put into the corner by the agent"
    fake.at = (1, 0)
    assert mouse.taken_over()


def test_a_screen_that_shrinks_moves_the_pointer_and_nobody_else_does(
    fake: FakePyautogui, mouse: Mouse
) -> None:
    mouse.perform(Move(point=Point(790, 10)), Monitor(), never)
    fake.extent, fake.at = (640, 480), (639, 10)
    assert not mouse.taken_over()
