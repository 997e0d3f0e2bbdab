"""Toolkits: how the program of each is started, and whether it can be had here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from typing import NamedTuple

_SYSTEM = "/usr/bin/python3"
"""Debian's own interpreter has what Debian's packages bring (python3-gi, python3-pyqt5, python3-fltk)."""


class Kit(NamedTuple):
    """The program of a toolkit."""

    python: str
    """The interpreter that it runs in."""
    program: tuple[str, ...]
    """Its name in `training.screens.programs`, and its arguments."""
    needs: str
    """What can be run where all that it needs is installed."""
    scales: bool = False
    """Whether one process draws windows of any scale."""


def _bundled(library: str) -> str:
    """What runs where a web library's page was built in the cache folder."""
    page = f"os.environ['TRAINING_CACHE'] + '/{library}.html'"
    return f"import os, shutil; assert shutil.which('chromium'); os.stat({page})"


KITS = {
    "tk": Kit(sys.executable, ("tk",), "import tkinter"),
    "qt6": Kit(os.environ.get("DESKHAND_QT_PYTHON", sys.executable), ("qt",), "import PySide6.QtWidgets"),
    "qt5": Kit(_SYSTEM, ("qt",), "import PyQt5.QtWidgets"),
    "gtk3": Kit(_SYSTEM, ("gtk", "3"), "import gi; gi.require_version('Gtk', '3.0')"),
    "gtk4": Kit(_SYSTEM, ("gtk", "4"), "import gi; gi.require_version('Gtk', '4.0')"),
    "fltk": Kit(_SYSTEM, ("fltk",), "import fltk"),
    "swing": Kit(sys.executable, ("swing",), "import shutil; assert shutil.which('javac')"),
    "web": Kit(sys.executable, ("web",), "import shutil; assert shutil.which('chromium')", scales=True),
    **{
        name: Kit(sys.executable, ("web",), _bundled(name), scales=True)
        for name in ("bootstrap", "mui", "antd", "mantine")
    },
}


def command_of(toolkit: str) -> list[str]:
    """The words that start the program of a toolkit."""
    kit = KITS[toolkit]
    name, *arguments = kit.program
    return [kit.python, "-m", f"training.screens.programs.{name}", *arguments]


@cache
def is_here(toolkit: str) -> bool:
    """Whether what the program of a toolkit needs is installed."""
    kit = KITS[toolkit]
    if shutil.which(kit.python) is None:
        return False
    return not subprocess.run([kit.python, "-c", kit.needs], capture_output=True, check=False).returncode
