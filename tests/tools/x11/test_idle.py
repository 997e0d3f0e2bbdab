"""Whether a program has handled what it was sent, by whether it waits for more."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import environment, running, wait_until
from tools.x11.connection import Connection
from tools.x11.idle import await_idle

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

TEXT_BOX = Path(__file__).parents[1] / "host" / "programs" / "tk_text.py"
HANGS = 180.0
"""Seconds after which what is waited for has failed to come."""


@pytest.fixture
def program(xserver: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Tk program that has the keyboard."""
    held = tmp_path / "held"
    command = [sys.executable, str(TEXT_BOX), str(held), str(tmp_path / "seen")]
    with running(command, env=environment(xserver)) as program:
        wait_until(held.exists, lambda: "Tk")
        yield program


@pytest.fixture
def connection(xserver: str) -> Iterator[Connection]:
    with Connection(xserver) as connection:
        yield connection


def test_a_program_that_waits_for_events_has_handled_all(
    program: subprocess.Popen[bytes], connection: Connection
) -> None:
    assert await_idle(connection, HANGS)


def test_one_that_was_stopped_has_not(program: subprocess.Popen[bytes], connection: Connection) -> None:
    program.send_signal(signal.SIGSTOP)
    assert await_idle(connection, 0.3) is False
    program.send_signal(signal.SIGCONT)
    assert await_idle(connection, HANGS)


def test_where_nobody_has_the_keyboard_it_can_not_be_told(xserver: str, connection: Connection) -> None:
    connection.core.SetInputFocus(0, 0, 0)
    assert await_idle(connection, HANGS) is None
