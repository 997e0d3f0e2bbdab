"""Entry point: the value matrix, or a part of it.

`python -m benchmarks.values [--kits tk,qt,gtk,swing,html] [--kinds KIND,...] [--acts ACT,...] [--out FILE]`.
Each trial is a line of the file; parts that are run one after the other add up there, and the table is of
all. Qt needs `QT_PYTHON`, an interpreter with PySide6; a toolkit that is not installed is left out, and said.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.values.kinds import ACTS, KINDS
from benchmarks.values.trial import record, trials

if TYPE_CHECKING:
    from collections.abc import Sequence

KITS = ("tk", "qt", "gtk", "swing", "html")


def main() -> int:
    """Run what was asked for; the exit status is 1 when a value came out wrong."""
    options = _options()
    for kit in options.kits.split(","):
        with tempfile.TemporaryDirectory(prefix="values-") as folder:
            _kit(kit, options.acts.split(","), options.kinds.split(","), Path(folder), options.out)
    lines = options.out.read_text(encoding="utf-8").splitlines() if options.out.exists() else []
    told = [json.loads(line) for line in lines]
    for by in ("kit", "act", "kind"):
        _table(by, told)
    return int(any(trial["outcome"] == "wrong" for trial in told))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.values")
    parser.add_argument("--kits", default=",".join(KITS))
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--acts", default=",".join(ACTS))
    parser.add_argument("--out", type=Path, default=Path("values.jsonl"))
    return parser.parse_args()


def _kit(kit: str, acts: list[str], kinds: Sequence[str], folder: Path, out: Path) -> None:
    made = _recorded(kit, acts, folder)
    for kind in kinds if made else ():
        for trial in trials(kit, kind, acts, made or folder):
            name = f"{kit:6} {trial.act:10} {kind:18} {trial.outcome:8}"
            print(f"{name} {trial.seconds:5.1f} s  {trial.said[:160]}", flush=True)
            with out.open("a", encoding="utf-8") as file:
                file.write(trial.line() + "\n")


def _recorded(kit: str, acts: list[str], folder: Path) -> Path | None:
    """A folder with the recording; an act that the reader can't do in this toolkit is taken out and told."""
    for attempt in range(len(acts)):
        into = folder / str(attempt)
        result = record(kit, acts, into)
        if result is None:
            print(f"{kit}: not installed")
            return None
        if result.verdict == "passed":
            return into
        number = re.match(r"Step (\d+)", result.message)
        if number is None or int(number[1]) > len(acts):
            print(f"{kit}: can't be recorded: {result.message}")
            return None
        print(f"{kit}: without {acts.pop(int(number[1]) - 1)}: {result.message[:200]}", flush=True)
    return None


def _table(by: str, told: Sequence[dict[str, str]]) -> None:
    """Outcomes by one property. Of what is not there, a stop is right."""
    print(f"\n{by:18} {'right':>6} {'stopped':>8} {'wrong':>6}")
    for name in dict.fromkeys(trial[by] for trial in told):
        count = Counter(_judged(trial) for trial in told if trial[by] == name)
        print(f"{name:18} {count['right']:6} {count['stopped']:8} {count['wrong']:6}")


def _judged(trial: dict[str, str]) -> str:
    is_refused = trial["kind"] == "not there" and trial["outcome"] == "stopped"
    return "right" if is_refused else trial["outcome"]


if __name__ == "__main__":
    raise SystemExit(main())
