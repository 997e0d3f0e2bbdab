"""Entry point: icons are clicked in real programs, each in a program that was just started.

`python -m benchmarks.icons.clicks [--programs geany,calc,...] [--icons Save ...] [--out FILE]
[--keep FOLDER]`. Each click is a line of the file; parts that are run one after the other add up there, and
the table is of all. The exit status is 1 when a click landed somewhere else than on the icon.

`--mark FOLDER` starts the programs, and shows what to mark: a picture of each window, and the hashes of the
places that are marked. An icon that looks otherwise than it was marked (another release of the program, other
themes or fonts) is told as changed and not counted.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from benchmarks.icons.clicks.programs import looks, programs
from benchmarks.icons.clicks.trial import started, tried

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from benchmarks.icons.clicks.programs import Program

COUNTED = ("right", "wrong", "not found")
LEFT_OUT = ("changed", "not started")


def main() -> int:
    """Click, or mark, what was asked for."""
    options = _options()
    known = programs()
    chosen = [known[name] for name in options.programs.split(",")] if options.programs else [*known.values()]
    there = [program for program in chosen if shutil.which(program.needs)]
    for program in chosen:
        if program not in there:
            print(f"{program.name} is left out: there is no {program.needs}", file=sys.stderr)
    if options.mark:
        for program in there:
            _mark(program, options.mark)
        return 0
    for program in there:
        _click(program, options)
    told = [json.loads(line) for line in options.out.read_text(encoding="utf-8").splitlines()]
    print("\n" + table(told))
    return int(any(trial["outcome"] == "wrong" for trial in told))


def _click(program: Program, options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="clicks-") as temporary:
        folder = Path(temporary) if options.keep is None else options.keep.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for icon in program.icons:
            if options.icons and icon.said not in options.icons:
                continue
            trial = tried(program, icon, folder)
            print(
                f"{program.name:10} {icon.said:24} {trial.outcome:10} {trial.seconds:5.1f} s"
                f" {trial.rests:3}  {trial.told[:400]}",
                flush=True,
            )
            with options.out.open("a", encoding="utf-8") as file:
                file.write(trial.line() + "\n")


def _mark(program: Program, folder: Path) -> None:
    """Show a program's window, and what its marked places show."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clicks-") as temporary:
        result, recording = started(program, f'Wait until "{program.shows}" appears', Path(temporary))
    if recording is None or not recording.steps:
        print(f"{program.name}: {result.message}", file=sys.stderr)
        return
    frame = recording.frames[recording.steps[-1].frame]
    Image.fromarray(frame.rgb).save(folder / f"{program.name}.png")
    print(f"{program.name}:")
    for icon in program.icons:
        print(f'    {icon.said}: [{", ".join(map(str, icon.box))}, "{looks(frame, icon.box)}"]')


def table(told: Sequence[dict[str, Any]]) -> str:
    """Outcomes, seconds to the click and places rested on (medians, most) by program."""
    lines = [
        f"{'':12} {'asked':>6} {'right':>6} {'wrong':>6} {'not found':>10}   {'seconds':16} rests   left out"
    ]
    names = dict.fromkeys(trial["program"] for trial in told)
    for name in (*names, "all"):
        rows = [trial for trial in told if name in (trial["program"], "all")]
        count = Counter(trial["outcome"] for trial in rows)
        asked = [trial for trial in rows if trial["outcome"] in COUNTED]
        numbers = f"{len(asked):6} {count['right']:6} {count['wrong']:6} {count['not found']:10}"
        seconds, rests = ([trial[key] for trial in asked] or [0] for key in ("seconds", "rests"))
        left = ", ".join(f"{count[one]} {one}" for one in LEFT_OUT if count[one])
        pace = f"{statistics.median(seconds):5.1f} (to {max(seconds):5.1f})"
        lines.append(
            f"{name:12} {numbers}   {pace} {statistics.median(rests):3.0f} (to {max(rests)})  {left}"
        )
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.icons.clicks")
    parser.add_argument("--programs", help="some of them, with commas between; by default all")
    parser.add_argument("--icons", nargs="+", help="some of them; by default all")
    parser.add_argument("--out", type=Path, default=Path("clicks.jsonl"))
    parser.add_argument("--keep", type=Path, help="keep the recordings in this folder")
    parser.add_argument("--mark", type=Path, metavar="FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
