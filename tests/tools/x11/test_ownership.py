"""One agent at a time on a display."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

import pytest

from tests.tools.xserver import wait_until
from tools.errors import EnvironmentFault
from tools.x11.ownership import Ownership

HOLD = """
import sys, time
from tools.x11.ownership import Ownership
held = Ownership(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""


def test_the_second_agent_is_told_who_holds_the_display(xserver: str) -> None:
    with (
        Ownership(xserver),
        pytest.raises(EnvironmentFault, match=rf"process {os.getpid()}, .* display {xserver}"),
    ):
        Ownership(xserver)


def test_it_is_free_again_afterwards(xserver: str) -> None:
    with Ownership(xserver):
        pass
    with Ownership(xserver):
        pass


def test_a_killed_agent_holds_nothing(xserver: str) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, xserver], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(EnvironmentFault, match=f"process {holder.pid},"):
            Ownership(xserver)
        holder.kill()

    def is_free() -> bool:
        with suppress(EnvironmentFault), Ownership(xserver):
            return True
        return False

    wait_until(is_free, lambda: "the killed agent's display")


def test_a_display_that_is_not_there() -> None:
    with pytest.raises(EnvironmentFault, match="no X server answers at display ':987'"):
        Ownership(":987")
