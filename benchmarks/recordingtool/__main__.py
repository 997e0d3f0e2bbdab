"""Entry point: `python -m benchmarks.recordingtool [--calls 20] [--folder runs/recordingtool]`.

Records the form once, then calls the recording as a tool over MCP: with other values each time, on a program
that lies, twice with one request id, and cut off in the middle. Exit status 1: something came out otherwise
than it was told.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import anyio

from benchmarks.recordingtool.customers import ROOT, customer, write_task
from benchmarks.recordingtool.trials import calls, cut_off, lies, repeated

LIES = ("drop", "twice", "other-field", "swap", "cut", "default")


def main() -> int:
    """Do all, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recordingtool")
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=ROOT / "runs" / "recordingtool")
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    recording, database = given.folder / "recording", given.folder / "customers.db"
    task = write_task(given.folder, database)
    command = [sys.executable, "-m", "agent", "run", str(task), "--record", str(recording)]
    subprocess.run(command, cwd=ROOT, check=True)
    right = True
    for trial in (
        calls(recording, database, [customer(at) for at in range(1, given.calls + 1)]),
        repeated(recording, database, customer(100)),
        cut_off(recording, database, customer(101), whose="run"),
        cut_off(recording, database, customer(102), whose="server"),
        lies(recording, database, LIES),
    ):
        right &= anyio.run(trial)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
