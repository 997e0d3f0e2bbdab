"""Drawing of plots on a canvas."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from agent.bench.plots.canvas import canvas, legend, mark, save, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

    from agent.bench.plots.budget import Curve
    from agent.bench.plots.canvas import Mark
    from agent.bench.plots.sizes import Missed, Sizes
    from agent.bench.statistics.proportion import Proportion

_FAR = 12
"""How many times the median the end of a curve may be, before the axis is logarithmic."""
_BARS = 0.8
"""Share of a size's room that its bars take."""
_BANDS = "Bands, and bars at the ends: 95 % intervals."
_WHISKERS = "Thin bars: 95 % intervals."


def draw_curves(curves: Sequence[Curve], title: str, along: str, folder: Path, name: str) -> list[Path]:
    """The curves of runs, and the files that they were written to.

    Args:
        curves: at least one.
        title: of the plot.
        along: what the horizontal axis counts.
        folder: for the files.
        name: of them, without suffix.
    """
    labels = [_total(one) for one in curves]
    with canvas(title, labels) as (figure, axes):
        left = _along(axes, curves, along)
        for number, (one, label) in enumerate(zip(curves, labels, strict=True)):
            _curve(axes, one, label, mark(number), left)
        axes.set_ylim(0, 100)
        axes.set_ylabel("passed, % of all attempts")
        legend(figure, axes, _BANDS)
        return save(figure, folder, name)


def _total(one: Curve) -> str:
    passed, (share, low, high) = one.total, _percent(one.total)
    return f"{short(one.label)}: {share:.1f} % [{low:.1f}, {high:.1f}], {passed.passed}/{passed.of}"


def _percent(share: Proportion) -> tuple[float, float, float]:
    """Share, lower and upper end of its interval; there is at least one attempt."""
    assert share.share is not None
    assert share.low is not None
    assert share.high is not None
    return 100 * share.share, 100 * share.low, 100 * share.high


def _along(axes: Axes, curves: Sequence[Curve], along: str) -> float:
    """Set the horizontal axis, and say where it begins."""
    from matplotlib.ticker import LogLocator  # noqa: PLC0415  (heavy: loaded on use)

    xs = sorted(point.x for one in curves for point in one.points)
    axes.set_xlabel(along)
    if xs[0] > 0 and xs[-1] > _FAR * median(xs):
        axes.set_xscale("log", subs=range(2, 10))
        axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.xaxis.set_major_formatter("{x:,g}")
        left = xs[0] / 1.3
    else:
        axes.xaxis.set_major_formatter("{x:,.10g}")
        left = 0.0
    axes.set_xlim(left, xs[-1] * 1.04 if xs[-1] else 1)
    return left


def _curve(axes: Axes, one: Curve, label: str, mark: Mark, left: float) -> None:
    """Steps, since between two attempts nothing rises; the end is marked, with its interval."""
    xs = [left, *(point.x for point in one.points)]
    shares = [0.0, *(100 * point.share for point in one.points)]
    axes.step(xs, shares, where="post", color=mark.colour, linestyle=mark.line, linewidth=1.6)
    axes.fill_between(
        xs[1:],
        [100 * point.low for point in one.points],
        [100 * point.high for point in one.points],
        step="post",
        color=mark.colour,
        alpha=0.13,
        linewidth=0,
    )
    share, low, high = _percent(one.total)
    axes.errorbar(
        [one.points[-1].x],
        [share],
        [[share - low], [high - share]],
        color=mark.colour,
        linestyle=mark.line,
        marker=mark.sign,
        markersize=6,
        markeredgecolor="white",
        capsize=3,
        label=label,
        clip_on=False,
        zorder=3,
    )


def draw_sizes(runs: Sequence[Sizes], title: str, folder: Path, name: str) -> list[Path]:
    """The misses of runs by size, and the files that they were written to. At least one run."""
    found = sorted({size for one in runs for size in one.missed})
    labels = [short(one.label) for one in runs]
    with canvas(title, labels) as (figure, axes):
        width = _BARS / len(runs)
        for number, (one, label) in enumerate(zip(runs, labels, strict=True)):
            first = (number + 0.5) * width - _BARS / 2
            there = [
                (place + first, one.missed[size]) for place, size in enumerate(found) if size in one.missed
            ]
            _bars(axes, there, width, label, mark(number))
        axes.set_xticks(range(len(found)), [f"{size}\n{_numbers(runs, size)}" for size in found])
        axes.tick_params(axis="x", length=0)
        axes.grid(visible=False, axis="x")
        axes.set_ylim(0, 100)
        axes.set_xlim(-0.6, len(found) - 0.4)
        axes.set_ylabel("misses, %")
        axes.set_xlabel("shorter side of what is to be clicked, in pixels of the annotated picture")
        legend(figure, axes, _WHISKERS)
        return save(figure, folder, name)


def _bars(axes: Axes, there: Sequence[tuple[float, Missed]], width: float, label: str, mark: Mark) -> None:
    axes.bar(
        [place for place, _ in there],
        [100 * missed.share for _, missed in there],
        0.92 * width,
        yerr=[
            [100 * (missed.share - missed.low) for _, missed in there],
            [100 * (missed.high - missed.share) for _, missed in there],
        ],
        color=f"{mark.colour}55",
        edgecolor=mark.colour,
        hatch=mark.hatch,
        error_kw={"elinewidth": 1.0, "capsize": 2.5, "ecolor": "#222222"},
        label=label,
    )


def _numbers(runs: Sequence[Sizes], size: str) -> str:
    of = [one.missed[size].of for one in runs if size in one.missed]
    return f"n = {of[0]}" if len(set(of)) == 1 else f"n = {min(of)} to {max(of)}"
