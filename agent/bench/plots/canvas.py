"""Canvas of a plot: fonts, colours, marks and files. No screen is needed, and no name is obeyed."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from agent.recording.disk import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png")
_WIDE, _HIGH, _LINE = 7.0, 3.9, 0.19
"""Inches: the figure, without its legend, and a line of that."""
_DPI = 200
_LONGEST = 64
"""Signs of a label; its middle is left out where it has more."""
_GREY = "#555555"
_LAST_RESORT = "Last Resort"
"""The font that has a box for every sign, and a picture of none."""


class Mark(NamedTuple):
    """How one run is drawn: told apart in colour (those of Okabe and Ito) and in grey."""

    colour: str
    line: str
    sign: str
    hatch: str


_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#000000", "#cc79a7", "#56b4e9", "#e69f00")
_LINES = ("-", "--", "-.", ":")
_SIGNS = ("o", "s", "^", "D", "v", "P", "X", "*", "h")
_HATCHES = ("", "////", "....", "xxxx", "\\\\\\\\")


def mark(number: int) -> Mark:
    """The mark of the run of that number."""
    return Mark(*(ones[number % len(ones)] for ones in (_COLOURS, _LINES, _SIGNS, _HATCHES)))


def short(label: str) -> str:
    """A label that fits a line."""
    if label.startswith("_"):
        label = f" {label}"  # else a legend leaves it out
    if len(label) <= _LONGEST:
        return label
    half = (_LONGEST - 1) // 2
    return f"{label[:half]}…{label[-half:]}"


@contextmanager
def canvas(title: str, labels: Sequence[str]) -> Iterator[tuple[Figure, Axes]]:
    """A figure with one pair of axes, which has room for a legend with these labels."""
    import matplotlib as mpl  # noqa: PLC0415  (heavy: loaded on use)
    from matplotlib.figure import Figure  # noqa: PLC0415

    style: dict[Any, Any] = {
        "font.family": _fonts([title, *labels])[0],
        "font.size": 9.0,
        "text.parse_math": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": _GREY,
        "axes.grid": True,
        "axes.axisbelow": True,
        "grid.color": "#e6e6e6",
        "hatch.linewidth": 0.6,
        "svg.fonttype": "none",
        "svg.hashsalt": "deskhand",
    }
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # the SVG's reader may have it
        figure = Figure((_WIDE, _HIGH + _LINE * (len(labels) + 1)), _DPI, layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(title, loc="left", fontsize=10.5, fontweight="bold")
        axes.tick_params(color=_GREY, labelcolor="#222222")
        yield figure, axes


def legend(figure: Figure, axes: Axes, note: str) -> None:
    """A note, and the runs, below the axes, one a line."""
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(
        handles,
        labels,
        loc="outside lower left",
        frameon=False,
        alignment="left",
        handlelength=3.2,
        title=note,
        title_fontproperties={"size": 8},
    )


def save(figure: Figure, folder: Path, name: str) -> list[Path]:
    """Write the figure in each format, in place of an older one.

    Raises:
        OSError: a file can't be written.
    """
    files = [folder / f"{name}.{one}" for one in FORMATS]
    for file in files:
        with whole(file) as opened:
            kept = {"Date": None} if file.suffix == ".svg" else {}
            figure.savefig(opened, format=file.suffix[1:], metadata=kept)
    return files


def undrawn(texts: Iterable[str]) -> str:
    """The signs of texts that no font on this machine has; "" if all can be drawn."""
    return "".join(sorted(_fonts(texts)[1]))


def _fonts(texts: Iterable[str]) -> tuple[list[str], set[str]]:
    """DejaVu Sans, and for the signs that it lacks fonts that have them; and those that none has."""
    from matplotlib import font_manager  # noqa: PLC0415

    first = "DejaVu Sans"
    fonts = {one.name: one.fname for one in font_manager.fontManager.ttflist}
    lacking = {sign for text in texts for sign in text if sign.isprintable()}
    families = list[str]()
    for family in (first, *sorted(fonts)):
        if not lacking:
            break
        if family.startswith(_LAST_RESORT):
            continue
        known = font_manager.get_font(fonts[family]).get_charmap()
        there = {sign for sign in lacking if ord(sign) in known}
        if there:
            families.append(family)
            lacking -= there
    return families or [first], lacking
