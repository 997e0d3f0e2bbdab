"""What a test's windows leave behind is gone, in the test's own thread, before the next test begins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LEFT = """
import gc
import threading

import pytest

gone = []


class Window:
    def __init__(self):
        self.itself = self

    def __del__(self):
        gone.append(threading.current_thread())


@pytest.mark.usefixtures("own_windows")
def test_a_window_is_opened():
    gc.disable()
    Window()
    assert not gone


def test_it_is_gone():
    gc.enable()
    assert gone == [threading.main_thread()]
"""


def test_what_is_left_of_a_window_is_gone_before_the_next_test(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(Path(__file__).with_name("conftest.py").read_text())
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_left.py").write_text(LEFT)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:randomly", "test_left.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
