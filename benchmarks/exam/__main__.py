"""Entry point: the embedded model is examined on a set of stills.

`python -m benchmarks.exam SET... [--theme T ...] [--kind K ...] [--first N] [--jobs N] [--out PAGE]
[--marks FILE]`. A set is a folder with NAME.png beside NAME.json, at any depth. The tables go to standard
output; the page shows each miss; the file has a line of JSON for each question. The exit status is 1 when an
answer was silently wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.exam.page import page
from benchmarks.exam.questions import ASKED
from benchmarks.exam.sitting import sit_with_the_eye
from benchmarks.exam.stills import stills
from benchmarks.exam.tables import tables

if TYPE_CHECKING:
    from benchmarks.exam.stills import Still


def main() -> int:
    """Examine it."""
    options = _options()
    chosen = [one for folder in options.sets for one in _chosen(folder, options.theme, options.first)]
    if not chosen:
        print("no stills there: NAME.png with its NAME.json beside it", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as workers:
        sittings = []
        for sitting in workers.map(partial(sit_with_the_eye, kinds=options.kind), chosen):
            sittings.append(sitting)
            if options.marks:
                with options.marks.open("a", encoding="utf-8") as file:
                    file.writelines(f"{mark.line()}\n" for mark in sitting.marks)
            print(f"\r{len(sittings)} of {len(chosen)} stills", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    marks = [mark for sitting in sittings for mark in sitting.marks]
    told = tables(marks)
    print(told)
    print(f"\n{len(chosen)} stills, {median(one.reading for one in sittings):.2f} s each to read (median)")
    if options.out:
        options.out.write_text(page(marks, told), encoding="utf-8")
    return int(any(mark.verdict.outcome == "silently wrong" for mark in marks))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exam")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    parser.add_argument("--theme", nargs="+", default=[], help="toolkits and themes, parts of their names")
    parser.add_argument(
        "--kind",
        nargs="+",
        default=[],
        choices=ASKED,
        metavar="KIND",
        help="elements of these kinds alone: " + ", ".join(ASKED),
    )
    parser.add_argument("--first", type=int, default=0, help="so many stills of each theme; 0: all")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--out", type=Path, metavar="PAGE")
    parser.add_argument("--marks", type=Path, metavar="FILE", help="a line for each question, added to it")
    return parser.parse_args()


def _chosen(folder: Path, themes: list[str], first: int) -> list[Still]:
    """The stills that are asked for: the first of each look, or all."""
    found, count = [], Counter[str]()
    for still in stills(folder):
        if themes and not any(theme in still.look for theme in themes):
            continue
        count[still.look] += 1
        if not first or count[still.look] <= first:
            found.append(still)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
