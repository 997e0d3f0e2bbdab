"""Entry point: live replays with other texts, or a part of them.

`python -m benchmarks.other_texts [--kits tk,qt,swing,web] [--changes NAME,...] [--seeds N] [--first N]
[--jobs N] [--out FILE]`. Each trial is a line of the file; what stands there already is not done again, and
the table is of all. The folder of the same name keeps what was recorded of those that were not right.
Qt needs `QT_PYTHON`, an interpreter with PySide6; a toolkit that is not installed is left out, and said.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.other_texts.changes import CHANGES, drawn
from benchmarks.other_texts.trial import KITS, record, replayed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.other_texts.desk import Desk
    from benchmarks.other_texts.trial import Trial

_OUTCOMES = ("right", "honest stop", "needless stop", "wrong", "silently wrong")


def main() -> int:
    """Run what was asked for; the exit status is 1 when something wrong was done."""
    options = _options()
    work = options.out.with_suffix("").absolute()
    kits = [kit for kit in options.kits.split(",") if _is_recorded(kit, work / kit)]
    known = {(trial["kit"], trial["change"], trial["seed"]) for trial in _read(options.out)}
    planned = [  # every change once, then every change once more: rows are of one length wherever it ends
        (kit, change, seed, desk)
        for seed in range(options.first, options.first + options.seeds)
        for change in options.changes.split(",")
        for kit in kits
        for desk in list(drawn(change, kit, seed))[-1:]
        if (kit, change, seed) not in known
    ]
    for trial in _trials(planned, work, options.jobs):
        told = f"{trial.kit:6}{trial.change:18}{trial.outcome:15}{trial.seconds:5.1f} s"
        print(f"{told}  {trial.told[:90]}  {trial.said[:150]}", flush=True)
        with options.out.open("a", encoding="utf-8") as file:
            file.write(trial.line() + "\n")
    done = _read(options.out)
    for by in ("change", "kit"):
        _table(by, done)
    return int(any("wrong" in trial["outcome"] for trial in done))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.other_texts")
    parser.add_argument("--kits", default=",".join(KITS))
    parser.add_argument("--changes", default=",".join(CHANGES))
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--first", type=int, default=1, help="seed")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("other_texts.jsonl"))
    return parser.parse_args()


def _read(file: Path) -> list[dict[str, Any]]:
    """The trials that were written so far."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def _is_recorded(kit: str, folder: Path) -> bool:
    """Whether the desk is recorded in a folder, now or by an earlier part."""
    if (folder / "rec").exists():
        return True
    folder.mkdir(parents=True, exist_ok=True)
    result = record(kit, folder)
    if result is None or result.verdict != "passed":
        print(f"{kit}: {f'not recorded: {result.message}' if result else 'not installed'}", flush=True)
    return result is not None and result.verdict == "passed"


def _trials(planned: Sequence[tuple[str, str, int, Desk]], work: Path, jobs: int) -> Iterator[Trial]:
    """The trials as they end, some of them side by side."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context) as workers:
        running = [workers.submit(replayed, *one, work / one[0]) for one in planned]
        for ended in as_completed(running):
            yield ended.result()


def _table(by: str, done: Sequence[dict[str, Any]]) -> None:
    """Outcomes by one property."""
    print(f"\n{by:18}" + "".join(f"{outcome:>16}" for outcome in _OUTCOMES))
    for name in (*dict.fromkeys(trial[by] for trial in done), "all"):
        count = Counter(trial["outcome"] for trial in done if name in (trial[by], "all"))
        print(f"{name:18}" + "".join(f"{count[outcome]:16}" for outcome in _OUTCOMES))


if __name__ == "__main__":
    raise SystemExit(main())
