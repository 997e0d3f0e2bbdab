"""Spots: texts with the widget that each stands in, and which of several equal ones is clicked first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.locate.errors import Ambiguous
from tools.locate.layout.bands import is_boxed
from tools.locate.layout.titlebars import title_bar
from tools.locate.layout.windows import above_panel, in_top_window
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_SLIP = -4.0
"""Weight (`Line.weigh`) from which a line may be a text that was read as another one."""
_MARK = 0.55
"""Heights of a line of text that a letter alone is high, at least: a scroll bar's arrow is read as one."""
_LOWEST_BUTTON = 26
"""Pixels; what is lower and wide may be a title bar that looks like a button."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line that reads like a locator's text, with the widget that it stands in."""

    line: Line
    widget: Widget | None
    difference: float
    box: Box
    """The widget's, or the text's where it stands in none or is an entry of a list."""


def spot_of(scene: Scene, line: Line, difference: float = 0.0) -> Spot:
    """The spot of a line, which reads that differently from what was asked for."""
    widget = scene.widget_at(line.box.center)
    is_entry = widget is None or (widget.is_field and scene.holds_several_lines(widget))
    return Spot(line, widget, difference, line.box if is_entry or widget is None else widget.box)


def most_to_click(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """Those in the window on top; of these the buttons, or else the other texts, or what a field holds.

    A text that only stands in a box is no better than others where it is in a strip at the screen's foot: it
    may be of the desktop's panel.
    """
    top = [spots[index] for index in in_top_window(scene, [spot.line.box for spot in spots])] or [*spots]
    best = min(_rank(scene, spot) for spot in top)
    kept = [spot for spot in top if _rank(scene, spot) == best]
    is_in_panel = best == 0 and not above_panel(scene, [spot.line.box for spot in kept])
    return top if is_in_panel and all(spot.widget is None for spot in kept) else kept


def _rank(scene: Scene, spot: Spot) -> int:
    """A button is what one clicks, or what may be one; then text, what was entered in a field, a title."""
    if (spot.widget is None or spot.widget.box.height < _LOWEST_BUTTON) and title_bar(
        scene.frame, spot.line.box
    ):
        return 3
    if spot.widget is None:
        return 0 if is_boxed(scene.frame, spot.line.box) else 1
    return 2 if spot.widget.kind == "field" else 0


def is_mark(scene: Scene, line: Line) -> bool:
    """Whether a letter or a digit alone is lower than those of this screen: an arrow, read as one."""
    sign = line.text.strip()
    return len(sign) == 1 and sign.isalnum() and line.box.height < _MARK * scene.text_height


def check_dots(scene: Scene, text: str, spots: Sequence[Spot]) -> None:
    """Make sure that what lacks the dots that a text ends in is not taken for an entry that has them.

    Raises:
        Ambiguous: another line has dots, and may be the text, read with a slip.
    """
    if not spots or not _ends_in_dots(text) or any(_ends_in_dots(spot.line.text) for spot in spots):
        return
    for line in scene.lines:
        if _ends_in_dots(line.text) and (may_be(text, line.text) or line.weigh(text) >= _SLIP):
            raise Ambiguous(f'"{text}" could be "{spots[0].line.text}" and "{line.text}"')


def _ends_in_dots(text: str) -> bool:
    return text.rstrip().endswith(("..", "…"))
