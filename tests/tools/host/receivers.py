"""Programs of four toolkits that text is typed into.

Each starts its program and yields a function that ends the input and returns what the program received.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tools.xserver import environment, focused_title, running, wait_for_window, wait_until
from tools.action import Key
from tools.observation import Monitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tools.host.input import Input

PROGRAMS = Path(__file__).parent / "programs"


@contextmanager
def tk(display: str, folder: Path) -> Iterator[Callable[[Input, int], str]]:
    held = folder / "held.txt"
    command = [sys.executable, str(PROGRAMS / "tk_text.py"), str(held), str(folder / "seen.txt")]
    with running(command, env=environment(display)):
        wait_until(held.exists, lambda: f"Tk; the focus is on {focused_title(display)!r}")

        def finish(_input: Input, length: int) -> str:
            return await_text(held, length)

        yield finish


@contextmanager
def gtk(display: str, folder: Path) -> Iterator[Callable[[Input, int], str]]:
    with running(
        ["zenity", "--entry", "--title=zenity"], env=environment(display), stdout=subprocess.PIPE
    ) as program:
        wait_for_window(display, "zenity")

        def finish(keys: Input, _length: int) -> str:
            keys.perform(Key(keys=("enter",)), Monitor())
            return program.communicate(timeout=180)[0].decode().removesuffix("\n")

        yield finish


@contextmanager
def qt(display: str, folder: Path) -> Iterator[Callable[[Input, int], str]]:
    held = folder / "held.txt"
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    held.touch()
    with running(["featherpad", "--standalone", str(held)], env=environment(display) | home):
        wait_for_window(display, "held.txt")

        def finish(keys: Input, length: int) -> str:
            keys.perform(Key(keys=("ctrl", "s")), Monitor())
            return await_text(held, length).removesuffix("\n")

        yield finish


@contextmanager
def xterm(display: str, folder: Path) -> Iterator[Callable[[Input, int], str]]:
    held = folder / "held.txt"
    command = [
        "xterm",
        "-u8",
        "-fa",
        "DejaVu Sans Mono",
        "-T",
        "xterm",
        "-e",
        "sh",
        "-c",
        'cat > "$0"; mv "$0" "$1"',
        str(folder / "part"),
        str(held),
    ]
    with running(command, env=environment(display)):
        wait_for_window(display, "xterm")

        def finish(keys: Input, _length: int) -> str:
            keys.perform(Key(keys=("enter",)), Monitor())
            keys.perform(Key(keys=("ctrl", "d")), Monitor())
            wait_until(held.exists, lambda: "the file written in xterm")
            return held.read_text("utf-8").removesuffix("\n")

        yield finish


def read(held: Path) -> str:
    """What is in the file; nothing while there is none."""
    return held.read_text("utf-8") if held.exists() else ""


def await_text(held: Path, length: int) -> str:
    """What is in the file once there is that much of it."""
    wait_until(lambda: len(read(held)) >= length, lambda: f"{length} characters in place of {read(held)!r}")
    return read(held)


RECEIVERS = {"tk": tk, "gtk": gtk, "qt": qt, "xterm": xterm}
