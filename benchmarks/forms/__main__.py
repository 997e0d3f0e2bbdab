"""Entry point: forms of a dozen fields and more in many toolkits, filled in by the embedded model.

`python -m benchmarks.forms [--toolkit T ...] [--seeds N] [--first N] [--cache FOLDER] [--out FILE]`. A form's
window, its steps and its values are drawn from toolkit, theme and seed; the themes of a toolkit take turns.
Each run is a line of the file; parts that are run one after the other add up there, and the table is of all.
A toolkit that is not installed is left out, and said; `training/README.md` says what each needs. The exit
status is 1 when something was silently wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.forms.form import TOOLKITS, form_of
from benchmarks.forms.trial import fill
from benchmarks.ordinary.__main__ import OUTCOMES
from training.screens.kits import is_here
from training.screens.splits import looks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from benchmarks.forms.trial import Trial


def main() -> int:
    """Run what was asked for."""
    options = _options()
    if options.cache:
        os.environ["TRAINING_CACHE"] = str(options.cache.resolve())
    for toolkit in options.toolkit:
        if not is_here(toolkit):
            print(f"{toolkit}: not installed")
            continue
        for seed in range(options.first, options.first + options.seeds):
            trial = _trial(toolkit, seed, options.folder)
            wrong = f"  wrong: {trial.wrong}" if trial.wrong else ""
            print(
                f"{toolkit:10} {trial.theme:14} {seed:3} {trial.outcome:14} {trial.seconds:5.1f} s"
                f"  {trial.said[:300]}{wrong}", flush=True,
            )  # fmt: skip
            with options.out.open("a", encoding="utf-8") as file:
                file.write(trial.line() + "\n")
    lines = options.out.read_text(encoding="utf-8").splitlines() if options.out.exists() else []
    told = [json.loads(line) for line in lines]
    _table(told)
    return int(any(trial["outcome"] == "silently wrong" for trial in told))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forms")
    parser.add_argument("--toolkit", nargs="+", default=list(TOOLKITS), choices=list(TOOLKITS), metavar="T")
    parser.add_argument("--seeds", type=int, default=10, help="forms of each toolkit")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--cache", type=Path, help="where the web libraries' pages were built")
    parser.add_argument("--out", type=Path, default=Path("forms.jsonl"))
    parser.add_argument("--folder", type=Path, help="keep the runs here")
    return parser.parse_args()


def _trial(toolkit: str, seed: int, keep: Path | None) -> Trial:
    """One form in the theme whose turn it is."""
    themes = [look for look in looks("exam") if look.toolkit == toolkit]
    look = themes[seed % len(themes)]
    with tempfile.TemporaryDirectory(prefix="forms-") as temporary:
        folder = Path(temporary)
        if keep:
            folder = keep.resolve() / f"{toolkit}-{seed}"
            folder.mkdir(parents=True, exist_ok=True)
        return fill(form_of(look, seed), look, seed, folder)


def _table(told: Sequence[dict[str, Any]]) -> None:
    """Outcomes of each toolkit."""
    print(f"\n{'':10} {' '.join(f'{outcome:>14}' for outcome in OUTCOMES)}  fields")
    for toolkit in dict.fromkeys(trial["toolkit"] for trial in told):
        rows = [trial for trial in told if trial["toolkit"] == toolkit]
        count = Counter(trial["outcome"] for trial in rows)
        fields = sum(trial["fields"] for trial in rows)
        print(f"{toolkit:10} {' '.join(f'{count[outcome]:14}' for outcome in OUTCOMES)}  {fields:6}")


if __name__ == "__main__":
    raise SystemExit(main())
