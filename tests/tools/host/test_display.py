"""Which display a task runs on."""

from __future__ import annotations

import pytest

from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.display import Display, check_host_display, host_display, open_display
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display

SMALL = Size(320, 240)


def test_a_virtual_display_has_the_size_that_is_asked_for() -> None:
    with open_display("virtual", SMALL) as display, Screen(display.name) as screen:
        assert screen.size == SMALL


def test_a_display_may_be_named() -> None:
    with open_display(":987", SMALL) as display:
        assert display.name == ":987"
        with pytest.raises(EnvironmentFault, match="':987'"):
            display.window_titles()


def test_where_there_are_no_x_displays_no_titles_are_known() -> None:
    assert Display(None).window_titles() == ()


def test_wayland_is_refused_with_what_to_do() -> None:
    for env in ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}):
        with pytest.raises(EnvironmentFault, match=r"Wayland.*--display virtual"):
            host_display(env)


def test_unset_and_dead_displays() -> None:
    with pytest.raises(EnvironmentFault, match="DISPLAY is not set"):
        check_host_display({})
    with pytest.raises(EnvironmentFault, match=r"can't open display :987.*set DISPLAY"):
        check_host_display({"DISPLAY": ":987"})


def test_living_display() -> None:
    with virtual_display(SMALL) as display:
        assert check_host_display({"DISPLAY": display}) == display
