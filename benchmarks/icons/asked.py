"""Asked: of a screen of icons of one theme, is the one that a step names found, another, or none?

That is what a click depends on. An icon whose name is guessed wrong does harm only where it is asked for by
that name, and the one that is meant is not known.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.locate.errors import Ambiguous, NotFound
from tools.locate.icons import find_icon
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.icons.icon import concepts_called
from tools.see.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.icons.themes import Sample
    from tools.geometry import Box
    from tools.see.icons.icon import Icon
    from tools.see.icons.namer import IconNamer

MANY = 20
"""Icons on a screen."""
ROW = 10
"""Of them in a row."""

HOW = ("at once", "where there are no tips")
"""When an icon that is asked for is taken: `find_icon` without and with `tipless`."""
Outcome = Literal["right", "wrong", "not found"]


def asked(
    samples: Sequence[Sample], boxes: Sequence[Box], namer: IconNamer
) -> tuple[Counter[str], list[str]]:
    """Counts of outcomes over screens of random icons of one size and ground, and each wrong one told."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for screen in _screens(samples):
        frame, places = _laid([samples[at] for at in screen], [boxes[at] for at in screen])
        icons, scene = namer.name_boxes(frame, places), Scene(frame, (), ())
        for at, place in zip(screen, places, strict=True):
            said = samples[at].said
            if any(_may_mean(said, samples[other].said) for other in screen if other != at):
                continue
            outcomes = [_outcome(scene, icons, said, place, tipless=tipless) for tipless in (False, True)]
            counts.update(f"{outcome}, {how}" for outcome, how in zip(outcomes, HOW, strict=True))
            if "wrong" in outcomes:
                wrong.append(f"{samples[at].theme} {samples[at].size}: asked for {said!r}, another one found")
    return counts, wrong


def _screens(samples: Sequence[Sample]) -> Iterator[list[int]]:
    """Samples of each size and ground, shuffled, `MANY` at a time."""
    for look in sorted({(one.size, one.ground) for one in samples}):
        own = [at for at, one in enumerate(samples) if (one.size, one.ground) == look]
        Random(str(look)).shuffle(own)
        yield from (own[start : start + MANY] for start in range(0, len(own), MANY))


def _laid(samples: Sequence[Sample], boxes: Sequence[Box]) -> tuple[Frame, list[Box]]:
    """The samples in rows on one screen, and where their icons are."""
    width, height = (max(sides) for sides in zip(*(one.frame.size for one in samples), strict=True))
    rows = -(-len(samples) // ROW)
    screen = np.empty((rows * height, ROW * width, 3), np.uint8)
    screen[:] = samples[0].frame.rgb[0, 0]
    places = []
    for at, (sample, box) in enumerate(zip(samples, boxes, strict=True)):
        left, top = at % ROW * width, at // ROW * height
        own = sample.frame.rgb
        screen[top : top + own.shape[0], left : left + own.shape[1]] = own
        places.append(box.shift(left, top))
    return Frame.from_rgb(screen), places


def _may_mean(said: str, other: str) -> bool:
    """Whether two names may be of one concept."""
    return bool(concepts_called(said) & concepts_called(other))


def _outcome(scene: Scene, icons: Sequence[Icon], said: str, place: Box, *, tipless: bool) -> Outcome:
    try:
        found = find_icon(scene, icons, Locator(said), tipless=tipless)
    except (NotFound, Ambiguous):
        return "not found"
    return "right" if found.box == place else "wrong"
