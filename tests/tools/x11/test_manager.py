"""A question to the window manager, held to a manager that stands still, and to none."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from xcffib import xproto

from tests.tools.xserver import bare_xserver, wait_until
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


def test_where_none_answers_such_questions_nothing_is_waited_for() -> None:
    with bare_xserver() as display, Root(display) as root:
        root.follow_input()
        assert root.is_passed_on()
