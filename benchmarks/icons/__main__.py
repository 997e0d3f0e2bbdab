"""Entry point: `python -m benchmarks.icons [ROOT] [--theme T ...]`: are icons of desktop themes named right?

ROOT holds the themes, by default /usr/share/icons. On Debian they are the packages adwaita-, breeze-,
papirus-, elementary-, tango-, gnome- and oxygen-icon-theme; what is not there is left out. They are drawn by
resvg-py (of the extra `training`). The exit status is 1 where less than 98 % is right of what it is sure of.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.icons.asked import MANY, asked
from benchmarks.icons.themes import SIZES, THEMES, samples
from tools.geometry import Box
from tools.see.icons.icon import Icon, concepts_called
from tools.see.icons.namer import IconNamer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.observation import Frame

WANTED = 0.98
"""Share of what the eye is sure of that is to be right."""
NAMED = 0.95
"""Likelihood of a name of which the eye is sure: from it on, 98 % are right of the sets held back."""
SEEN = 24
"""Levels from which on a pixel belongs to an icon."""


def main() -> int:
    """Examine it."""
    options = _options()
    namer = IconNamer()
    marks: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    wrong: list[str] = []
    concepts = set()
    asks: Counter[str] = Counter()
    astray: list[str] = []
    for theme in options.theme:
        seen = list(samples(options.root, theme))
        boxes = [_around(sample.frame) for sample in seen]
        outcomes, told = asked(seen, boxes, namer)
        asks.update(outcomes)
        astray += told
        for sample, box in zip(seen, boxes, strict=True):
            (icon,) = namer.name_boxes(sample.frame, [box])
            mark = _mark(icon, sample.said)
            marks[theme, sample.size].update(mark)
            concepts.add(sample.said)
            if "wrong" in mark:
                wrong.append(
                    f"{sample.theme} {sample.size} {sample.ground}: {sample.name} taken for {icon.best}"
                )
    if not marks:
        print(f"none of the themes is in {options.root}", file=sys.stderr)
        return 2
    print(table(marks, options.theme))
    print(f"\n{len(concepts)} things named; sure and wrong:")
    print("\n".join(wrong) or "none")
    print(f"\nasked for one of {MANY} of a theme: {dict(asks)}")
    print("\n".join(astray))
    total = sum(marks.values(), Counter())
    return int(total["sure"] - total["wrong"] < WANTED * total["sure"])


def _mark(icon: Icon, said: str) -> list[str]:
    """What is counted of an icon: whether its first name is right, and whether the eye is sure, and wrong."""
    concept, score = icon.best
    right = concept in concepts_called(said)
    sure = score >= NAMED
    return ["all", *["right"] * right, *["sure"] * sure, *["wrong"] * (sure and not right)]


def _around(frame: Frame) -> Box:
    """The box around what is drawn on a frame of one colour."""
    import numpy as np

    away = np.abs(frame.bgrx[:, :, :3].astype(np.int16) - frame.bgrx[0, 0, :3]).max(axis=2) >= SEEN
    if not away.any():
        return Box(0, 0, *frame.size)
    rows, columns = np.nonzero(away.any(axis=1))[0], np.nonzero(away.any(axis=0))[0]
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


def table(marks: dict[tuple[str, int], Counter[str]], themes: Iterable[str]) -> str:
    """The counts by theme and size."""
    lines = [
        f"{'theme':12} {'size':>5} {'icons':>6} {'right first':>12} {'sure':>7} {'right where sure':>17}"
    ]
    groups = [(theme, str(size), [marks[theme, size]]) for theme in themes for size in SIZES]
    groups += [(theme, "all", [marks[theme, size] for size in SIZES]) for theme in themes]
    groups.append(("all", "all", [*marks.values()]))
    for theme, size, counts in groups:
        one = sum(counts, Counter())
        if one["all"]:
            right, sure = one["right"] / one["all"], one["sure"] / one["all"]
            where = (one["sure"] - one["wrong"]) / max(1, one["sure"])
            lines.append(f"{theme:12} {size:>5} {one['all']:6} {right:12.1%} {sure:7.1%} {where:17.1%}")
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.icons")
    parser.add_argument("root", nargs="?", type=Path, default=Path("/usr/share/icons"))
    parser.add_argument("--theme", nargs="+", default=THEMES)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
