"""Make a set of screens: `python -m training.screens OUT --split train|exam [--toolkit T ...] --count N`.

Each screen is OUT/TOOLKIT-THEME-NUMBER.png with a .json of the same name: its elements, what to ignore, its
toolkit, theme, plan, and window manager. What is there already is left as it is. A toolkit that is not
installed is left out, and said.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import cv2

from training.screens.icons import draw_icons
from training.screens.kits import is_here
from training.screens.managers import manager_of
from training.screens.program import Broken
from training.screens.splits import TRAINED, Look, looks, seed_of
from training.screens.stage import Stage, plan_of, stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.screens.outline import Plan

_TWO_WINDOWS = 4
"""One screen of so many shows another window behind."""


class Job(NamedTuple):
    """A screen that is to be made."""

    path: Path
    """Without its suffix."""
    look: Look
    seed: int
    manager: str | None

    @property
    def plan(self) -> Plan:
        """What it shows."""
        return plan_of(self.look, self.seed)


def main() -> int:
    """Make the set; how many screens failed."""
    parser = argparse.ArgumentParser(prog="python -m training.screens", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", choices=("train", "exam"), required=True)
    parser.add_argument("--toolkit", nargs="*", help="these alone")
    parser.add_argument("--count", type=int, required=True, help="screens of each theme")
    parser.add_argument(
        "--cache", type=Path, help="folder of the web libraries' bundles and of compiled programs"
    )
    options = parser.parse_args()
    if options.cache:
        os.environ["TRAINING_CACHE"] = str(options.cache.absolute())  # for the programs of toolkits
    chosen = [look for look in looks(options.split) if not options.toolkit or look.toolkit in options.toolkit]
    for toolkit in sorted({look.toolkit for look in chosen if not is_here(look.toolkit)}):
        print(f"{toolkit} is not installed here: left out")
    jobs = [
        job
        for look in chosen
        if is_here(look.toolkit)
        for number in range(options.count)
        if not (job := _job(options.out, options.split, look, number)).path.with_suffix(".json").exists()
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    return _make(jobs)


def _job(out: Path, split: str, look: Look, number: int) -> Job:
    seed = seed_of("exam" if split == "exam" else "train", look, number)
    name = f"{look.toolkit}-{look.theme.replace(':', '_')}-{number:04}"
    return Job(out / name, look, seed, manager_of(seed))


def _make(jobs: Sequence[Job]) -> int:
    made, begun = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        icons = draw_icons(Path(folder))
        for manager, batch in groupby(sorted(jobs, key=_order), key=lambda job: job.manager):
            made += _make_under(manager, batch, icons)
    failed = len(jobs) - made
    print(f"{made} screens in {time.monotonic() - begun:.0f} s, {failed} failed")
    return min(failed, 1)


def _make_under(manager: str | None, jobs: Iterable[Job], icons: Path) -> int:
    """How many screens under one window manager were made; why the others were not is said."""
    made = 0
    try:
        with stage(icons, manager) as one:
            for job in jobs:
                try:
                    _shoot(one, job)
                    made += 1
                except Broken as error:
                    print(f"{job.path.name} failed: {error}", file=sys.stderr)
                    one.close()
    except Broken as error:
        print(f"no screens under {manager}: {error}", file=sys.stderr)
    return made


def _order(job: Job) -> tuple[object, ...]:
    """Screens that one process shows come together."""
    return job.manager or "", job.look, job.plan["scale"], job.path.name


def _shoot(one: Stage, job: Job) -> None:
    frame, truth = one.shoot(job.look, job.plan, _behind(job))
    cv2.imwrite(str(job.path.with_suffix(".png")), frame.bgrx[:, :, :3], [cv2.IMWRITE_PNG_COMPRESSION, 4])
    more = {"toolkit": job.look.toolkit, "theme": job.look.theme, "manager": job.manager, "plan": job.plan}
    job.path.with_suffix(".json").write_text(json.dumps({**truth, **more}, ensure_ascii=False), "utf-8")


def _behind(job: Job) -> tuple[Look, Plan] | None:
    """The window behind, of another theme that is trained on."""
    others = [look for look in TRAINED if look != job.look and is_here(look.toolkit)]
    if not others or job.seed // 2 % _TWO_WINDOWS:
        return None
    look = others[job.seed // 8 % len(others)]
    plan = plan_of(look, job.seed + 2)
    return look, {**plan, "scale": 1.0, "open_menu": None}


if __name__ == "__main__":
    sys.exit(main())
