"""Entry point: `python -m training.pocket draw SET`, `train SET --out F`, `export F MODEL`, `measure F`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agent.errors import BadInput, ModelFault


def main(words: list[str]) -> int:
    """Does what the command line asks for; the exit status."""
    options = parser().parse_args(words)
    try:
        _do(options)
    except (BadInput, ModelFault) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m training.pocket", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw", help="play episodes on drawn forms: pictures, and what stands where")
    draw.add_argument("set", type=Path, help="folder; what is missing in it is drawn")
    draw.add_argument("--episodes", type=int, required=True, help="of the whole set")
    draw.add_argument("--seed", type=int, default=1, help="equal seeds give equal sets (1)")
    draw.add_argument("--displays", type=int, default=1, help="X servers at once (1)")
    train = commands.add_parser("train", help="train on a set, or on what is played meanwhile")
    train.add_argument("set", type=Path, nargs="?", help="what `draw` made; without it --live")
    train.add_argument("--live", type=int, metavar="DISPLAYS", help="play meanwhile, on so many displays")
    train.add_argument("--out", type=Path, required=True, help="file for the weights; the log is beside it")
    train.add_argument("--minutes", type=float, default=28.0, help="28 on one H100 made those of the tree")
    train.add_argument("--steps", type=int, help="end after so many")
    train.add_argument("--from", type=Path, dest="begin", help="weights to go on from")
    train.add_argument("--frames", type=int, default=96, help="pictures of a step (96)")
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--rate", type=float, default=1.0, help="share of the usual rates (1)")
    train.add_argument("--windows", type=float, help="share of steps on windows; without it, it grows")
    train.add_argument("--pointing", type=float, default=0.1, help="share of steps on pointing (0.1)")
    train.add_argument(
        "--hold", nargs="+", choices=("tower", "table"), default=[], help="leave these as they are"
    )
    export = commands.add_parser("export", help="make the file that --model pocket takes; tells its SHA-256")
    export.add_argument("weights", type=Path, help="what `train` wrote, or a compact file")
    export.add_argument("model", type=Path, help="file for the model")
    export.add_argument(
        "--tokens", type=Path, help="ids of the table's rows, where the weights don't tell them"
    )
    measure = commands.add_parser("measure", help="judge a model on forms that no training has drawn")
    measure.add_argument("model", type=Path, help="a compact file, or what `train` wrote")
    measure.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 13)), help="looks (1 to 12)")
    measure.add_argument(
        "--share", type=float, default=0.25, help="of frames that places are asked on (0.25)"
    )
    measure.add_argument("--others", action="store_true", help="also on as many forms of other words")
    return made


def _do(options: argparse.Namespace) -> None:
    match options.command:
        case "draw":
            from agent.models.pocket.compact import unpack  # noqa: PLC0415
            from agent.models.pocket.folder import FILE  # noqa: PLC0415
            from training.pocket.draw import draw  # noqa: PLC0415
            from training.pocket.forms.words import Words  # noqa: PLC0415

            held = unpack(FILE)
            words = Words.of(held.vocabulary, held.tokens.tolist())
            draw(options.set, options.episodes, options.seed, options.displays, words)
        case "train":
            from training.pocket.train import Order, train  # noqa: PLC0415

            if (options.set is None) == (options.live is None):
                raise BadInput("train: name a set, or --live DISPLAYS; one of them")
            train(
                Order(
                    options.set,
                    options.out,
                    options.minutes,
                    options.steps,
                    workers=options.live or 0,
                    begin=options.begin,
                    seed=options.seed,
                    frames=options.frames,
                    rate=options.rate,
                    windows=options.windows,
                    pointing=options.pointing,
                    held=tuple(options.hold),
                )
            )
        case "export":
            from training.pocket.export import export  # noqa: PLC0415

            print(f"{export(options.weights, options.model, options.tokens)}  {options.model}")
        case "measure":
            from training.pocket.measure import measure  # noqa: PLC0415

            measure(options.model, options.seeds, options.share, others=options.others)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
