"""Entry point: `python -m training.toggles train SET --out F` and `export F MODEL`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Does what the command line asks for; the exit status."""
    options = parser().parse_args(words)
    match options.command:
        case "train":
            from training.toggles.train import Order, train  # noqa: PLC0415

            train(Order(options.set, options.out, options.minutes, options.seed))
        case "export":
            from training.toggles.export import export  # noqa: PLC0415

            export(options.weights, options.model)
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m training.toggles", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train on a set of screens, and check on those held back")
    train.add_argument("set", type=Path, help="folder of screens, each a PNG with its truth as JSON")
    train.add_argument("--out", type=Path, required=True, help="file for the weights; the log is beside it")
    train.add_argument("--minutes", type=float, default=8.0, help="of the processor's time (8)")
    train.add_argument("--seed", type=int, default=0)
    export = commands.add_parser("export", help="make the model that the eye runs")
    export.add_argument("weights", type=Path, help="what `train` wrote")
    export.add_argument("model", type=Path, help="file for the model")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
