"""Entry point: `python -m training.pocket export WEIGHTS MODEL`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    """Does what the command line asks for; the exit status."""
    options = parser().parse_args(words)
    match options.command:
        case "export":
            from training.pocket.export import export  # noqa: PLC0415

            print(f"{export(options.weights, options.model, options.tokens)}  {options.model}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m training.pocket", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="make the file that --model pocket takes; tells its SHA-256")
    export.add_argument("weights", type=Path, help="what `train` wrote, or a compact file")
    export.add_argument("model", type=Path, help="file for the model")
    export.add_argument(
        "--tokens", type=Path, help="ids of the table's rows, for weights that don't tell them"
    )
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
