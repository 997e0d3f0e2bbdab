"""Pings, answered or not by a program written for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.answering import program
from tests.tools.xserver import bare_xserver
from tools.x11.connection import Connection
from tools.x11.ping import await_answer, unanswered
from tools.x11.windows import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def display() -> Iterator[str]:
    """Without a window manager: nobody takes the keyboard away."""
    with bare_xserver() as display:
        yield display


def test_a_program_that_answers_has_read_its_events(display: str) -> None:
    protocols = ("WM_DELETE_WINDOW", "_NET_WM_PING")
    with program(display, protocols=protocols, answers=True), Connection(display) as connection:
        assert await_answer(connection, 20)


def test_one_that_is_busy_is_waited_for_no_longer_than_said(display: str) -> None:
    with (
        program(display, protocols=("_NET_WM_PING",), answers=False),
        Connection(display) as connection,
    ):
        began = time.monotonic()
        assert await_answer(connection, 0.2) is False
        assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize("protocols", [(), ("WM_DELETE_WINDOW",)])
def test_one_that_answers_no_pings_is_not_waited_for(display: str, protocols: tuple[str, ...]) -> None:
    with program(display, protocols=protocols, answers=True), Connection(display) as connection:
        began = time.monotonic()
        assert await_answer(connection, 60) is None
        assert time.monotonic() - began < 30


def test_where_nobody_has_the_keyboard_nobody_is_asked(display: str) -> None:
    with Connection(display) as connection:
        assert await_answer(connection, 60) is None


class AskedLate(Connection):
    """Is told of a window that has closed since."""

    def focus(self) -> int:
        return 0x600001


def test_a_window_that_closes_meanwhile_is_not_asked(display: str) -> None:
    with AskedLate(display) as connection:
        assert await_answer(connection, 60) is None


@pytest.mark.parametrize(
    ("protocols", "answers", "silent"),
    [
        pytest.param(("_NET_WM_PING",), True, (), id="one that answers"),
        pytest.param(("_NET_WM_PING",), False, ("order",), id="one that hangs"),
        pytest.param(("WM_DELETE_WINDOW",), False, (), id="one of which it can't be told"),
    ],
)
def test_all_managed_windows_are_asked(
    display: str,
    protocols: tuple[str, ...],
    answers: bool,  # noqa: FBT001
    silent: tuple[str, ...],
) -> None:
    with program(display, protocols=protocols, answers=answers), Connection(display) as connection:
        window = visible(connection)[-1]
        connection.write(window, "WM_NAME", b"order")
        connection.write_numbers(connection.root, "_NET_CLIENT_LIST", (window,), "WINDOW")
        connection.sync()
        assert unanswered(display, 60 if answers else 0.3) == silent


def test_where_there_are_no_windows_all_answer(display: str) -> None:
    assert unanswered(display, 60) == ()
