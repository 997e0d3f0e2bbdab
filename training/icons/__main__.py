"""Entry point: `python -m training.icons make SET`, `train SET --out F` and `export F SET MODEL`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Does what the command line asks for; the exit status."""
    options = parser().parse_args(words)
    match options.command:
        case "make":
            from training.icons.shelf import make  # noqa: PLC0415
            from training.icons.source import install  # noqa: PLC0415

            print(make(install(options.cache), options.set))
        case "train":
            from training.icons.train import Order, train  # noqa: PLC0415

            begun = options.start, options.rate, options.keep
            train(Order(options.set, options.out, options.minutes, *begun, options.seed))
        case "export":
            from training.icons.export import export  # noqa: PLC0415

            print(export(options.weights, options.set, options.model))
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m training.icons", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make", help="draw the icons of the sets that package.json names")
    make.add_argument("set", type=Path, help="folder for the set")
    make.add_argument("--cache", type=Path, required=True, help="folder for the packages of npm")
    train = commands.add_parser("train", help="train on the set")
    train.add_argument("set", type=Path)
    train.add_argument("--out", type=Path, required=True, help="file for the weights; the log is beside it")
    train.add_argument("--minutes", type=float, default=65.0, help="of the processor's time (65)")
    train.add_argument("--start", type=Path, help="weights to begin with")
    train.add_argument("--rate", type=float, default=1.0, help="times the usual rate (1)")
    train.add_argument(
        "--keep", type=float, default=0.0, help="share of the weights begun with in what is written (0)"
    )
    train.add_argument("--seed", type=int, default=0)
    export = commands.add_parser("export", help="make the model that the eye runs, and check it on held sets")
    export.add_argument("weights", type=Path, help="what `train` wrote")
    export.add_argument("set", type=Path)
    export.add_argument("model", type=Path, help="file for the model")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
