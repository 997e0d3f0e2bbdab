"""A person's mouse and keyboard, xdotool in their place, as the listener tells of them."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import environment, wait_until
from tools.action import Click, Drag, Key, Scroll, Type
from tools.geometry import Point
from tools.host.person.events import ButtonDown, ButtonUp, KeyDown
from tools.host.person.gestures import Gestures
from tools.observation import Monitor
from tools.x11.listening import Listener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.action import Action
    from tools.host.person.events import Event


@pytest.fixture
def listener(xserver: str) -> Iterator[Listener]:
    with Listener(xserver) as listener:
        yield listener


def did(listener: Listener, display: str, *commands: str) -> list[Action]:
    """What xdotool's commands come to; the last thing it does is a press of Escape."""
    for command in (commands, ("key", "Escape")):
        subprocess.run(["xdotool", *command], env=environment(display), check=True)
    events: list[Event] = []

    def escaped() -> bool:
        events.extend(listener.take(Monitor()))
        return any(isinstance(event, KeyDown) and event.name == "escape" for event in events)

    wait_until(escaped, lambda: f"Escape after {events}")
    taking = Gestures()
    made = [gesture.action for event in events for gesture in taking.feed(event)] + [
        gesture.action for gesture in taking.finish()
    ]
    assert made[-1] == Key(keys=("escape",))
    return made[:-1]


def test_clicks_drags_and_the_wheel(listener: Listener, xserver: str) -> None:
    double = ["mousemove", "40", "50", "click", "--repeat", "2", "--delay", "50", "1"]
    right, drag = (
        ["mousemove", "60", "70", "click", "3"],
        ["mousedown", "1", "mousemove", "90", "75", "mouseup", "1"],
    )
    made = did(listener, xserver, *double, *right, *drag, "click", "--repeat", "3", "5")
    assert made == [
        Click(point=Point(40, 50), count=2),
        Click(point=Point(60, 70), button="right"),
        Drag(point=Point(90, 75)),
        Scroll(point=Point(90, 75), vertical=-3),
    ]


def test_text_arrives_as_it_was_typed_whatever_the_layout_lacks(listener: Listener, xserver: str) -> None:
    text = "Zoë Łuk \N{EN DASH} 東 “q” ~x€"
    assert did(listener, xserver, "type", text) == [Type(text=text)]


def test_chords_named_keys_and_the_number_pad(listener: Listener, xserver: str) -> None:
    made = did(
        listener,
        xserver,
        "key",
        "ctrl+shift+s",
        "shift+Tab",
        "KP_Enter",
        "ctrl+plus",
        "XF86AudioMute",
        "KP_5",
    )
    assert made == [
        Key(keys=("ctrl", "shift", "s")),
        Key(keys=("shift", "tab")),
        Key(keys=("enter",)),
        Key(keys=("ctrl", "shift", "=")),
        Type(text="5"),
    ]


@pytest.mark.parametrize("layout", ["de"], indirect=True)
def test_levels_and_dead_keys_of_a_layout(listener: Listener, xserver: str, layout: str) -> None:
    del layout
    made = did(
        listener,
        xserver,
        *["key", "y", "shift+7", "ISO_Level3_Shift+q", "dead_acute", "e", "dead_circumflex", "space", "z"],
    )
    assert made == [Type(text="y/@é^z")]


def test_times_are_in_order_and_windows_are_told(listener: Listener, xserver: str) -> None:
    subprocess.run(["xdotool", "mousemove", "5", "5", "click", "1"], env=environment(xserver), check=True)
    events: list[Event] = []
    wait_until(
        lambda: events.extend(listener.take(Monitor())) or any(isinstance(e, ButtonUp) for e in events),
        lambda: "a click",
    )
    assert [event.at for event in events] == sorted(event.at for event in events)
    assert [event.window for event in events if isinstance(event, ButtonDown)] == [0], "the bare root window"
