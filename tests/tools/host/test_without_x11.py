"""What Windows and macOS do without: here in a process that can import no library of X11 or of Unix."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for package in ("agent", "tools")
    for path in (ROOT / package).rglob("*.py")
    if "x11" not in path.parts
    and not path.stem.startswith("__")
    and not path.is_relative_to(ROOT / "agent/models/qwen")
)
MISSING = ("xcffib", "Xlib", "fcntl", "termios", "grp", "tty", "pty")
WITHOUT = f"import sys; sys.modules.update(dict.fromkeys({MISSING!r}))\n"
SDK = "import mcp.server.mcpserver\n"
"""Imports `fcntl` wherever it takes the machine for one that has it, so it is imported before none is."""


def run_without_x11(script: str, before: str = "", **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", before + WITHOUT + script],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **env},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_is_imported_without_what_only_linux_has() -> None:
    run_without_x11(
        f"from importlib import import_module\nfor name in {MODULES!r}: import_module(name)\n"
        "assert not any(name.startswith('tools.x11') for name in sys.modules)",
        before=SDK,
    )


def test_a_screen_without_events_of_its_own_is_watched_by_looking(xserver: str) -> None:
    said = run_without_x11(
        "import time\n"
        "from tools.host.watched import WatchedScreen\n"
        "screen = WatchedScreen(None)\n"
        "screen.settle.begin(time.monotonic())\n"
        "frame, known = screen.await_rest()\n"
        "assert (screen.moved(newest=True), known) == ([], False)\n"
        "frame, known = screen.await_rest(lambda frame: True)\n"
        "screen.close()\n"
        "print(*frame.size, known)",
        DISPLAY=xserver,
    )
    assert said == "1024 768 True\n"
