"""Relocation on screens of known truth: how often a target is found again, and how often a wrong one.

`python -m benchmarks matching` prints the figures; `python -m benchmarks.matching` the tables of
docs/internals/matching.md. The thresholds were set on Tk windows of seeds below 100; these are others.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Protocol

from benchmarks.row import Row
from benchmarks.screens.pages import pages
from benchmarks.screens.pictures import KINDS, pair
from benchmarks.screens.programs import cases, commands
from benchmarks.screens.stage import stage
from benchmarks.screens.windows import windows
from tools.geometry import Box
from tools.host.virtual_display import virtual_display
from tools.relocate.ladder import Located, NotLocated, relocate
from tools.relocate.snapshot import snapshot_of
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.screens.pictures import Picture
    from benchmarks.screens.programs import Case
    from benchmarks.screens.windows import Windows
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.scene import Line, Scene, Widget

_TRIALS = 500
_DRAWN, _CONSOLES, _PAGES = range(8000, 8070), range(8000, 8010), range(8000, 8020)
_PROGRAMS = range(8000, 8002)
"""The seeds of each kind of screen."""
_WEB = ("form", "rows", "noise", "photo", "entries")
_TARGETS = 6
"""Targets that are tried on one pair of frames, at most."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A target on one frame, and the truth about it on another."""

    kind: str
    change: str
    wanted: Frame
    point: Point
    frame: Frame
    truth: Box | None
    """Where it is; None when nothing may be clicked."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial."""

    trial: Trial
    answer: Located | NotLocated
    seconds: float

    @property
    def verdict(self) -> str:
        """`found`, `false hit`, `missed` (it is there) or `refused` (rightly)."""
        truth, answer = self.trial.truth, self.answer
        if isinstance(answer, Located):
            return "found" if truth is not None and truth.contains(answer.point) else "false hit"
        return "refused" if truth is None else "missed"


class Shows(Protocol):
    """Something that draws pictures."""

    def show(self, picture: Picture) -> tuple[Frame, dict[str, Box]]:
        """The frame, and the boxes of all that is whole on it."""
        ...


def drawn(shown: Shows, seeds: range, kinds: tuple[str, ...] = KINDS, where: str = "Tk") -> Iterator[Trial]:
    """Trials on drawn windows, reproducible by their seeds."""
    for seed in seeds:
        random = Random(seed)
        two = pair(kinds[seed % len(kinds)], random)
        wanted, before = shown.show(two.before)
        frame, after = shown.show(two.after)
        for name in random.sample(two.targets, min(_TARGETS, len(two.targets))):
            if name in before and (name in two.changes or name in after):
                change, truth = two.changes.get(name, two.whole), after.get(name)
                truth = None if name in two.changes else truth
                kind = f"{where}: {two.before['kind']}"
                yield Trial(kind, change, wanted, before[name].center, frame, truth, f"{seed} {name}")


def of_programs(shown: Windows, seeds: range) -> Iterator[Trial]:
    """Trials on programs as they are; what is pointed at are texts that can be read, and widgets."""
    reader = ScreenReader()
    for seed in seeds:
        random = Random(seed)
        for program in commands(Random(seed)):
            for case in cases(shown, program, random):
                boxes = [one.box for one in _things(reader.read(case.before), case)]
                for box in random.sample(boxes, min(_TARGETS, len(boxes))):
                    truth = None
                    if case.shift is not None:
                        truth = Box(box.left + case.shift[0], box.top + case.shift[1], box.width, box.height)
                    point, name = box.center, f"{seed} {box.center.x},{box.center.y}"
                    yield Trial(program, case.change, case.before, point, case.after, truth, name)


def _things(scene: Scene, case: Case) -> list[Line | Widget]:
    """What can be pointed at in the window of a case."""
    lines = [line for line in scene.lines if case.only is None or line.text == case.only]
    things = [*lines, *(() if case.only else scene.widgets)]
    return [thing for thing in things if thing.box.overlap(case.window) == thing.box]


def tried(trials: Iterator[Trial]) -> list[Outcome]:
    """What comes of each."""
    reader, outcomes = ScreenReader(), []
    for trial in trials:
        began = time.perf_counter()
        answer = relocate(snapshot_of(trial.wanted, trial.point, reader), trial.frame, reader)
        outcomes.append(Outcome(trial, answer, time.perf_counter() - began))
    return outcomes


def everything(display: str) -> list[Outcome]:
    """All trials, one kind of screen after the other."""
    outcomes = []
    with stage(display) as shown:
        outcomes += tried(drawn(shown, _DRAWN))
    with windows(display) as shown_windows:
        outcomes += tried(drawn(shown_windows, _CONSOLES, ("entries",), "xterm"))
        outcomes += tried(of_programs(shown_windows, _PROGRAMS))
    with pages() as shown_pages:
        if shown_pages is not None:
            outcomes += tried(drawn(shown_pages, _PAGES, _WEB, "Chromium"))
    return outcomes


def run() -> list[Row]:
    with virtual_display() as display:
        outcomes = everything(display)
    count = Counter(outcome.verdict for outcome in outcomes)
    trials, wrong, there = len(outcomes), count["false hit"], count["found"] + count["missed"]
    share = count["found"] / there
    return [
        Row("matching, trials", trials, "", "", None, f"{_TRIALS} or more", trials >= _TRIALS),
        Row("matching, false hits", wrong, "", f"{trials} trials", None, "0", wrong == 0),
        Row("matching, found again", count["found"], "", f"{there} there", share, "", met=True),
        *(_time(outcomes, rung) for rung in ("same place", "near", "whole frame", "other scale")),
    ]


def _time(outcomes: list[Outcome], rung: str) -> Row:
    """What finding takes, reading what was not read before included."""
    seconds = [one.seconds for one in outcomes if isinstance(one.answer, Located) and one.answer.rung == rung]
    return Row(f"matching, {rung}", median(seconds) * 1000, "ms", f"{len(seconds)} found", None, "", met=True)


def table(outcomes: list[Outcome], of: Callable[[Trial], str]) -> str:
    """The verdicts by something of their trials, in Markdown."""
    verdicts = ("found", "missed", "refused", "false hit")
    count = Counter((of(outcome.trial), outcome.verdict) for outcome in outcomes)
    head = ["| | " + " | ".join(verdicts) + " |", "|---|" + "---:|" * len(verdicts)]
    names = [*sorted({name for name, _ in count}), "all"]
    count += Counter(("all", outcome.verdict) for outcome in outcomes)
    rows = (f"| {name} | " + " | ".join(str(count[name, verdict]) for verdict in verdicts) for name in names)
    return "\n".join([*head, *(f"{row} |" for row in rows)])


def _miss(outcome: Outcome) -> str:
    """A kind of miss: where, and what was said."""
    why = outcome.answer.why if isinstance(outcome.answer, NotLocated) else ""
    return f"{outcome.trial.kind}, {outcome.trial.change}: {why}"


def main() -> None:
    """Print the tables, and every miss and false hit."""
    with virtual_display() as display:
        outcomes = everything(display)
    print(table(outcomes, lambda trial: trial.kind), end="\n\n")
    print(table(outcomes, lambda trial: trial.change), end="\n\n")
    missed = Counter(_miss(outcome) for outcome in outcomes if outcome.verdict == "missed")
    print("\n".join(f"{count} {kind}" for kind, count in missed.most_common()))
    for one in outcomes:
        if one.verdict == "false hit":
            print("FALSE HIT", one.trial.kind, one.trial.change, one.trial.name, one.answer)


if __name__ == "__main__":
    main()
