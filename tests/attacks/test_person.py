"""A person, or the run's time, in the middle of 2,000 characters: at most three more are typed."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import wait_until
from tools.action import Key, Type
from tools.errors import Interrupted, Refused, ScreenChanged
from tools.geometry import Size
from tools.guard import SESSION_CHORDS, Guard
from tools.host.live import LiveDesktop
from tools.host.virtual_display import virtual_display
from tools.keys import _ALIASES, canonical
from tools.x11.device_events import KEY_DOWN, MOTION, DeviceEvents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.x11.device_events import DeviceEvent

MOST = 3
"""Characters that may still come: one is under way, and the next may have been sent."""
LENGTH = 2000
TEXT = Type(text="a" * LENGTH)
PERSON = {
    "moves the mouse": ("mousemove", "700", "500"),
    "moves it by one point": ("mousemove_relative", "1", "0"),
    "goes to the corner": ("mousemove", "0", "0"),
    "holds Ctrl": ("keydown", "Control_L"),
    "holds Shift": ("keydown", "Shift_L"),
    "holds Alt": ("keydown", "Alt_L"),
    "holds Super": ("keydown", "Super_L"),
}
QUICK = {("goes to the corner", 2), ("holds Shift", 4), ("moves the mouse", 14)}
TRIES = list(zip(itertools.cycle(PERSON), range(42)))


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_display(Size(1024, 768)) as name:
        yield name


@pytest.mark.parametrize(
    ("what", "number"),
    [one if one in QUICK else pytest.param(*one, marks=pytest.mark.long) for one in TRIES],
    ids=[f"{what} {number}" for what, number in TRIES],
)
def test_a_person_stops_a_text(display: str, what: str, number: int) -> None:
    at = random.Random(f"person {number}").randrange(20, LENGTH // 2)
    with DeviceEvents(display) as events, LiveDesktop(display) as desktop:
        heard: list[DeviceEvent] = []
        seen = desktop.observe()
        person = Thread(target=act_at, args=(display, events, heard, at, PERSON[what]))
        person.start()
        try:
            with pytest.raises((Interrupted, ScreenChanged), match=rf"after \d+ of {LENGTH} characters"):
                desktop.execute(TEXT, seen)
        finally:
            person.join()
            release(display, what)
    assert at <= len(typed(heard)) < LENGTH
    assert len(typed_after(heard)) <= MOST


@pytest.mark.parametrize(
    "number", [0, *(pytest.param(number, marks=pytest.mark.long) for number in range(1, 8))]
)
def test_the_time_of_the_run_stops_a_text(display: str, number: int) -> None:
    seconds = 1.0 + random.Random(f"time {number}").random()
    with DeviceEvents(display) as events, LiveDesktop(display, until=lambda: over) as desktop:
        over = time.monotonic() + seconds
        seen = desktop.observe()
        with pytest.raises(ScreenChanged, match=rf"the time of the run was over after \d+ of {LENGTH * 50} "):
            desktop.execute(Type(text=TEXT.text * 50), seen)
        heard = events.take()
    assert len([event for event in typed(heard) if event.at > over]) <= MOST


def act_at(
    display: str, events: DeviceEvents, heard: list[DeviceEvent], at: int, words: tuple[str, ...]
) -> None:
    """Be a person who acts when so many keys were pressed; note all that happens on the way and after it."""

    def hear() -> bool:
        heard.extend(events.take())
        return len(typed(heard)) >= at

    wait_until(hear, lambda: f"{at} keys", 600)
    subprocess.run(["xdotool", *words], env=os.environ | {"DISPLAY": display}, check=True)
    still = time.monotonic()
    while time.monotonic() - still < 0.5:  # no key for so long: the typing is over
        new = events.take()
        heard.extend(new)
        still = time.monotonic() if typed(new) else still
        time.sleep(0.01)


def typed(heard: list[DeviceEvent]) -> list[DeviceEvent]:
    """The presses of the letter's key, which is the first key of all."""
    presses = [event for event in heard if event.kind == KEY_DOWN]
    return [event for event in presses if event.detail == A]


A = 38
"""Its keycode (evdev)."""


def typed_after(heard: list[DeviceEvent]) -> list[DeviceEvent]:
    """Those after the person's act."""
    acts = (
        place
        for place, event in enumerate(heard)
        if event.kind == MOTION or (event.kind == KEY_DOWN and event.detail != A)
    )
    return typed(heard[next(acts) :])


def release(display: str, what: str) -> None:
    """The person lets go."""
    _, name = PERSON[what][0], PERSON[what][-1]
    if PERSON[what][0] == "keydown":
        subprocess.run(["xdotool", "keyup", name], env=os.environ | {"DISPLAY": display}, check=True)


KEYPAD = [
    "KP_Delete", "KP_Decimal", "KP_Separator", "KP_Insert", "kpdelete", "kp delete", "numdelete",
    "Num_Del", "KP_F1", "KP_F2", "kpf12", "XF86Switch_VT_1", "Terminate_Server", "KP_BackSpace",
    "kpdel", "numpad_delete",
    "\x7f", "\x08", "keypad delete", "Keypad-Delete", "numpaddecimal", "KP_Begin", "Sys_Req",
]  # fmt: skip
MODIFIERS = [("ctrl", "alt"), ("Control_L", "ISO_Level3_Shift"), ("ctrl", "option")]
FORBIDDEN = sorted({name for chord in SESSION_CHORDS for name in chord} - {"ctrl", "alt"})


@pytest.mark.parametrize("key", KEYPAD)
@pytest.mark.parametrize(
    "modifiers", [("ctrl", "alt"), ("Control_L", "ISO_Level3_Shift"), ("ctrl", "option")]
)
def test_no_name_of_the_keypad_makes_a_forbidden_chord(modifiers: tuple[str, ...], key: str) -> None:
    """It is refused, or presses a key that is none of the chord's."""
    keys = (*modifiers, key)
    try:
        Guard().check(Key(keys=keys), Size(640, 480))
    except Refused:
        return
    pressed = {canonical(name) for name in keys} | {"alt"}
    assert not any(chord <= pressed for chord in SESSION_CHORDS)
    assert canonical(key) not in {name for chord in SESSION_CHORDS for name in chord}


@pytest.mark.parametrize(
    "key", sorted({name for chord in SESSION_CHORDS for name in chord} - {"ctrl", "alt"})
)
def test_every_name_of_a_forbidden_key_is_forbidden(key: str) -> None:
    for name in (key, key.upper(), key.title(), *_ALIASES.get(key, "").split()):
        for alt in ("alt", "altgr", *_ALIASES["alt"].split(), *_ALIASES["altgr"].split()):
            for ctrl in ("ctrl", *_ALIASES["ctrl"].split()):
                with pytest.raises(Refused):
                    Guard().check(Key(keys=(alt, ctrl, name)), Size(640, 480))
