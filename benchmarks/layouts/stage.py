"""Stage: draws a form on a virtual display, and says where its fields are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.layouts.html_form import MARK, page
from tools.geometry import Box, Size
from tools.host.processes import Program
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.layouts.plans import Cell, Plan
    from tools.observation import Frame

_FOLDER = Path(__file__).parent
_TOLD_SECONDS, _STILL = 40.0, 5
"""That a form may take to say where its fields are; looks in a row that show the same."""
_KEYS = ("row", "column", "kind", "text", "name", "width", "hint", "state", "align")
_GAP, _APART = 6, 8
_SYSTEM_PYTHON = "/usr/bin/python3"
"""It has Debian's python3-gi; an environment has not."""


def toolkits() -> dict[str, tuple[str, ...]]:
    """The toolkits that can be had here, each with its themes."""
    found: dict[str, tuple[str, ...]] = {"tk": ("plain", "clam", "alt")}
    if _runs(_qt_python(), "import PySide6.QtWidgets"):
        found["qt"] = ("Fusion", "Fusion-dark", "Windows")
    if _runs(_SYSTEM_PYTHON, "import gi; gi.require_version('Gtk', '3.0')"):
        found["gtk"] = ("Adwaita", "Adwaita:dark")
    if shutil.which("javac"):
        found["swing"] = ("Metal", "Nimbus")
    if shutil.which("chromium"):
        found["html"] = ("white", "grey", "filled", "rounded", "dark", "lighter")
    return found


@contextmanager
def displays() -> Iterator[str]:
    """A display large enough for three times the size."""
    with virtual_display(Size(2560, 1600)) as display:
        yield display


def draw(display: str, plan: Plan, toolkit: str, theme: str, scale: int) -> tuple[Frame, list[Cell]]:
    """A picture of the form, and its fields and buttons, each with its `box` in frame pixels."""
    with tempfile.TemporaryDirectory() as name, Screen(display) as screen:
        folder = Path(name)
        command = _command(folder, plan, toolkit, theme, scale)
        env = {**os.environ, "DISPLAY": display, "HOME": name, "XDG_CONFIG_HOME": name}
        output = folder / "said"
        with Program(command, output=output, env=env) as program:
            told = _told(program, output)
            frame = _still(screen)
    if toolkit == "html":
        at = np.argwhere((frame.bgrx[:, :, :3] == MARK[::-1]).all(axis=2)).min(axis=0)
        told = [[index, box[0] + at[1], box[1] + at[0], *box[2:]] for index, *box in told]
    if toolkit in ("html", "swing"):
        told = [{**plan["cells"][index], "box": box} for index, *box in told]
    return frame, [{**cell, "box": Box(*map(round, cell["box"]))} for cell in told]


def _command(folder: Path, plan: Plan, toolkit: str, theme: str, scale: int) -> list[str]:
    words = [json.dumps(plan), str(scale), theme]
    match toolkit:
        case "tk":
            return [sys.executable, str(_FOLDER / "tk_form.py"), *words]
        case "qt":
            return [_qt_python(), str(_FOLDER / "qt_form.py"), *words]
        case "gtk":
            return [_SYSTEM_PYTHON, str(_FOLDER / "gtk_form.py"), *words]
        case "swing":
            cells = [str(cell.get(key, "")) for cell in plan["cells"] for key in _KEYS]
            gap, apart = plan.get("gap", _GAP), plan.get("apart", _APART)
            ui = f"-Dsun.java2d.uiScale={scale}"
            return [
                "java",
                ui,
                "-cp",
                _swing_classes(),
                "SwingForm",
                str(scale),
                theme,
                str(gap),
                str(apart),
                *cells,
            ]
    file = folder / "form.html"
    file.write_text(page(plan, theme))
    flags = (
        "--no-sandbox --disable-gpu --no-first-run --test-type --disable-sync --password-store=basic "
        f"--enable-logging=stderr --force-device-scale-factor={scale} --window-position=40,30 "
        "--window-size=840,520"
    )
    return ["chromium", *flags.split(), f"--user-data-dir={folder / 'profile'}", f"--app=file://{file}"]


def _told(program: Program, output: Path) -> list[Any]:
    """What the form printed: the first line with a list of its fields."""
    deadline = time.monotonic() + _TOLD_SECONDS
    while time.monotonic() < deadline:
        program.check()
        for line in output.read_text(errors="replace").splitlines():
            start = line.find("[[" if "boxes [[" in line else "[")
            if line.startswith(("[{", "[[")) or "boxes [[" in line:
                try:
                    found, _ = json.JSONDecoder().raw_decode(line[start:])
                except ValueError:
                    continue  # half a line
                return list(found)
        time.sleep(0.05)
    raise TimeoutError(f"the form told nothing: {program.tail()}")


def _still(screen: Screen) -> Frame:
    last, alike = screen.grab(), 0
    while alike < _STILL:
        time.sleep(0.05)
        frame = screen.grab()
        alike = alike + 1 if np.array_equal(frame.words, last.words) else 0
        last = frame
    return last


@cache
def _swing_classes() -> str:
    folder = tempfile.mkdtemp(prefix="deskhand-swing-")
    subprocess.run(["javac", "-d", folder, str(_FOLDER / "SwingForm.java")], check=True)
    return folder


def _qt_python() -> str:
    """The interpreter that has PySide6: this one, or the one named in the environment."""
    return os.environ.get("DESKHAND_QT_PYTHON", sys.executable)


def _runs(python: str, code: str) -> bool:
    return (
        shutil.which(python) is not None
        and not subprocess.run([python, "-c", code], capture_output=True, check=False).returncode
    )
