"""Fixtures for the tests that need a real screen, mouse and keyboard."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.xserver import bare_xserver, environment, running, wait_until, window_manager_is_ready
from tools.host.input import Input

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def xserver() -> Iterator[str]:
    """The name of a display with openbox, shared by the whole session: leave it as it was found."""
    with (
        bare_xserver() as display,
        running(["openbox", "--sm-disable"], env=environment(display), stderr=subprocess.DEVNULL),
    ):
        wait_until(lambda: window_manager_is_ready(display), lambda: "openbox")
        yield display


@pytest.fixture
def hands(xserver: str) -> Iterator[Input]:
    """Mouse and keyboard of the shared display."""
    with Input(xserver) as hands:
        yield hands


@pytest.fixture
def layout(request: pytest.FixtureRequest, xserver: str) -> Iterator[str]:
    """A keyboard layout, given by indirect parameter; `us` again afterwards."""
    set_layout = ["setxkbmap", "-display", xserver, "-layout"]
    subprocess.run([*set_layout, request.param], check=True)
    yield request.param
    subprocess.run([*set_layout, "us"], check=True)
