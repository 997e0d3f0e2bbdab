"""The live desktop: real windows, real mouse and keyboard."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread, Timer
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import server_of, set_mode, wait_until
from tools.action import Click, Key, Move, Type, Wait
from tools.errors import DisplayLost, EnvironmentFault, Interrupted, Refused, ScreenChanged
from tools.geometry import Box, Point, Size
from tools.host.live import LiveDesktop
from tools.host.processes import Program
from tools.host.virtual_display import served_display
from tools.settling.recheck import Grounds
from tools.x11.windows import window_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.observation import Observation

SIZE = Size(800, 600)
COUNTER, LATER, FIELD = Point(300, 170), Point(300, 270), Point(300, 370)
PRIVATE = 'the keyboard belongs to the forbidden window "private"'
WINDOW = Path(__file__).with_name("live_window.py")


class Window:
    """The window under test, through what it says."""

    def __init__(self, log: Path) -> None:
        self._log = log

    @property
    def said(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    def await_words(self, words: str) -> None:
        wait_until(lambda: words in self.said, lambda: f"{words!r}; it said {self.said}")


@pytest.fixture
def served() -> Iterator[tuple[str, int]]:
    """A display, and its window manager's process."""
    with served_display(SIZE) as (name, (_, manager)):
        yield name, manager.pid


@pytest.fixture
def display(served: tuple[str, int]) -> str:
    return served[0]


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Window]:
    log = tmp_path / "said"
    env = {**os.environ, "DISPLAY": display}
    with Program([sys.executable, str(WINDOW), str(log)], output=tmp_path / "output", env=env):
        window = Window(log)
        window.await_words("ready")
        yield window


@pytest.fixture
def desktop(display: str) -> Iterator[LiveDesktop]:
    with LiveDesktop(display, reveal=lambda text: text.replace("${secret.WORD}", "hunter2")) as desktop:
        yield desktop


def look(desktop: LiveDesktop) -> Observation:
    """Once the window has been painted."""
    return wait_until(
        lambda: (seen := desktop.observe()).frame.rgb[FIELD.y, FIELD.x].all() and seen, lambda: "the window"
    )


def shows_dialog(seen: Observation) -> bool:
    return bool((seen.frame.rgb[COUNTER.y, COUNTER.x] == (208, 32, 32)).all())


def test_click_and_what_it_changed(window: Window, desktop: LiveDesktop) -> None:
    seen = look(desktop)
    desktop.execute(Click(point=COUNTER), seen)
    after = desktop.observe()
    window.await_words("pressed 1")
    assert after.settled.quiet
    assert after.settled.changed
    assert after.pointer == COUNTER


def test_a_click_that_waits_at_the_window_manager_is_waited_for(
    window: Window, desktop: LiveDesktop, served: tuple[str, int]
) -> None:
    """As on a busy machine: for longer than a program has to show what was done to it."""
    desktop.execute(Move(point=COUNTER), look(desktop))
    seen = desktop.observe()  # lit up under the pointer
    _, manager = served
    os.kill(manager, signal.SIGSTOP)
    timer = Timer(1.2, os.kill, (manager, signal.SIGCONT))
    timer.start()
    desktop.execute(Click(point=COUNTER), seen)
    assert desktop.observe().settled.changed
    assert "pressed 1" in window.said
    timer.join()


def test_a_key_is_pressed_exactly_as_often_as_asked(window: Window, desktop: LiveDesktop) -> None:
    desktop.execute(Click(point=FIELD), look(desktop))
    desktop.execute(Key(keys=("x",), times=12), desktop.observe())
    window.await_words(f"field {'x' * 12}")
    desktop.execute(Key(keys=("backspace",), times=5), desktop.observe())
    wait_until(lambda: window.said[-1] == f"field {'x' * 7}", lambda: f"7 signs; it said {window.said}")


def test_nothing_is_clicked_or_typed_in_a_forbidden_window(window: Window, display: str) -> None:
    with LiveDesktop(display, forbidden=["LIVE"]) as desktop:
        for action in (Click(point=COUNTER), Type(text="x"), Key(keys=("x",))):
            with pytest.raises(Refused, match='forbidden window "LIVE"'):
                desktop.execute(action, look(desktop))
    assert window.said == ["ready"]


def test_no_key_is_repeated_into_a_window_that_has_become_a_forbidden_one(
    window: Window, display: str
) -> None:
    with LiveDesktop(display, forbidden=["private"]) as desktop:
        desktop.execute(Click(point=FIELD), look(desktop))
        with pytest.raises(ScreenChanged, match=PRIVATE + r".*after \d+ of 100 presses"):
            desktop.execute(Key(keys=("q",), times=100), desktop.observe())
    assert len(window.said[-1]) < 50


