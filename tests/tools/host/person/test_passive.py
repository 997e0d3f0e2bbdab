"""A desktop on which a person acts, xdotool in their place."""

from __future__ import annotations

import subprocess

import pytest

from tests.tools.xserver import environment, wait_until
from tools.action import Click, Wait
from tools.errors import EnvironmentFault
from tools.geometry import Box, Point
from tools.host.person.events import ButtonDown, Event
from tools.host.person.passive import PassiveDesktop
from tools.host.redactions import Redactions


def test_it_hears_what_is_done_and_shows_where_the_pointer_is(xserver: str) -> None:
    with PassiveDesktop(xserver) as desktop:
        command = ["xdotool", "mousemove", "300", "200", "click", "1"]
        subprocess.run(command, env=environment(xserver), check=True)
        heard: list[Event] = []

        def is_pressed() -> bool:
            heard.extend(desktop.heard())
            return any(isinstance(event, ButtonDown) for event in heard)

        wait_until(is_pressed, lambda: f"the press, of {heard}")
        assert [event.point for event in heard if isinstance(event, ButtonDown)] == [Point(300, 200)]
        seen = desktop.observe()
        assert seen.pointer == Point(300, 200)
        assert seen.frame is desktop.last


def test_what_is_to_be_hidden_is_so_only_in_what_leaves_it(xserver: str) -> None:
    redactions = Redactions(lambda _frame, _regions: [Box(100, 10, 50, 50)])
    redactions.add([Box(10, 10, 50, 50)])
    with PassiveDesktop(xserver, redactions=redactions) as desktop:
        seen = desktop.observe()
        assert (seen.frame.rgb[10:60, 10:60] == 128).all()
        assert (seen.frame.rgb[10:60, 100:150] == 128).all()
        assert not (desktop.last.rgb[10:60, 10:60] == 128).all()


def test_it_does_nothing(xserver: str) -> None:
    with PassiveDesktop(xserver) as desktop:
        seen = desktop.observe()
        desktop.execute(Click(point=Point(5, 5)), seen)
        assert desktop.observe().pointer == seen.pointer


def test_a_system_without_x_displays_is_refused() -> None:
    with pytest.raises(EnvironmentFault, match="only on an X display"):
        PassiveDesktop(None)


def test_a_wait_is_waited_for_by_the_next_look(xserver: str) -> None:
    with PassiveDesktop(xserver) as desktop:
        seen = desktop.observe()
        desktop.execute(Wait(seconds=0.4), seen)
        assert desktop.observe().settled.seconds >= 0.4
