"""Tasks under pytest with one worker and with two, each with a display of its own: how many times faster.

    python -m benchmarks.pytest_workers [--tasks 8] [--rounds 3]

The order of the two alternates. With the figure goes the machine's load: both need two cores to themselves.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TASK = Path(__file__).parent.parent / "tasks" / "zenity_form.yaml"


def main() -> None:
    given = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(given.tasks):
            text = TASK.read_text().replace("id: zenity_form", f"id: form_{number}")
            (folder / f"form_{number}.agent.yaml").write_text(text)
        _seconds(folder, 2)  # files are in memory from now on
        ratios = [_round(folder, number) for number in range(given.rounds)]
    print(f"-n 2 is {statistics.median(ratios):.2f} times faster than -n 1 (median of {len(ratios)})")


def _round(folder: Path, number: int) -> float:
    order = (1, 2) if number % 2 else (2, 1)
    seconds = {workers: _seconds(folder, workers) for workers in order}
    ratio = seconds[1] / seconds[2]
    load = os.getloadavg()[0]
    print(f"-n 1 {seconds[1]:6.1f} s   -n 2 {seconds[2]:6.1f} s   {ratio:.2f}   load {load:.1f}", flush=True)
    return ratio


def _seconds(folder: Path, workers: int) -> float:
    shutil.rmtree(folder / "test-results", ignore_errors=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"-n{workers}"]
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
