"""Check: what a model finds on the screens of a set, next to their truth; by kind, and as pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.detector import Detector
from tools.see.elements.element import CONTAINERS
from tools.see.scene import TEXT_HEIGHT
from training.detector.drawing import draw
from training.detector.shelf import LETTERS, font_of, screens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from tools.see.elements.element import Element

SAME = 0.5
"""Share of their union that a proposal and an element have in common, at least."""
DRAWN = 40
"""Pictures of misses, at most."""


@dataclass
class Tally:
    """What was counted, by kind."""

    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    """Elements that a proposal of their own kind meets."""
    proposed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    """Proposals that meet no element of their kind."""
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Elements that were proposed as another kind; "" where as none."""
    states: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Kind, true state, told state of elements that were found."""
    disabled: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    """Whether enabled, and whether told to be."""
    by_toolkit: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def check(model: Path, folder: Path, misses: Path | None = None, most: int | None = None) -> str:
    """A table of what the model finds on the screens of a folder; pictures of misses into another."""
    detector, tally, drawn = Detector(model), Tally(), 0
    if misses is not None:
        misses.mkdir(parents=True, exist_ok=True)
    for screen in spread(screens(folder), most):
        picture, _, _ = screen.look()
        told = screen.told()
        height = TEXT_HEIGHT * font_of(told) / LETTERS
        proposals = detector.detect(Frame.from_rgb(picture), text_height=height)
        missed = count(tally, told, proposals, screen.toolkit)
        if misses is not None and missed and drawn < DRAWN:
            drawn += 1
            draw(picture, told, proposals, misses / f"{screen.name}.png")
    return table(tally)


def spread(all_of_them: Sequence[Any], most: int | None) -> Sequence[Any]:
    """So many of them, evenly spread."""
    return all_of_them[:: max(1, len(all_of_them) // most)] if most else all_of_them


def count(tally: Tally, told: Mapping[str, Any], proposals: Sequence[Element], toolkit: str) -> int:
    """Adds one screen; how many of its elements were not found as what they are."""
    right: list[Element] = []
    for element in told["elements"]:
        kind, best = element["kind"], proposed_as(element, proposals)
        tally.kinds[kind] += 1
        if best is not None and best.kind == kind:
            right.append(best)
            note(tally, element, best)
        else:
            tally.taken[kind, "" if best is None else best.kind] += 1
    unknown = [Box(*map(round, area)) for area in told.get("ignore", ())]
    for one in proposals:
        known = not any(one.box.overlap(area).area > SAME * one.box.area for area in unknown)
        tally.proposed[one.kind] += known
        tally.wrong[one.kind] += known and one not in right
    tally.by_toolkit[toolkit].update(all=len(told["elements"]), found=len(right))
    return len(told["elements"]) - len(right)


def proposed_as(element: Mapping[str, Any], proposals: Sequence[Element]) -> Element | None:
    """The proposal that an element is met by: one of its own kind, or else any of its layer."""
    kind, box = element["kind"], Box(*map(round, element["box"]))
    layer = [one for one in proposals if (one.kind in CONTAINERS) == (kind in CONTAINERS)]
    meeting = [one for one in layer if share(one.box, box) > SAME]
    return max(meeting, key=lambda one: (one.kind == kind, share(one.box, box)), default=None)


def note(tally: Tally, element: Mapping[str, Any], best: Element) -> None:
    """Adds an element that was found, and what was told of it."""
    kind = element["kind"]
    tally.found[kind] += 1
    if element["state"] is not None or best.state is not None:
        tally.states[kind, str(element["state"]), str(best.state)] += 1
    tally.disabled[bool(element.get("enabled", True)), best.enabled > 0.5] += 1


def share(one: Box, other: Box) -> float:
    """The common part of two boxes, next to their union."""
    common = one.overlap(other).area
    return common / (one.area + other.area - common) if common else 0.0


def table(tally: Tally) -> str:
    """What was counted, as text."""
    lines = [f"{'kind':14} {'all':>6} {'recall':>7} {'precision':>9}  taken for"]
    for kind, number in sorted(tally.kinds.items()):
        others = [f"{name or 'nothing'} {n}" for (own, name), n in tally.taken.most_common() if own == kind]
        right = 1 - tally.wrong[kind] / max(1, tally.proposed[kind])
        lines.append(
            f"{kind:14} {number:6} {tally.found[kind] / number:7.1%} {right:9.1%}  {', '.join(others[:5])}"
        )
    lines.append("\nstates (kind, true, told):")
    lines += [f"  {' '.join(key):34} {n:6}" for key, n in sorted(tally.states.items())]
    lines.append("enabled (true, told):")
    lines += [f"  {key!s:34} {n:6}" for key, n in sorted(tally.disabled.items())]
    lines.append("found as what they are, by toolkit:")
    lines += [
        f"  {name:20} {c['found'] / c['all']:7.1%} of {c['all']}"
        for name, c in sorted(tally.by_toolkit.items())
    ]
    return "\n".join(lines)
