"""What may be done is asked of the guard, and of the windows where any is forbidden."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.agent.fakes import make_frame
from tests.tools.xserver import environment, running, wait_until
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.errors import EnvironmentFault, Refused
from tools.geometry import Box, Point
from tools.guard import Guard, places
from tools.host.permission import Permission, pressed
from tools.observation import Monitor, Observation
from tools.x11.windows import window_titles

if TYPE_CHECKING:
    from tools.action import Action

HERE, THERE = Point(10, 10), Point(90, 90)
SEEN = Observation(make_frame(), pointer=HERE)


def test_a_guard_is_asked_with_the_place_of_the_mouse() -> None:
    with Permission(None, Guard(forbidden=(Box(0, 0, 20, 20),)), ()) as permission:
        permission.check(Click(point=THERE), SEEN)
        for action in (Click(point=HERE), Drag(point=THERE), Scroll(vertical=1)):
            with pytest.raises(Refused, match="forbidden region"):
                permission.check(action, SEEN)


@pytest.mark.parametrize(
    ("action", "found"),
    [
        (Click(point=THERE), (THERE,)),
        (Move(point=THERE), (THERE,)),
        (Drag(point=THERE), (HERE, THERE)),
        (Scroll(vertical=1), (HERE,)),
        (Scroll(point=THERE, vertical=1), (THERE,)),
        (Type(text="x"), ()),
    ],
)
def test_an_action_takes_hold_of_places(action: Action, found: tuple[Point, ...]) -> None:
    assert places(action, HERE) == found
    assert places(action, None) == tuple(place for place in found if place != HERE)


def test_without_forbidden_windows_no_display_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":70")
    with Permission(":59999", None, ()) as permission:
        permission.check_windows(Click(point=HERE), HERE, Monitor())


def test_titles_that_can_not_be_read_are_said_before_anything_is_done() -> None:
    with pytest.raises(EnvironmentFault, match="forbid: windows have titles to go by on X11 alone"):
        Permission(None, None, ["Mail"]).__enter__()


def test_a_forbidden_window_is_neither_clicked_nor_typed_into(xserver: str) -> None:
    command = ["xterm", "-T", "My Mail", "-geometry", "60x20+0+0", "-e", "sleep", "900"]
    with (
        running(command, env=environment(xserver)),
        Permission(xserver, None, ["mail"]) as permission,
    ):
        wait_until(lambda: "My Mail" in window_titles(xserver), lambda: str(window_titles(xserver)))

        def is_refused(action: Action) -> bool:
            try:
                permission.check_windows(action, HERE, Monitor())
            except Refused:
                return True
            return False

        wait_until(lambda: is_refused(Key(keys=("a",))), lambda: "the keyboard")
        assert is_refused(Click(point=Point(60, 90)))
        assert is_refused(Type(text="x"))
        assert not is_refused(Wait(seconds=1))
        assert not is_refused(Click(point=Point(780, 580)))


def test_the_own_terminal_lies_on_the_own_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for other in (":70", "elsewhere:7777"):
        monkeypatch.setenv("DISPLAY", other)
        Permission(":7777", None, ()).__enter__()
    for same in (":7777", ":7777.0", "unix:7777", f"{socket.gethostname()}:7777.0", ""):
        monkeypatch.setenv("DISPLAY", same)
        with pytest.raises(EnvironmentFault, match="no X server answers"):
            Permission(":7777", None, ()).__enter__()


def test_nothing_but_the_window_of_a_confinement_is_acted_on(xserver: str) -> None:
    command = ["xterm", "-T", "My Mail", "-geometry", "60x20+0+0", "-e", "sleep", "900"]
    with (
        running(command, env=environment(xserver)),
        Permission(xserver, None, (), "mail") as mail,
        Permission(xserver, None, (), "editor") as editor,
        Permission(xserver, Guard(within=Box(0, 0, 100, 100)), ()) as here,
        Permission(xserver, Guard(within=Box(700, 500, 100, 100)), ()) as elsewhere,
    ):

        def is_refused(permission: Permission, action: Action) -> bool:
            try:
                permission.check_windows(action, HERE, Monitor())
                if isinstance(action, Key):
                    permission.check_keys(Monitor())
            except Refused:
                return True
            return False

        wait_until(lambda: not is_refused(mail, Key(keys=("a",))), lambda: "the keyboard")
        assert not is_refused(mail, Click(point=Point(60, 90)))
        assert is_refused(mail, Click(point=Point(780, 580)))
        assert not is_refused(mail, Move(point=Point(780, 580)))  # does nothing by itself
        assert is_refused(editor, Key(keys=("a",)))
        assert is_refused(editor, Click(point=Point(60, 90)))
        assert not is_refused(here, Key(keys=("a",)))
        assert is_refused(elsewhere, Type(text="a"))  # no window that has the keyboard lies there
        assert mail.knows_windows
        assert mail.titles(Key(keys=("a",)), HERE, Monitor()) == ()


def test_it_tells_what_windows_are_called(xserver: str) -> None:
    command = ["xterm", "-T", "My Mail", "-geometry", "60x20+0+0", "-e", "sleep", "900"]
    with (
        running(command, env=environment(xserver)),
        Permission(xserver, None, (), tells=True) as permission,
    ):
        wait_until(
            lambda: "My Mail" in permission.titles(Key(keys=("a",)), HERE, Monitor()), lambda: "the keyboard"
        )
        assert "My Mail" in permission.titles(Click(point=Point(60, 90)), None, Monitor())
        assert permission.titles(Click(point=Point(780, 580)), None, Monitor()) == ()
        assert permission.titles(Wait(seconds=1), HERE, Monitor()) == ()
        assert pressed(Type(text="x"))
        assert not pressed(Click(point=HERE))


@pytest.mark.parametrize(("key", "confined"), [("confine", "Mail"), ("rules", None)])
def test_confinements_and_rules_that_need_titles_need_x11(key: str, confined: str | None) -> None:
    with pytest.raises(EnvironmentFault, match=f"{key}: windows have titles to go by on X11 alone; name a"):
        Permission(None, None, (), confined, tells=True).__enter__()
