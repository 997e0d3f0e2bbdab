"""Entry point: `python -m training.detector train SET --out F`, `export F MODEL` and `check MODEL SET`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Does what the command line asks for; the exit status."""
    options = parser().parse_args(words)
    match options.command:
        case "train":
            from training.detector.train import Order, train  # noqa: PLC0415

            train(Order(options.set, options.out, options.minutes, options.start, options.seed))
        case "export":
            from training.detector.export import export  # noqa: PLC0415

            export(options.weights, options.model)
        case "check":
            from training.detector.check import check  # noqa: PLC0415

            print(check(options.model, options.set, options.misses, options.most))
        case "compare":
            from training.detector.shapes import compare  # noqa: PLC0415

            print(compare(options.model, options.set, options.most))
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m training.detector", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train on a set of screens")
    train.add_argument("set", type=Path, help="folder of screens, each a PNG with its truth as JSON")
    train.add_argument("--out", type=Path, required=True, help="file for the weights; the log is beside it")
    train.add_argument("--minutes", type=float, default=45.0, help="how long (45)")
    train.add_argument("--start", type=Path, help="weights to begin with")
    train.add_argument("--seed", type=int, default=0)
    export = commands.add_parser("export", help="make the model that the eye runs")
    export.add_argument("weights", type=Path, help="what `train` wrote")
    export.add_argument("model", type=Path, help="file for the model")
    check = commands.add_parser("check", help="compare what a model finds with the truth of a set")
    check.add_argument("--misses", type=Path, help="folder for pictures of what was missed")
    compare = commands.add_parser("compare", help="the same beside what the eye's rules for shapes say")
    for command in (check, compare):
        command.add_argument("model", type=Path)
        command.add_argument("set", type=Path)
        command.add_argument("--most", type=int, help="screens to look at, at most")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
