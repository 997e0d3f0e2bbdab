"""Report of a self-test: hits, error distances, likely cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict

from agent.clicktest.causes import causes, explain, remedy
from agent.clicktest.fitting import NEAR, fit
from agent.clicktest.mapping import Shots
from agent.clicktest.remedies import Cause
from agent.clicktest.robust import least_squares
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.clicktest.asking import Shot
    from agent.clicktest.fitting import Fit
    from agent.clicktest.robust import Floats

Verdict = Literal["right", "off", "unreliable", "unreadable"]

_LEAST = 8
"""Readable replies below which nothing is fitted."""
_MOST = 0.6
"""Of the readable shots must be explained by a cause, or none is named."""
_HITS = 0.8
"""Of all shots must hit for clicks to be right."""
_SAME = 0.8
"""Of the shots at one place of the picture are too many to be about their targets."""
_FOLLOWS = 0.9
"""Correlation of clicks with targets above which they are about them, however close together."""
_TOLD = 5.0
"""Standard deviations by which 999 must differ from 1000 to be told from it."""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AxisReport(_Section):
    """One axis at one picture size; frame pixels, to the right and down."""

    mean: float
    spread: float
    """Standard deviation."""
    scale: float
    """Slope of clicked against true places; 1 is right."""


class SizeReport(_Section):
    """All shots at one picture size."""

    width: int
    height: int
    shots: int
    readable: int
    hits: int
    x: AxisReport | None
    """None where too few could be read."""
    y: AxisReport | None


class Report(_Section):
    """The outcome of a click self-test."""

    model: str
    verdict: Verdict
    causes: tuple[Cause, ...]
    """By name; empty when clicks are right."""
    said: str
    """What was found, in one or two sentences."""
    change: str
    """What to do about it."""
    shots: int
    hits: int
    unusable: int
    """Replies that deskhand would refuse ..."""
    unreadable: int
    """... and those of them in which not even two numbers were found."""
    example: str
    """A reply that deskhand would refuse, or the first that missed."""
    noise: float | None
    """Pixels: standard deviation on one axis of what the cause leaves unexplained."""
    sizes: tuple[SizeReport, ...]
    usage: Usage
    seconds: float


def report(model: str, shots: Sequence[Shot], seconds: float) -> Report:
    """Judge all the shots of one model."""
    readable = Shots.of(shots)
    fitted = fit(readable) if len(readable) >= _LEAST else None
    hits = sum(shot.hit for shot in shots)
    verdict, named, said = _judge(readable, fitted, len(shots), hits)
    missed = [shot.reply for shot in shots if not shot.usable] or [
        shot.reply for shot in shots if not shot.hit
    ]
    return Report(
        model=model,
        verdict=verdict,
        causes=named,
        said=said,
        change=remedy(named),
        shots=len(shots),
        hits=hits,
        unusable=sum(not shot.usable for shot in shots),
        unreadable=len(shots) - len(readable),
        example=missed[0][:1000] if missed else "",
        noise=round(fitted.noise, 2) if fitted else None,
        sizes=tuple(_size(shots, size) for size in dict.fromkeys(shot.size for shot in shots)),
        usage=sum((shot.usage for shot in shots), Usage()),
        seconds=round(seconds, 2),
    )


def _judge(
    readable: Shots, fitted: Fit | None, count: int, hits: int
) -> tuple[Verdict, tuple[Cause, ...], str]:
    if fitted is None or len(readable) < _MOST * count:
        return "unreadable", ("unreadable",), f"Only {len(readable)} of {count} replies name a place."
    if _at_one_place(readable):
        return "off", ("same place",), "The model clicks the same place whatever it is asked for."
    if fitted.share < _MOST:
        said = f"No cause explains the misses: the best one explains {fitted.share:.0%} of the clicks."
        return "unreliable", ("unreliable",), said
    if not fitted.mapping.right:
        return "off", causes(fitted.mapping), explain(fitted.mapping)
    if hits < _HITS * count:
        return "unreliable", ("unreliable",), f"Right on the whole, but {count - hits} of {count} miss."
    return "right", (), f"Clicks land where they should.{_hidden(fitted)}"


def _hidden(fitted: Fit) -> str:
    """What the noise leaves open."""
    if fitted.divisor >= _TOLD:
        return ""
    return (
        " Whether numbers run to 999 or to 1000 can't be told: that moves a click by a thousandth of the "
        f"side, and clicks scatter by {fitted.noise:.1f} px."
    )


def _at_one_place(shots: Shots) -> bool:
    """Whether nearly all clicks lie together and do not even follow their targets a little."""
    seen, true = (places / shots.extent for places in (shots.seen, shots.true))
    away = np.abs(seen - np.median(seen, axis=0)).max(axis=1)
    return float(np.mean(away <= NEAR)) >= _SAME and _correlation(seen, true) < _FOLLOWS


def _correlation(one: Floats, two: Floats) -> float:
    """The larger of both axes; 0 for what does not vary."""
    product = ((one - one.mean(axis=0)) * (two - two.mean(axis=0))).mean(axis=0)
    scale = one.std(axis=0) * two.std(axis=0)
    return float(np.divide(product, scale, out=np.zeros(2), where=scale > 0).max())


def _size(shots: Sequence[Shot], size: tuple[int, int]) -> SizeReport:
    here = [shot for shot in shots if shot.size == size]
    readable = Shots.of(here)
    x, y = (_axis(readable, axis) for axis in (0, 1))
    return SizeReport(
        width=size[0],
        height=size[1],
        shots=len(here),
        readable=len(readable),
        hits=sum(shot.hit for shot in here),
        x=x,
        y=y,
    )


def _axis(shots: Shots, axis: int) -> AxisReport | None:
    if len(shots) < 3:  # noqa: PLR2004  (a line through fewer has nothing left to tell)
        return None
    true, seen = shots.true[:, axis], shots.seen[:, axis]
    slope = least_squares(np.stack([true, np.ones_like(true)], axis=1), seen)[0]
    off = seen - true
    return AxisReport(
        mean=round(float(off.mean()), 2), spread=round(float(off.std()), 2), scale=round(float(slope), 4)
    )
