"""Misses of a run as a page shows them: the picture, what was meant, the click, the reply."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from agent.bench.grounding.layouts.pictures import read_picture
from agent.bench.summary import values_of
from agent.report.pages.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agent.bench.grounding.items import GroundingItems
    from agent.bench.grounding.layouts.sample import Sample
    from agent.bench.results.attempt import Attempt
    from agent.bench.summary import Summary

_MANY = 300
"""Misses from which pictures are made smaller."""
_WIDE, _NARROW = (720, 65), (440, 50)
"""Pixels across at most, and quality of lossy WebP."""
_LEAST = 360.0
"""Pixels across of a close view, at least."""
_AROUND = 4.0
"""How much wider a close view is than the target."""
_SHAPE = 1.6
"""Width to height of a close view."""


class Area(NamedTuple):
    """A part of a picture, in pixels of the annotated one."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, or a part of it, as the page has it."""

    area: Area
    base64: str
    """WebP."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One miss as the page shows it; places in pixels of the annotated picture."""

    attempt: Attempt
    sample: Sample
    key: str
    """Of the whole picture on the page."""
    whole: Area
    close: Shown
    point: tuple[float, float] | None

    @property
    def outline(self) -> str:
        """Corners of the target, as SVG has them; "" without one."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.sample.target.outline)

    @property
    def outside(self) -> bool:
        """Whether the point is outside the picture."""
        x, y = self.point or (0, 0)
        return not (0 <= x <= self.whole.width and 0 <= y <= self.whole.height)

    @property
    def groups(self) -> str:
        """Values of all breakdowns, each once."""
        found = (value for group in self.attempt.groups for value in values_of(self.attempt, group))
        return ", ".join(dict.fromkeys(found))


def misses_page(items: GroundingItems, summary: Summary, attempts: Sequence[Attempt]) -> bytes:
    """A page with every miss of a run, in UTF-8.

    Raises:
        BadInput: a picture can't be read.
    """
    missed = [one for one in attempts if one.reply is not None and one.outcome != "passed"]
    pictures: dict[str, Shown] = {}
    misses = list(_misses(items, missed, pictures))
    return rendered("misses.html", summary=summary, misses=misses, pictures=pictures)


def _misses(items: GroundingItems, missed: Sequence[Attempt], pictures: dict[str, Shown]) -> Iterator[Miss]:
    fit = _WIDE if len(missed) < _MANY else _NARROW
    keys: dict[Path, str] = {}
    for attempt in missed:
        sample = items.sample(attempt.item)
        frame, _ = read_picture(sample.picture)
        image = Image.fromarray(frame.rgb)
        whole = Area(0, 0, *(sample.size or image.size))
        key = keys.setdefault(sample.picture, f"p{len(keys)}")
        if key not in pictures:
            pictures[key] = _shown(image, whole, whole, fit)
        point = _point(attempt)
        close = _shown(image, whole, _close(sample, point, whole), fit)
        yield Miss(attempt, sample, key, whole, close, point)


def _point(attempt: Attempt) -> tuple[float, float] | None:
    match attempt.details.get("point"):
        case [float() | int() as x, float() | int() as y]:
            return x, y
    return None


def _close(sample: Sample, point: tuple[float, float] | None, whole: Area) -> Area:
    """The part around the target; without one, around the point; without that, all."""
    corners = sample.target.outline or ((point,) if point else ())
    if not corners:
        return whole
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    across = max(_LEAST, _AROUND * (max(xs) - min(xs)), _AROUND * _SHAPE * (max(ys) - min(ys)))
    width, height = min(whole.width, across), min(whole.height, across / _SHAPE)
    left = (min(xs) + max(xs) - width) / 2
    top = (min(ys) + max(ys) - height) / 2
    return Area(
        max(0.0, min(left, whole.width - width)), max(0.0, min(top, whole.height - height)), width, height
    )


def _shown(image: Image.Image, whole: Area, area: Area, fit: tuple[int, int]) -> Shown:
    across, down = image.width / whole.width, image.height / whole.height
    box = (
        area.left * across,
        area.top * down,
        (area.left + area.width) * across,
        (area.top + area.height) * down,
    )
    scale = min(1.0, fit[0] / max(1.0, box[2] - box[0]))
    size = max(1, round((box[2] - box[0]) * scale)), max(1, round((box[3] - box[1]) * scale))
    file = BytesIO()
    image.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=2).save(
        file, "WEBP", quality=fit[1], method=2
    )
    return Shown(area, b64encode(file.getvalue()).decode())