@pytest.mark.parametrize("text", ["${secret.WORD}\n", "${secret.WORD}\t", "qqq\n${secret.WORD}" + "q" * 2000])
def test_nothing_is_typed_on_into_a_window_that_has_become_a_forbidden_one(
    window: Window, display: str, text: str
) -> None:
    with LiveDesktop(
        display, forbidden=["private"], reveal=lambda text: text.replace("${secret.WORD}", "qqq")
    ) as desktop:
        desktop.execute(Click(point=FIELD), look(desktop))
        with pytest.raises(ScreenChanged, match=PRIVATE + r".*after \d+ of \d+ characters"):
            desktop.execute(Type(text=text), desktop.observe())
    assert len(window.said[-1]) < 1000
    assert window.said.count("field qqq") == 1 or len(text) > 100


def test_nothing_is_done_in_a_window_that_is_called_otherwise_now(window: Window, display: str) -> None:
    grounds = Grounds(titles=("live",))
    with LiveDesktop(display, tells_titles=True, grounds=lambda: grounds) as desktop:
        first = look(desktop)
        assert desktop.titles(Click(point=FIELD), None) == ("live",)
        desktop.execute(Click(point=FIELD), first)
        desktop.execute(Type(text="qqq"), desktop.observe())
        wait_until(lambda: "private" in window_titles(display), lambda: "its new title")
        with pytest.raises(ScreenChanged, match="the window that it would go to is another one now"):
            desktop.execute(Click(point=COUNTER), desktop.observe())
    assert "pressed 1" not in window.said


def test_nothing_is_done_where_what_it_rests_on_has_changed(window: Window, display: str) -> None:
    """Far off the target, and small."""
    grounds = Grounds()
    with LiveDesktop(display, grounds=lambda: grounds) as desktop:
        desktop.execute(Click(point=FIELD), look(desktop))
        before = desktop.observe()
        desktop.execute(Click(point=COUNTER), before)
        window.await_words("pressed 1")
        desktop.observe()
        grounds = Grounds(boxes=(Box(200, 150, 200, 40),))
        with pytest.raises(ScreenChanged, match="what was read there changed"):
            desktop.execute(Click(point=FIELD), before)


COMES = """
import tkinter
root = tkinter.Tk()
root.title("main")
root.geometry("300x200+100+100")
def come(event):
    root.unbind("<Motion>")
    over = tkinter.Toplevel(root)
    over.title("private")
    over.geometry("300x200+100+100")
    over.bind("<Button>", lambda event: print("pressed", flush=True))
root.bind("<Motion>", come)
root.mainloop()
"""


def test_a_forbidden_window_that_comes_up_under_the_pointer_is_not_clicked(
    display: str, tmp_path: Path
) -> None:
    env = os.environ | {"DISPLAY": display}
    with (
        Program([sys.executable, "-c", COMES], output=tmp_path / "log", env=env) as program,
        LiveDesktop(display, forbidden=["private"]) as desktop,
    ):
        wait_until(lambda: "main" in window_titles(display), lambda: "its window")
        with pytest.raises(Refused, match='forbidden window "private"'):
            desktop.execute(Click(point=Point(250, 200)), desktop.observe())
        assert program.tail() == ""


def test_nothing_is_clicked_on_an_old_picture(window: Window, desktop: LiveDesktop) -> None:
    stale = look(desktop)
    desktop.execute(Click(point=LATER), stale)
    wait_until(lambda: shows_dialog(desktop.observe()), lambda: "the dialog")
    with pytest.raises(ScreenChanged, match=r"surroundings of \(300, 170\) changed.*nothing was done"):
        desktop.execute(Click(point=COUNTER), stale)
    with pytest.raises(ScreenChanged, match="nothing was done"):
        desktop.execute(Key(keys=("enter",)), stale)
    desktop.execute(
        Click(point=Point(300, 350)), desktop.observe()
    )  # beside the dialog: the field has the focus
    assert "clicked through" not in window.said
    assert "pressed 1" not in window.said


def test_late_dialog_is_never_clicked_through(window: Window, desktop: LiveDesktop) -> None:
    desktop.execute(Click(point=LATER), look(desktop))
    dropped = 0
    for _ in range(12):
        seen = desktop.observe()
        if shows_dialog(seen):
            break
        try:
            desktop.execute(Click(point=COUNTER), seen)
        except ScreenChanged:
            dropped += 1
    assert shows_dialog(desktop.observe())
    assert "clicked through" not in window.said


def test_refusals_do_nothing(window: Window, desktop: LiveDesktop) -> None:
    seen = look(desktop)
    for action in (Click(point=Point(800, 10)), Key(keys=("ctrl", "alt", "delete"))):
        with pytest.raises(Refused):
            desktop.execute(action, seen)
    assert window.said == ["ready"]


def test_secret_never_leaves(window: Window, desktop: LiveDesktop) -> None:
    desktop.execute(Click(point=FIELD), look(desktop))
    before = desktop.observe()
    desktop.execute(Type(text="${secret.WORD}\t"), before)
    window.await_words("field hunter2")
    after = desktop.observe()
    differs = (after.frame.rgb != before.frame.rgb).any(axis=2)
    grey = (after.frame.rgb == 128).all(axis=2)
    assert grey.any()
    field = (slice(FIELD.y - 25, FIELD.y + 25), slice(105, 400))
    assert (grey | ~differs)[field].all()
    desktop.execute(Move(point=Point(700, 500)), after)
    assert (desktop.observe().frame.rgb == 128).all(axis=2)[grey].all()


