"""Toolkits: how the program of each is started, and whether it can be had here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

_PROGRAM = {"qt5": "qt", "qt6": "qt"}
"""Names of programs that draw two toolkits."""
_PROGRAMS = Path(__file__).parent / "programs"
_SYSTEM = "/usr/bin/python3"
"""Debian's own interpreter has what Debian's packages bring (python3-gi, python3-pyqt5, python3-fltk)."""


def command_of(toolkit: str) -> list[str]:
    """The words that start the program of a toolkit."""
    match toolkit:
        case "tk":
            python = sys.executable
        case "qt6":
            python = os.environ.get("DESKHAND_QT_PYTHON", sys.executable)
        case _:
            python = _SYSTEM
    return [python, "-m", f"training.screens.programs.{_PROGRAM.get(toolkit, toolkit)}"]


_NEEDS = {
    "tk": "import tkinter",
    "qt6": "import PySide6.QtWidgets",
    "qt5": "import PyQt5.QtWidgets",
    "gtk3": "import gi; gi.require_version('Gtk', '3.0')",
    "gtk4": "import gi; gi.require_version('Gtk', '4.0')",
    "fltk": "import fltk",
}


@cache
def is_here(toolkit: str) -> bool:
    """Whether what the program of a toolkit needs is installed."""
    python = command_of(toolkit)[0]
    if not (_PROGRAMS / _PROGRAM.get(toolkit, toolkit)).exists():
        return False
    if shutil.which(python) is None:
        return False
    return not subprocess.run([python, "-c", _NEEDS[toolkit]], capture_output=True, check=False).returncode
