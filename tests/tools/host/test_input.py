"""Mouse and keyboard on a real screen, seen by a program that logs what reaches it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.host.receivers import RECEIVERS, read
from tests.tools.xserver import SIZE, bare_xserver, environment, wait_until
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.errors import DisplayLost, EnvironmentFault, Refused
from tools.geometry import Point, ScreenPoint
from tools.host.input import Input
from tools.observation import Monitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INSIDE = Point(300, 350)
"""On the canvas of tk_text."""
THERE = Point(500, 450)
MONITOR = Monitor()


class Program:
    """The program and what it saw."""

    def __init__(self, hands: Input, log: Path) -> None:
        self._hands = hands
        self._log = log

    def sees(self, *actions: Action, last: str) -> list[str]:
        """Perform the actions; what the program saw of them, up to the line that begins with `last`."""
        self._log.write_text("")
        for action in actions:
            self._hands.perform(action, MONITOR)
        wait_until(lambda: last in read(self._log), lambda: f"{last!r} in {read(self._log)!r}")
        return read(self._log).splitlines()


@pytest.fixture
def program(xserver: str, hands: Input, tmp_path: Path) -> Iterator[Program]:
    with RECEIVERS["tk"](xserver, tmp_path):
        yield Program(hands, tmp_path / "seen.txt")


@pytest.mark.parametrize(("button", "number"), [("left", 1), ("middle", 2), ("right", 3)])
def test_click(program: Program, button: str, number: int) -> None:
    seen = program.sees(Click(point=INSIDE, button=button), last="release")
    assert [line for line in seen if line != "drag 300 350"] == [
        f"press {number} 300 350",
        f"release {number} 300 350",
    ]


def test_double_click(program: Program) -> None:
    seen = program.sees(Click(point=INSIDE, count=2), last="double")
    assert seen.count("press 1 300 350") == 1
    assert "triple" not in seen


def test_triple_click(program: Program) -> None:
    assert "double" in program.sees(Click(point=INSIDE, count=3), last="triple")


def test_drag_goes_from_the_pointer_to_the_point(program: Program) -> None:
    seen = program.sees(Move(point=INSIDE), Drag(point=THERE), last="release")
    assert seen[0] == "press 1 300 350"
    assert seen[-1] == "release 1 500 450"
    assert len([line for line in seen if line.startswith("drag")]) > 3


@pytest.mark.parametrize(
    ("scroll", "direction"),
    [
        (Scroll(point=INSIDE, vertical=3), "up"),
        (Scroll(point=INSIDE, vertical=-3), "down"),
        (Scroll(point=INSIDE, horizontal=3), "right"),
        (Scroll(point=INSIDE, horizontal=-3), "left"),
    ],
)
def test_scroll(program: Program, scroll: Scroll, direction: str) -> None:
    end = Click(point=INSIDE, button="right")
    seen = program.sees(scroll, end, last="release 3")
    assert [line.split()[1] for line in seen if line.startswith("press")] == [direction] * 3 + ["3"]


def test_scroll_without_a_point_stays_where_the_pointer_is(program: Program, hands: Input) -> None:
    assert "press down 300 350" in program.sees(Move(point=INSIDE), Scroll(vertical=-1), last="press down")
    assert hands.pointer() == INSIDE


@pytest.mark.parametrize("layout", ["us", "de", "fr", "ru"], indirect=True)
@pytest.mark.parametrize(
    ("keys", "symbol"),
    [
        (("ctrl", "s"), "s 0x4"),
        (("Control", "Shift", "Z"), "Z 0x5"),
        (("alt", "F5"), "F5 0x8"),
        (("page_down",), "Next 0x0"),
        (("shift", "tab"), "ISO_Left_Tab 0x1"),
    ],
)
def test_chords_are_the_keys_under_any_layout(
    program: Program, layout: str, keys: tuple[str, ...], symbol: str
) -> None:
    assert program.sees(Key(keys=keys), last=symbol)[-1] == f"key {symbol}"


@pytest.mark.parametrize(
    ("layout", "state"), [("us", "0x5"), ("de", "0x4"), ("fr", "0x5")], indirect=["layout"]
)
def test_a_chord_holds_what_its_key_needs(program: Program, layout: str, state: str) -> None:
    assert program.sees(Key(keys=("ctrl", "plus")), last="plus")[-1] == f"key plus {state}"


def test_an_unknown_key_is_refused_before_any_is_pressed(hands: Input) -> None:
    with pytest.raises(Refused, match="no key is called 'entre'"):
        hands.perform(Key(keys=("ctrl", "entre")), MONITOR)


def test_frame_pixels_become_screen_units(hands: Input) -> None:
    hands.perform(Move(point=Point(201, 100)), Monitor(origin=ScreenPoint(10, 20), scale=2.0))
    assert hands.pointer() == ScreenPoint(110, 70)


@pytest.mark.parametrize("point", [Point(SIZE[0], 5), Point(5, SIZE[1]), Point(-1, 5)])
@pytest.mark.parametrize("kind", [Move, Click, Drag, Scroll])
def test_a_point_off_the_screen_is_refused_and_nothing_moves(hands: Input, kind: type, point: Point) -> None:
    hands.perform(Move(point=INSIDE), MONITOR)
    with pytest.raises(Refused, match="off the screen, which is 1024x768"):
        hands.perform(kind(point=point), MONITOR)
    assert hands.pointer() == INSIDE


def test_waiting_is_not_done_with_hands(hands: Input) -> None:
    with pytest.raises(TypeError, match="can't perform Wait"):
        hands.perform(Wait(seconds=1), MONITOR)


def test_secrets_are_filled_in_at_the_keyboard(xserver: str, tmp_path: Path) -> None:
    with (
        Input(xserver, lambda text: text.replace("${secret.P}", "pässword")) as hands,
        RECEIVERS["tk"](xserver, tmp_path) as finish,
    ):
        hands.perform(Type(text="<${secret.P}>"), MONITOR)
        assert finish(hands, 10) == "<pässword>"


def test_a_person_who_moves_the_mouse_has_taken_over(xserver: str, hands: Input) -> None:
    hands.perform(Move(point=INSIDE), MONITOR)
    assert not hands.taken_over()
    subprocess.run(["xdotool", "mousemove", "0", "0"], env=environment(xserver), check=True)
    assert hands.taken_over()
    hands.perform(Move(point=Point(0, 0)), MONITOR)
    assert not hands.taken_over()  # put into the corner by us


def test_what_an_ended_program_left_pressed_is_released(xserver: str, program: Program) -> None:
    subprocess.run(["xdotool", "keydown", "ctrl", "mousedown", "1"], env=environment(xserver), check=True)
    with Input(xserver):
        seen = program.sees(Key(keys=("a",)), last="a")
    assert seen[-1] == "key a 0x0"


def test_two_displays_in_one_process(xserver: str, hands: Input) -> None:
    with bare_xserver((640, 480)) as other, Input(other) as others:
        others.perform(Move(point=Point(11, 12)), MONITOR)
        hands.perform(Move(point=Point(1000, 700)), MONITOR)
        assert (others.pointer(), hands.pointer()) == (Point(11, 12), Point(1000, 700))
        with pytest.raises(Refused, match="640x480"):
            others.perform(Move(point=Point(1000, 700)), MONITOR)


def shrink(display: str) -> None:
    """Make the screen 800x600."""
    mode = "small 38.25 800 832 912 1024 600 603 607 624"
    for change in (f"--newmode {mode}", "--addmode screen small", "--output screen --mode small"):
        subprocess.run(["xrandr", "-d", display, *change.split()], check=True)


def test_the_screen_is_as_large_as_it_is_now() -> None:
    with bare_xserver() as display, Input(display) as hands:
        hands.perform(Move(point=Point(1000, 700)), MONITOR)
        shrink(display)
        assert not hands.taken_over()
        with pytest.raises(Refused, match="800x600"):
            hands.perform(Move(point=Point(1000, 700)), MONITOR)
        hands.perform(Move(point=Point(700, 500)), MONITOR)
        assert hands.pointer() == Point(700, 500)


@pytest.mark.parametrize(
    "action", [Type(text="a"), Key(keys=("a",)), Click(point=INSIDE), Scroll(vertical=1)]
)
def test_a_display_that_goes_away_is_lost(action: Action) -> None:
    with bare_xserver() as display:
        hands = Input(display)
    for act in (lambda: hands.perform(action, MONITOR), hands.taken_over, hands.release):
        with pytest.raises(DisplayLost, match=f"{display}.*went away"):
            act()
    hands.close()


def test_a_display_that_is_not_there() -> None:
    with pytest.raises(EnvironmentFault, match="no X server answers"):
        Input(":987")
