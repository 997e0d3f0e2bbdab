"""What the typing rests on: the map, the locks, the spare keys, and nothing left pressed."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest
import xcffib.xkb
from xcffib import xproto

from tests.tools.host.receivers import RECEIVERS
from tests.tools.xserver import bare_xserver, environment, wait_until
from tools.action import Type
from tools.errors import BrokenOff, Refused, ScreenChanged
from tools.observation import Monitor
from tools.x11.connection import Connection
from tools.x11.keys import keymap
from tools.x11.keys.keyboard import X11Keyboard
from tools.x11.keys.strokes import Strokes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tools.host.input import Input


@pytest.fixture
def keyboard(xserver: str) -> Iterator[X11Keyboard]:
    keyboard = X11Keyboard(xserver)
    yield keyboard
    keyboard.close()


def pressed(display: str) -> int:
    """The keys that are down, a bit each."""
    with Connection(display) as connection:
        return int.from_bytes(bytes(connection.core.QueryKeymap().reply().keys), "little")


def locked(display: str) -> int:
    """The modifiers that are locked."""
    with Connection(display) as connection:
        xkb = keymap.use(connection)
        return xkb.GetState(int(xcffib.xkb.ID.UseCoreKbd)).reply().lockedMods


def spares(display: str) -> tuple[int, int]:
    """How many keys are spare, and how many of them hold a symbol."""
    with Connection(display) as connection:
        keymap.use(connection)
        _, known = keymap.read(connection, None)
        return len(known.spares), len(known.bound)


def test_nothing_is_typed_of_a_text_that_no_key_types(keyboard: X11Keyboard) -> None:
    with pytest.raises(Refused, match=r"U\+001B"):
        keyboard.type("abc\x1b")


@pytest.mark.parametrize("layout", ["us", "de", "fr"], indirect=True)
@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_locks_do_not_change_the_text_and_stay_on(
    layout: str, lock: str, xserver: str, hands: Input, tmp_path: Path
) -> None:
    press_lock = ["xdotool", "key", lock]
    assert locked(xserver) == 0, "left on by another test"
    subprocess.run(press_lock, env=environment(xserver), check=True)
    try:
        before = wait_until(lambda: locked(xserver), lambda: lock)
        with RECEIVERS["xterm"](xserver, tmp_path) as finish:
            hands.perform(Type(text="Straße 1 €"), Monitor())
            assert finish(hands, 10) == "Straße 1 €"
        assert locked(xserver) == before
    finally:
        subprocess.run(press_lock, env=environment(xserver), check=True)


OTHERS = {
    "Caps Lock": (["xdotool", "key", "Caps_Lock"], ["xdotool", "key", "Caps_Lock"]),
    "Num Lock": (["xdotool", "key", "Num_Lock"], ["xdotool", "key", "Num_Lock"]),
    "another layout": (["setxkbmap", "de"], ["setxkbmap", "us"]),
    "another group": (["xdotool", "key", "ISO_Next_Group"], ["setxkbmap", "us"]),
    "a key of its own": (["xmodmap", "-e", "keycode 38 = b B"], ["setxkbmap", "us"]),
}
"""What somebody else does to the keyboard, and how it is made good."""


@pytest.mark.parametrize("at", [1, 7, 40], ids=lambda at: f"after {at}")
@pytest.mark.parametrize("what", OTHERS)
def test_a_lock_or_layout_that_somebody_changes_breaks_the_text_off(
    xserver: str, keyboard: X11Keyboard, what: str, at: int
) -> None:
    change, make_good = OTHERS[what]
    subprocess.run(["setxkbmap", "us,ru" if "group" in what else "us"], env=environment(xserver), check=True)

    def go_on(done: int, _of: int) -> None:
        if done == at - 1:
            subprocess.run(change, env=environment(xserver), check=True)

    keyboard.type("y")  # with another layout first, the key after a test's own change is as any
    try:
        with pytest.raises(
            BrokenOff, match=f"layout or a lock was changed.* after {at - 1} of 40 characters"
        ):
            keyboard.type("az" * 20, go_on)
        keyboard.type("az" * 20)
    finally:
        subprocess.run(make_good, env=environment(xserver), check=True)
    assert locked(xserver) == 0


def test_a_lock_that_is_switched_with_the_last_key_is_noticed(xserver: str, keyboard: X11Keyboard) -> None:
    keyboard._strokes = Switching(keyboard._connection)
    keyboard._strokes.act = lambda: subprocess.run(
        OTHERS["Caps Lock"][0], env=environment(xserver), check=True
    )
    try:
        with pytest.raises(BrokenOff, match="maybe before the last key after 1 of 1 characters"):
            keyboard.type("a")
    finally:
        subprocess.run(OTHERS["Caps Lock"][1], env=environment(xserver), check=True)


@pytest.mark.parametrize("layout", ["us,ru"], indirect=True)
@pytest.mark.usefixtures("layout")
def test_a_latched_layout_is_not_for_our_keys(xserver: str, hands: Input, tmp_path: Path) -> None:
    with RECEIVERS["tk"](xserver, tmp_path) as finish, Connection(xserver) as connection:
        keymap.use(connection).LatchLockState(int(xcffib.xkb.ID.UseCoreKbd), 0, 0, 0, 0, 0, 1, 1)
        connection.sync()
        hands.perform(Type(text="abc"), Monitor())
        assert finish(hands, 3) == "abc"


class Switching(Strokes):
    """Strokes of a keyboard at which somebody acts with each key."""

    act: Callable[[], object]

    def note(self, codes: Iterable[int]) -> None:
        super().note(codes)
        self.act()


class HeldUp(Strokes):
    """Strokes of a process that loses the processor after each press, as on a busy machine."""

    def note(self, codes: Iterable[int]) -> None:
        super().note(codes)
        time.sleep(1.5)  # the server repeats a key that is down for longer than 0.66 s


@pytest.mark.parametrize("act", [lambda keys: keys.type("a"), lambda keys: keys.press(["ctrl", "a"])])
def test_a_key_is_not_repeated_when_this_process_is_held_up(act: Callable[[X11Keyboard], None]) -> None:
    with bare_xserver() as display, Connection(display) as connection:
        subprocess.run(["xset", "-display", display, "r", "on"], check=True)
        window = connection.new_id()
        connection.core.CreateWindow(
            0, window, connection.root, 0, 0, 9, 9, 0, 1, 0, xproto.CW.EventMask, [xproto.EventMask.KeyPress]
        )
        connection.core.MapWindow(window)
        connection.core.SetInputFocus(xproto.InputFocus.PointerRoot, window, xproto.Time.CurrentTime)
        connection.sync()
        keyboard = X11Keyboard(display)
        keyboard._strokes = HeldUp(keyboard._connection)
        act(keyboard)
        connection.sync()
        pressed = [event.detail for event in connection.events() if isinstance(event, xproto.KeyPressEvent)]
        keyboard.close()
    assert pressed
    assert len(pressed) == len(set(pressed))


@pytest.mark.parametrize(("at", "arrives"), [(3, {0: 3}), (2, {0: 2}), (4, {0: 4}), (None, {0: 5})], ids=str)
def test_not_even_enter_leads_a_text_on_to_another_window(at: int | None, arrives: dict[int, int]) -> None:
    with bare_xserver() as display, Connection(display) as connection:
        windows, listening = [connection.new_id(), connection.new_id()], xproto.EventMask.KeyPress
        for window in windows:
            place = connection.root, 0, 0, 9, 9, 0, 1, 0
            connection.core.CreateWindow(0, window, *place, xproto.CW.EventMask, [listening])
            connection.core.MapWindow(window)

        def give_keyboard(number: int) -> None:
            connection.core.SetInputFocus(0, windows[number], xproto.Time.CurrentTime)
            connection.sync()

        def go_on(done: int, _of: int) -> None:
            if done == at:
                give_keyboard(1)

        give_keyboard(0)
        keyboard = X11Keyboard(display)
        with nullcontext() if at is None else pytest.raises(ScreenChanged, match=f"after {at} of 5"):
            keyboard.type("ab\ncd", go_on)
        keyboard.close()
        connection.sync()
        presses = [one for one in connection.events() if isinstance(one, xproto.KeyPressEvent)]
    assert Counter(windows.index(one.event) for one in presses) == arrives


def interrupted_after(seconds: float, act: Callable[[], None]) -> None:
    """Do it, and have Ctrl-C pressed meanwhile."""
    timer = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))

    def begin() -> None:
        timer.start()
        act()

    with pytest.raises(KeyboardInterrupt):
        begin()
    timer.join()


def test_an_interrupt_at_any_moment_leaves_nothing_pressed(keyboard: X11Keyboard, xserver: str) -> None:
    for turn in range(60):
        interrupted_after(0.02 + turn * 0.00037, lambda: keyboard.type("HALLO" * 1000))
        assert pressed(xserver) == 0, f"interrupt {turn}"


def test_an_interrupt_during_a_chord_leaves_nothing_pressed(keyboard: X11Keyboard, xserver: str) -> None:
    def press_for_ever() -> None:
        while True:
            keyboard.press(["ctrl", "shift", "k"])

    for turn in range(30):
        interrupted_after(0.02 + turn * 0.00037, press_for_ever)
        assert pressed(xserver) == 0, f"interrupt {turn}"


def test_an_interrupt_at_any_moment_leaves_the_locks_as_they_were(
    keyboard: X11Keyboard, xserver: str
) -> None:
    press_lock = ["xdotool", "key", "Caps_Lock"]
    subprocess.run(press_lock, env=environment(xserver), check=True)
    try:
        before = wait_until(lambda: locked(xserver), lambda: "Caps Lock")
        for turn in range(30):
            interrupted_after(0.02 + turn * 0.00037, lambda: keyboard.type("a" * 1000))
            assert locked(xserver) == before, f"interrupt {turn}"
    finally:
        subprocess.run(press_lock, env=environment(xserver), check=True)


def test_spare_keys_are_empty_again_after_closing(xserver: str) -> None:
    before = spares(xserver)
    keyboard = X11Keyboard(xserver)
    keyboard.type("東京Ł")
    assert spares(xserver) == (before[0], 3)
    keyboard.close()
    assert spares(xserver) == before == (before[0], 0)


def test_what_a_killed_agent_left_on_spare_keys_is_used_and_cleared() -> None:
    with bare_xserver() as display:
        killed = X11Keyboard(display)
        killed.type("東京")
        killed._connection.close()
        count, bound = spares(display)
        assert bound == 2
        following = X11Keyboard(display)
        following.type("".join(map(chr, range(0x4E00, 0x4E00 + count))))
        assert spares(display) == (count, count)
        following.close()
        assert spares(display) == (count, 0)


def test_the_layout_may_change_between_two_texts(xserver: str, hands: Input, tmp_path: Path) -> None:
    with RECEIVERS["gtk"](xserver, tmp_path) as finish:
        for layout in ("us", "de", "fr", "us"):
            subprocess.run(["setxkbmap", "-display", xserver, "-layout", layout], check=True)
            hands.perform(Type(text="@<z^~"), Monitor())
        assert finish(hands, 20) == "@<z^~" * 4


@contextmanager
def locker(connection: Connection, *, unseen: bool) -> Iterator[None]:
    """A program that grabs the keyboard, as one that locks the screen, or as a menu."""
    window, kind = connection.new_id(), xproto.WindowClass.InputOnly if unseen else 1
    place = connection.root, 0, 0, 800, 600, 0
    connection.core.CreateWindow(0, window, *place, kind, 0, xproto.CW.OverrideRedirect, [1])
    connection.core.MapWindow(window)
    connection.core.GrabKeyboard(0, window, xproto.Time.CurrentTime, 1, 1).reply()
    yield
    connection.core.DestroyWindow(window)
    connection.sync()


def test_keys_that_another_program_takes_break_the_text_off(xserver: str, keyboard: X11Keyboard) -> None:
    with Connection(xserver) as other, ExitStack() as locked:

        def go_on(done: int, _of: int) -> None:
            if done == 3:
                locked.enter_context(locker(other, unseen=True))

        with pytest.raises(BrokenOff, match="another program has taken all keys for itself after 3 of 20"):
            keyboard.type("x" * 20, go_on)
        with pytest.raises(BrokenOff, match="taken all keys for itself after 0 of 2"):
            keyboard.type("ab")
        with pytest.raises(ScreenChanged, match="nothing was pressed"):
            keyboard.press(["a"])


def test_a_menu_may_take_all_keys(xserver: str, keyboard: X11Keyboard) -> None:
    with Connection(xserver) as other, locker(other, unseen=False):
        keyboard.type("ab")
        keyboard.press(["escape"])


def test_no_key_goes_to_a_window_on_another_screen() -> None:
    with bare_xserver(screens=2) as display, Connection(display) as connection:
        window = connection.new_id()
        connection.core.CreateWindow(0, window, connection.root, 0, 0, 9, 9, 0, 1, 0, 0, [])
        connection.core.MapWindow(window)
        connection.core.SetInputFocus(0, window, xproto.Time.CurrentTime)
        connection.sync()
        for screen, met in (
            (".0", nullcontext()),
            (".1", pytest.raises(BrokenOff, match="on another screen")),
        ):
            keyboard = X11Keyboard(f"{display}{screen}")
            with met:
                keyboard.type("a")
            keyboard.close()
