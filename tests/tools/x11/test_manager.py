"""A question to the window manager, held to a manager that stands still, and to none."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

import pytest
from xcffib import xproto

from tests.tools.xserver import bare_xserver, wait_until
from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.virtual_display import served_display
from tools.x11.connection import Connection
from tools.x11.manager import ManagerQuestion
from tools.x11.root import Root

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[str, int]]:
    """A display, and its manager's process."""
    with served_display(Size(300, 200)) as (display, (_, manager)):
        with Connection(display) as connection:
            question = ManagerQuestion(connection)
            wait_until(question.ask, lambda: "the manager to say what it knows")
        with Root(display) as root:
            wait_until(lambda: has_nothing_new(root), lambda: "the manager's own windows")
        yield display, manager.pid


def has_nothing_new(root: Root) -> bool:
    root.follow_input()
    await_passed_on(root)
    return root.moved() == []


@contextmanager
def stopped(process: int) -> Iterator[None]:
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def await_passed_on(root: Root) -> None:
    def is_passed_on() -> bool:
        root.wait(0.01)
        return root.is_passed_on()

    wait_until(is_passed_on, lambda: "the manager's answer")


def test_it_is_answered_each_time(served: tuple[str, int]) -> None:
    display, _ = served
    with Root(display) as root:
        assert root.is_passed_on(), "nothing was asked"
        for _ in range(3):
            root.moved()  # the manager's own, as it starts
            root.follow_input()
            assert not root.is_passed_on(), "as of the last look"
            await_passed_on(root)
        assert root.moved() == [], "no window came or went"


def test_what_a_manager_that_stands_still_was_asked_before_is_no_answer_to_what_it_is_asked_now(
    served: tuple[str, int],
) -> None:
    display, process = served
    with Root(display) as root:
        with stopped(process):
            for _ in range(3):
                root.follow_input()
                root.wait(0.05)
                assert not root.is_passed_on()
            assert root.moved() == [], "our own windows are none"
        await_passed_on(root)


def test_a_manager_that_hangs_is_not_waited_for_for_ever(served: tuple[str, int]) -> None:
    display, process = served
    with Root(display) as root, stopped(process):
        root.follow_input()
        await_passed_on(root)
        root.follow_input()
        assert root.is_passed_on(), "once"


def test_one_that_was_killed_is_not_waited_for() -> None:
    """What it announced stays on the root window."""
    with served_display(Size(300, 200)) as (display, (_, manager)), Root(display) as root:
        os.kill(manager.pid, signal.SIGKILL)
        with Connection(display) as connection:
            wait_until(lambda: not managed_by(connection), lambda: "its windows to go")
        root.follow_input()
        assert root.is_passed_on()


def managed_by(connection: Connection) -> bool:
    """Whether the window is there by which a manager shows that it runs."""
    [window] = connection.read_numbers(connection.root, "_NET_SUPPORTING_WM_CHECK")
    try:
        connection.core.GetGeometry(window).reply()
    except xproto.DrawableError:
        return False
    return True


class LateManager:
    """Announces itself, and answers only when so many questions have come, as openbox at its beginning."""

    def __init__(self, display: str, needed: int) -> None:
        self._display, self._needed = display, needed
        self.asked = 0
        self._over = threading.Event()
        self._began = threading.Event()
        self._thread = threading.Thread(target=self._manage)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._began.wait(60)
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _manage(self) -> None:
        with Connection(self._display) as connection:
            self._announce(connection)
            self._began.set()
            while not self._over.is_set():
                with suppress(xproto.WindowError):  # of a question that was asked again meanwhile
                    self._take(connection)
                connection.await_more(0.01)

    def _take(self, connection: Connection) -> None:
        for event in connection.events():
            if isinstance(event, xproto.ClientMessageEvent):
                self.asked += 1
                if self.asked >= self._needed:
                    connection.write_numbers(event.window, "_NET_FRAME_EXTENTS", (0, 0, 0, 0), "CARDINAL")
                    connection.flush()

    def _announce(self, connection: Connection) -> None:
        root, sign = connection.root, connection.new_id()
        mask = xproto.EventMask.SubstructureRedirect
        connection.core.ChangeWindowAttributes(root, xproto.CW.EventMask, [mask])
        made = (0, sign, root, 0, 0, 1, 1, 0, xproto.WindowClass.InputOutput, 0, 0, [])
        connection.core.CreateWindow(*made)
        question = connection.atom("_NET_REQUEST_FRAME_EXTENTS")
        connection.write_numbers(root, "_NET_SUPPORTED", (question,), "ATOM")
        for window in (sign, root):
            connection.write_numbers(window, "_NET_SUPPORTING_WM_CHECK", (sign,), "WINDOW")
        connection.write_numbers(root, "_NET_NUMBER_OF_DESKTOPS", (1,), "CARDINAL")
        connection.sync()


@pytest.mark.parametrize("needed", [1, 2, 4])
def test_one_that_has_just_begun_is_asked_until_it_answers(needed: int) -> None:
    """Else the first window that a program shows stays with it until anything else happens."""
    with bare_xserver() as display, LateManager(display, needed) as manager, Root(display) as root:
        root.await_window_manager(60)
        assert manager.asked >= needed
        root.moved()
        assert root.is_passed_on(), "the questions that were left open are gone"


def test_one_that_never_begins_is_told() -> None:
    with (
        bare_xserver() as display,
        LateManager(display, 10**6),
        Root(display) as root,
        pytest.raises(EnvironmentFault, match="no window manager announced itself"),
    ):
        root.await_window_manager(0.3)


def test_where_none_answers_such_questions_nothing_is_waited_for() -> None:
    with bare_xserver() as display, Root(display) as root:
        root.follow_input()
        assert root.is_passed_on()