def test_what_a_censor_finds_is_hidden_in_that_frame_and_can_be_acted_beside(
    window: Window, display: str
) -> None:
    found: list[Box] = [Box(110, FIELD.y - 10, 200, 20)]
    with LiveDesktop(display, censor=lambda _frame, _boxes: found) as desktop:
        seen = look(desktop)
        assert (seen.frame.rgb[found[0].slices] == 128).all()
        desktop.execute(Click(point=COUNTER), seen)
        window.await_words("pressed 1")
        found.clear()
        assert not (desktop.observe().frame.rgb[FIELD.y, 110:310] == 128).all()


def test_person_who_takes_the_mouse_stops_it(window: Window, desktop: LiveDesktop, display: str) -> None:
    seen = look(desktop)
    subprocess.run(["xdotool", "mousemove", "700", "500"], env={**os.environ, "DISPLAY": display}, check=True)
    with pytest.raises(Interrupted):
        desktop.execute(Click(point=COUNTER), seen)
    assert window.said == ["ready"]


def test_person_who_takes_the_mouse_stops_a_text_between_two_keys(
    window: Window, desktop: LiveDesktop, display: str
) -> None:
    desktop.execute(Click(point=FIELD), look(desktop))
    seen = desktop.observe()

    def take() -> None:
        window.await_words("field aaaaaaaaaa")
        subprocess.run(
            ["xdotool", "mousemove", "700", "500"], env={**os.environ, "DISPLAY": display}, check=True
        )

    person = Thread(target=take)
    person.start()
    with pytest.raises(Interrupted, match=r"moved by someone else after \d+ of 9000 characters"):
        desktop.execute(Type(text="a" * 9000), seen)
    person.join()


def test_a_text_is_typed_no_further_than_the_time_of_the_run(window: Window, display: str) -> None:
    with LiveDesktop(display, until=lambda: 0.0) as desktop:
        desktop.execute(Click(point=FIELD), look(desktop))
        with pytest.raises(ScreenChanged, match="the time of the run was over after 0 of 3 characters"):
            desktop.execute(Type(text="abc"), desktop.observe())
    assert window.said == ["ready"]


def test_a_key_is_repeated_and_waited_no_longer_than_the_time_of_the_run(
    window: Window, display: str
) -> None:
    with LiveDesktop(display, until=lambda: 0.0) as desktop:
        desktop.execute(Click(point=FIELD), look(desktop))
        with pytest.raises(ScreenChanged, match="the time of the run was over after 1 of 1000 presses"):
            desktop.execute(Key(keys=("x",), times=1000), desktop.observe())
        desktop.execute(Wait(seconds=60), desktop.observe())
        assert desktop.observe().settled.seconds < 50


def test_wait_goes_on_when_something_happens(desktop: LiveDesktop, display: str) -> None:
    before = desktop.observe()
    env = {**os.environ, "DISPLAY": display}
    desktop.execute(Wait(seconds=30), before)
    with subprocess.Popen(["sh", "-c", "sleep 0.5; xsetroot -solid white"], env=env):
        seen = desktop.observe()
    assert seen.settled.seconds < 25
    assert (seen.frame.rgb[0, 0] == 255).all()


def test_changed_resolution_drops_the_decision_and_goes_on(
    window: Window, desktop: LiveDesktop, display: str
) -> None:
    seen = look(desktop)
    set_mode(display, Size(640, 480))
    with pytest.raises(ScreenChanged, match="size changed to 640x480"):
        desktop.execute(Click(point=COUNTER), seen)
    seen = desktop.observe()
    assert seen.frame.size == Size(640, 480)
    desktop.execute(Click(point=COUNTER), seen)
    window.await_words("pressed 1")


def test_second_agent_is_refused(desktop: LiveDesktop, display: str) -> None:
    with pytest.raises(EnvironmentFault, match="another agent"), LiveDesktop(display):
        pass
    assert desktop.observe().frame.size == SIZE


def test_server_killed_in_mid_run(display: str) -> None:
    with LiveDesktop(display) as desktop:
        seen = desktop.observe()
        server = server_of(display)
        server.kill()
        server.wait()
        with pytest.raises(DisplayLost):
            desktop.observe()
        with pytest.raises(DisplayLost):
            desktop.execute(Click(point=COUNTER), seen)


def test_server_stopped_in_mid_run(display: str) -> None:
    server = server_of(display)
    with LiveDesktop(display, patience=1) as desktop:
        seen = desktop.observe()
        server.send_signal(signal.SIGSTOP)
        with pytest.raises(DisplayLost, match="has not answered for 1 s"):
            desktop.execute(Click(point=COUNTER), seen)
    server.send_signal(signal.SIGCONT)
