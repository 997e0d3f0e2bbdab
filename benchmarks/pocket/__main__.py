"""Entry point: `python -m benchmarks.pocket [--first 31] [--seeds 20] [--ground refine] [--var name=...]`.

Runs `tasks/fill_form.yaml` by the pocket model on looks of the form, one after the other. The form's database
says what was saved, the form itself what was pressed (`DESKHAND_EVENTS`). Exit status 1: a run that saved
something else was told as passed.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median

from benchmarks.pocket.trial import Trial, form


def main() -> int:
    """Run what was asked for, a line each, then the figures over all."""
    given = _options()
    words = given.word + ([f"--ground={given.ground}"] if given.ground else [])
    values = dict(one.split("=", 1) for one in given.var)
    trials = []
    for seed in range(given.first, given.first + given.seeds):
        trial = form(seed, given.model, words, values, given.folder.resolve())
        print(trial.line(), flush=True)
        trials.append(trial)
    _summary(trials)
    return int(any(trial.verdict == "passed" and not trial.saved_right for trial in trials))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pocket")
    parser.add_argument("--first", type=int, default=31, help="seed of the first look (31)")
    parser.add_argument("--seeds", type=int, default=20, help="how many looks (20)")
    parser.add_argument("--model", default="pocket")
    parser.add_argument("--ground", help="as `agent run` has it")
    parser.add_argument("--var", action="append", default=[], metavar="NAME=VALUE", help="other values")
    parser.add_argument("--word", action="append", default=[], help="another option of `agent run`")
    parser.add_argument("--folder", type=Path, default=Path("runs/pocket"), help="keep the runs here")
    return parser.parse_args()


def _summary(trials: list[Trial]) -> None:
    passed = sum(trial.verdict == "passed" for trial in trials)
    clicks = sum(trial.clicks for trial in trials)
    wrong = sum(len(trial.wrong) for trial in trials)
    steps = [second for trial in trials for second in trial.seconds]
    print(f"\npassed {passed} of {len(trials)}   clicks on a wrong widget {wrong} of {clicks}")
    print(f"think step: median {median(steps):.2f} s, longest {max(steps):.2f} s")
    claimed = sum(trial.claimed and trial.verdict != "passed" for trial in trials)
    print(f"runs that the model ended as done and that the checks failed: {claimed}")


if __name__ == "__main__":
    raise SystemExit(main())
