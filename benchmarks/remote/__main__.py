"""Entry point: the form behind each server, recorded once and replayed; texts typed under far layouts.

`python -m benchmarks.remote [--kinds tigervnc,xrdp,...] [--times 10] [--layouts de,fr] [--folder DIR]`.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.remote.conditions import TEXTS, Condition, conditions_of
from benchmarks.remote.far import KINDS, far_machine
from benchmarks.remote.guide import ROOT
from benchmarks.remote.trial import guided, record, replay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.remote.far import Far
    from benchmarks.remote.trial import Trial


def main() -> int:
    """Run what was asked for; the exit status is 1 when something was silently wrong."""
    options = _options()
    os.environ["PATH"] = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"
    count: dict[tuple[str, str], Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="remote-") as temporary:
        keep = (options.folder or Path(temporary)).resolve()
        for kind in options.kinds.split(","):
            with far_machine(kind, keep / kind / "far") as far:
                for name, trial in _all(far, keep / kind, options):
                    _tell(kind, name, trial)
                    count.setdefault((kind, name), Counter())[trial.outcome] += 1
    _table(count)
    return int(any(outcomes["silently wrong"] for outcomes in count.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.remote")
    parser.add_argument("--kinds", default=",".join(KINDS), help="servers")
    parser.add_argument("--times", type=int, default=10, help="replays under each condition")
    parser.add_argument("--conditions", default="", help="only these, by name")
    parser.add_argument("--layouts", default="de,fr", help="far keyboards that texts are typed under")
    parser.add_argument("--folder", type=Path, default=None, help="keep the runs here")
    return parser.parse_args()


def _all(far: Far, folder: Path, options: argparse.Namespace) -> Iterator[tuple[str, Trial]]:
    first, *_ = conditions = conditions_of(far.kind)
    if options.times:
        recorded = record(far, first, folder / "record", folder / "recording")
        yield "recorded", recorded
        if recorded.outcome != "right":
            return
    for condition in conditions:
        if options.conditions and condition.name not in options.conditions.split(","):
            continue
        for number in range(options.times):
            place = folder / f"{condition.name} {number}".replace(" ", "-")
            yield condition.name, replay(far, condition, place, folder / "recording")
    for layout in filter(None, options.layouts.split(",")):
        for name, text in TEXTS.items():
            yield (
                f"{layout}: {name}",
                guided(far, Condition("", layout=layout), folder / f"{layout}-{name}", text),
            )


def _tell(kind: str, name: str, trial: Trial) -> None:
    said = f"{trial.result.verdict}: {trial.result.message}"
    print(f"{kind:10} {name:14} {trial.outcome:14} {trial.result.seconds:5.1f} s  {said[:400]}", flush=True)


def _table(count: dict[tuple[str, str], Counter[str]]) -> None:
    print(f"\n{'':25} {'right':>6} {'stopped':>8} {'silently wrong':>15}")
    for (kind, name), outcomes in count.items():
        figures = f"{outcomes['right']:6} {outcomes['stopped']:8} {outcomes['silently wrong']:15}"
        print(f"{kind:10} {name:14} {figures}")


if __name__ == "__main__":
    raise SystemExit(main())
