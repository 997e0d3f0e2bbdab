"""Start-up time of `agent --help`, and peak memory of a whole run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.row import Row

ROOT = Path(__file__).parent.parent
AGENT = [sys.executable, "-m", "agent"]
TASK = ROOT / "tasks" / "galculator_sum.yaml"


def run() -> list[Row]:
    """Start-up against an interpreter that does nothing; peak memory of a recorded run."""
    empty = _seconds([sys.executable, "-c", "pass"])
    helping = _seconds([*AGENT, "--help"])
    interpreter, running = _peak([sys.executable, "-c", "pass"]), _peak_of_a_run()
    return [
        Row(
            "agent --help",
            helping * 1000,
            "ms",
            f"python -c pass {empty * 1000:.0f} ms",
            helping / empty,
            "under 200 ms",
            met=helping < 0.2,  # noqa: PLR2004  (the aim)
        ),
        Row(
            "peak memory of a run with the reader",
            running / 1e6,
            "MB",
            f"python -c pass {interpreter / 1e6:.0f} MB",
            running / interpreter,
            "under 1500 MB",
            met=running < 1.5e9,  # noqa: PLR2004  (the aim)
        ),
    ]


def _seconds(command: list[str], times: int = 15) -> float:
    """The median wall time of a command."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


_MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _peak(command: list[str], cwd: Path = ROOT) -> int:
    """The most memory that a command (or one of its children, if one takes more) held, in bytes.

    Measured from a small interpreter: a child's peak includes what its parent held when it was forked.
    """
    measuring = [sys.executable, "-c", _MEASURE, *command]
    done = subprocess.run(measuring, cwd=cwd, check=True, capture_output=True, text=True)
    return int(done.stdout) * 1024


def _peak_of_a_run() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return _peak([*AGENT, "run", str(TASK)], cwd=Path(folder))
