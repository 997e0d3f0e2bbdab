"""Cost of reading a frame: whole, on a busy machine, with one field changed, and unchanged."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import cv2
import numpy as np

from benchmarks.row import Row
from tools.geometry import Box
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from tools.observation import COLOR, Frame, bounds
from tools.see.ocr import ScreenReader
from tools.see.shapes.widgets import find_widgets
from training.screens.grounds import noise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.see.scene import Scene

_FORM = Path(__file__).parent.parent / "tasks" / "apps" / "customer_form.py"
_FASTER = 5
"""Times that reading one changed field is faster than reading everything."""
_UNCHANGED = 1.0
"""Milliseconds for a frame that shows what the last one showed."""
_SHAPES = 60.0
"""Milliseconds to find the widgets of a frame."""
_PHOTOGRAPHS = {"bright": 1.0, "dark": 0.3}
"""Pictures with the grain of a photograph behind the window, and what they let through."""
_BEFORE = 3
"""Times that reading everything before one may take longer than before one colour."""
_LOADS = (2, 4, 8)
"""Busy programs beside which a frame is read."""
_SLOWER = 6
"""Times that reading everything beside them may take longer than on the idle machine."""
_BUSY = """
import os
parent = os.getppid()
while os.getppid() == parent:
    for _ in range(100_000):
        pass
"""
"""A program that keeps a core busy, and ends with this one at the latest."""
_RUNS = 5
_ONE_LINE = 24
"""Pixels; a label that fits into a field."""
_INK = 128
"""Grey below which a pixel is a letter's."""


def run() -> list[Row]:
    frame = _form()
    whole, reader = median(_whole(frame) for _ in range(_RUNS)), ScreenReader()
    scene = reader.read(frame)
    same = median(_milliseconds(reader, Frame(frame.bgrx.copy())) for _ in range(_RUNS))
    changed = median(_milliseconds(reader, _with_text(scene, index)) for index in range(_RUNS))
    shapes = median(_widgets(Frame(frame.bgrx.copy())) for _ in range(_RUNS))
    everything = f"reading it all {whole:.0f} ms"
    return [
        _row(
            "reading, one field changed",
            changed,
            everything,
            whole,
            f"{_FASTER} times faster",
            whole / _FASTER,
        ),
        _row("reading, nothing changed", same, everything, whole, "1 ms or less", _UNCHANGED),
        _row("finding widgets, 1280x800", shapes, everything, whole, "60 ms or less", _SHAPES),
        *_before_photographs(frame, whole),
        *_under_load(frame),
    ]


def _before_photographs(frame: Frame, whole: float) -> list[Row]:
    """A row for each; what of it has the shape of letters is not read."""
    return [
        _row(
            f"reading it all, before a {name} photograph",
            median(_whole(_before(frame, share)) for _ in range(_RUNS)),
            f"before one colour {whole:.0f} ms",
            whole,
            f"at most {_BEFORE} times as long",
            whole * _BEFORE,
        )
        for name, share in _PHOTOGRAPHS.items()
    ]


def _before(frame: Frame, share: float) -> Frame:
    """The window of a frame, which is black around it, before a photograph's grain."""
    window = bounds(frame.words & COLOR != 0)
    assert window is not None
    ground = np.clip(noise(1) * share, 0, 255).astype(np.uint8)
    pixels = cv2.cvtColor(cv2.resize(ground, frame.size), cv2.COLOR_BGR2BGRA)
    pixels[window.slices] = frame.bgrx[window.slices]
    return Frame(np.asarray(pixels, np.uint8))


def _under_load(frame: Frame) -> list[Row]:
    """A row for each load. The loads take turns: what else the machine does meets them all alike."""
    took: dict[int, list[float]] = {load: [] for load in (0, *_LOADS)}
    for _ in range(_RUNS):
        for load, times in took.items():
            with _busy(load):
                times.append(_whole(frame))
    idle = median(took[0])
    against = f"idle {idle:.0f} ms, the shortest {min(took[0]):.0f} ms"
    return [
        _row(
            f"reading it all, {load} busy programs",
            median(took[load]),
            against,
            idle,
            f"at most {_SLOWER} times as long",
            idle * _SLOWER,
        )
        for load in _LOADS
    ]


@contextmanager
def _busy(count: int) -> Iterator[None]:
    """Programs that each keep a core busy while the block runs."""
    with ExitStack() as stack:
        for _ in range(count):
            program = stack.enter_context(subprocess.Popen([sys.executable, "-c", _BUSY]))
            stack.callback(program.kill)
        yield


def _row(name: str, value: float, baseline: str, whole: float, aim: str, most: float) -> Row:
    return Row(name, value, "ms", baseline, value / whole, aim, value <= most)


def _form() -> Frame:
    """The customer form, once it is drawn."""
    with tempfile.TemporaryDirectory() as folder, virtual_display() as display, Screen(display) as screen:
        command = [sys.executable, str(_FORM), "--db", f"{folder}/x.db"]
        program = subprocess.Popen([*command], env={"DISPLAY": display, "PATH": "/usr/bin:/bin"})
        try:
            while not any(widget.kind == "field" for widget in find_widgets(screen.grab())):
                time.sleep(0.05)
            return screen.grab()
        finally:
            program.kill()
            program.wait()


def _whole(frame: Frame) -> float:
    """A first look, by a reader that has its models and has seen nothing."""
    reader = ScreenReader()
    reader.read_box(Frame(np.zeros((40, 40, 4), np.uint8)), Box(0, 0, 40, 40))
    return _milliseconds(reader, frame)


def _milliseconds(reader: ScreenReader, frame: Frame) -> float:
    began = time.perf_counter()
    reader.read(frame)
    return (time.perf_counter() - began) * 1000


def _widgets(frame: Frame) -> float:
    began = time.perf_counter()
    find_widgets(frame)
    return (time.perf_counter() - began) * 1000


def _with_text(scene: Scene, index: int) -> Frame:
    """The frame with a label's letters in its first field, each time another label's."""
    words = [line.box for line in scene.lines if len(line.text) > 1 and line.text.isalpha()]
    label = [box for box in words if box.height <= _ONE_LINE][index]
    field = next(widget.box for widget in scene.widgets if widget.kind == "field")
    pixels = scene.frame.bgrx.copy()
    target = Box(field.left + 6, field.center.y - label.height // 2, label.width, label.height)
    pixels[target.slices][scene.frame.gray[label.slices] < _INK] = 0
    assert (pixels != scene.frame.bgrx).any(), f"nothing was drawn of the label at {label}"
    return Frame(pixels)
