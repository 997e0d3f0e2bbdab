"""Entry point: ordinary programs, or some of them.

`python -m benchmarks.ordinary [--programs gedit,calc,...] [--times 10] [--seed 0] [--out FILE]`. Each program
is recorded once, then replayed so often unchanged, and so often with other values. Each run is a line of the
file; parts that are run one after the other add up there, and the table is of all.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.ordinary.programs import PROGRAMS
from benchmarks.ordinary.trial import record, replay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from benchmarks.ordinary.programs import Program
    from benchmarks.ordinary.trial import Trial

ROOT = Path(__file__).parents[2]
OUTCOMES = ("right", "honest stop", "needless stop", "silently wrong")


def main() -> int:
    """Run what was asked for; the exit status is 1 when something was silently wrong."""
    options = _options()
    os.environ["PATH"] = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"
    for name in options.programs.split(","):
        for trial in _trials(PROGRAMS[name], options.times, options.seed, options.folder):
            print(
                f"{name:10} {trial.kind:12} {trial.outcome:14} {_pace(trial)}  {trial.said[:300]}", flush=True
            )
            with options.out.open("a", encoding="utf-8") as file:
                file.write(trial.line() + "\n")
    told = [json.loads(line) for line in options.out.read_text(encoding="utf-8").splitlines()]
    _table(told)
    return int(any(trial["outcome"] == "silently wrong" for trial in told))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ordinary")
    parser.add_argument("--programs", default=",".join(PROGRAMS))
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0, help="of the first run with other values")
    parser.add_argument("--out", type=Path, default=Path("ordinary.jsonl"))
    parser.add_argument("--folder", type=Path, default=None, help="keep the runs here")
    return parser.parse_args()


def _trials(program: Program, times: int, seed: int, keep: Path | None) -> Iterator[Trial]:
    """The recorded run; if that was right, the replays."""
    with tempfile.TemporaryDirectory(prefix="ordinary-") as temporary:
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
        folder = (
            Path(tempfile.mkdtemp(prefix=f"{program.name}-", dir=keep.resolve())) if keep else Path(temporary)
        )
        recorded = record(program, folder)
        yield recorded
        if recorded.outcome != "right":
            return
        for _ in range(times):
            yield replay(program, "unchanged", {}, folder)
        for number in range(seed, seed + times):
            yield replay(program, "other values", program.other(number), folder)


def _pace(trial: Trial) -> str:
    if trial.pace is None:
        return ""
    return f"{trial.pace.per_ten(trial.pace.own):4.1f} + {trial.pace.per_ten(trial.pace.screen):4.1f} s"


def _table(told: Sequence[dict[str, Any]]) -> None:
    """Outcomes and seconds for ten steps (median, longest) of each program and kind."""
    print(f"\n{'':23} {' '.join(f'{outcome:>14}' for outcome in OUTCOMES)}   own s   and the screen's")
    for key in dict.fromkeys((trial["program"], trial["kind"]) for trial in told):
        rows = [trial for trial in told if (trial["program"], trial["kind"]) == key]
        count = Counter(trial["outcome"] for trial in rows)
        paces = [trial["pace"] for trial in rows if trial["outcome"] == "right"]
        own, screen = ([10 * pace[part] / pace["steps"] for pace in paces] for part in ("own", "screen"))
        figures = f"{_median(own)}   {_median(screen)}" if paces else ""
        print(
            f"{key[0]:10} {key[1]:12} {' '.join(f'{count[outcome]:14}' for outcome in OUTCOMES)}   {figures}"
        )


def _median(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):4.2f} (to {max(seconds):4.2f})"


if __name__ == "__main__":
    raise SystemExit(main())
