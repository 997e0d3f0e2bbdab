"""What the server tells of mouse and keyboard."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import bare_xserver, environment, wait_until
from tools.errors import DisplayLost, EnvironmentFault
from tools.x11.connection import Connection
from tools.x11.device_events import BUTTON_DOWN, BUTTON_UP, KEY_DOWN, MOTION, REMAP, DeviceEvent, DeviceEvents
from tools.x11.keys import keymap
from tools.x11.keys.keysyms import of_character

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def events(xserver: str) -> Iterator[DeviceEvents]:
    with DeviceEvents(xserver) as events:
        yield events


def heard(events: DeviceEvents, last: Callable[[DeviceEvent], bool]) -> list[DeviceEvent]:
    """What was heard, up to the event that is waited for."""
    found: list[DeviceEvent] = []

    def is_there() -> bool:
        found.extend(events.take())
        return any(last(event) for event in found)

    wait_until(is_there, lambda: f"the last event, after {found}")
    return found


def test_presses_have_their_place_their_time_and_their_modifiers(xserver: str, events: DeviceEvents) -> None:
    began = time.monotonic()
    command = ["xdotool", "mousemove", "30", "40", "keydown", "ctrl", "click", "3", "keyup", "ctrl"]
    subprocess.run(command, env=environment(xserver), check=True)
    found = heard(events, lambda event: event.kind == BUTTON_UP)
    assert (30, 40) in [event.place for event in found if event.kind == MOTION]
    [press] = [event for event in found if event.kind == BUTTON_DOWN]
    assert (press.detail, press.place, press.state & 4) == (3, (30, 40), 4)
    assert began - 0.1 <= press.at <= time.monotonic()
    assert press.keys is None


def test_a_key_comes_with_the_map_that_it_was_pressed_under(xserver: str, events: DeviceEvents) -> None:
    subprocess.run(["xdotool", "key", "a"], env=environment(xserver), check=True)
    [press] = [event for event in heard(events, lambda one: one.kind == KEY_DOWN) if event.kind == KEY_DOWN]
    assert press.keys is not None
    assert press.keys.raw == events.keys_at_start.raw
    assert press.keys.keymap().symbol(press.detail, 0) == ord("a")


def test_a_new_meaning_of_a_key_is_heard(xserver: str, events: DeviceEvents) -> None:
    symbol = of_character("東")
    with Connection(xserver) as connection:
        keymap.use(connection)
        spare = keymap.read(connection, None)[1].spares[0]
        keymap.bind(connection, spare, symbol)
        connection.sync()
        found = heard(events, lambda event: event.kind == REMAP)
        keymap.bind(connection, spare, None)
        connection.sync()
    [remap] = [event for event in found if event.kind == REMAP]
    assert (remap.detail, remap.symbols[0]) == (spare, (symbol, symbol))


def test_a_server_that_goes_away_is_lost() -> None:
    with bare_xserver() as display:
        events = DeviceEvents(display)

    def is_lost() -> bool:
        try:
            events.take()
        except DisplayLost:
            return True
        return False

    wait_until(is_lost, lambda: "the loss to be noticed")
    with pytest.raises(DisplayLost):
        events.close()


def test_a_display_that_is_not_there() -> None:
    with pytest.raises(EnvironmentFault, match="':987'"):
        DeviceEvents(":987")
