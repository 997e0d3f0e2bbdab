"""A benchmark that a person interrupts: what was done is kept, and the same command goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.bench.results.reading import read_results
from tests.agent.bench.grounding.folders import screenspot
from tests.tools.xserver import wait_until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_at_once_with_130_and_figures_of_what_was_done(tmp_path: Path, jobs: str) -> None:
    data, out = screenspot(tmp_path / "data"), tmp_path / "out"
    command = [sys.executable, "-m", "agent", "bench", "screenspot", "--data", str(data), "--out", str(out)]
    command += ["--repeat", "200", "--jobs", jobs]
    lines = out / "results.jsonl"
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: lines.exists() and lines.read_bytes().count(b"\n") > 3, lambda: "some attempts")
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=300)
    assert process.returncode == 130
    assert said == ""
    assert "Traceback" not in told
    done = len(read_results(out).attempts)
    figures = json.loads((out / "summary.json").read_text())
    assert 3 < figures["decided"] == done < figures["expected"] == 1200
