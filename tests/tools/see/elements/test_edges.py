"""A box that the detector sees gets the edges that are drawn there; what is drawn by shapes alone stays."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.elements.edges import OFF, with_exact_edges
from tools.see.scene import Widget, WidgetKind

DRAWN = Box(40, 60, 200, 30)


def edges(widget: Widget, known: tuple[Widget, ...] = ()) -> Box:
    """Those of a widget on a screen with one field and a smaller box in it."""
    canvas = Canvas()
    canvas.box(DRAWN)
    canvas.box(Box(210, 66, 20, 18))
    (found,) = with_exact_edges(canvas.frame, [widget], known)
    assert found.kind == widget.kind
    return found.box


@pytest.mark.parametrize("by", [(0, 0), (2, -1), (-OFF, OFF)])
@pytest.mark.parametrize("kind", ["field", "dropdown"])
def test_a_box_that_is_some_pixels_off_gets_the_edges_that_are_drawn(
    kind: WidgetKind, by: tuple[int, int]
) -> None:
    assert edges(Widget(kind, DRAWN.shift(*by))) == DRAWN


@pytest.mark.parametrize("box", [DRAWN.shift(OFF + 1, 0), DRAWN._replace(width=150), DRAWN.grow(OFF + 1)])
def test_one_that_is_further_off_keeps_its_own(box: Box) -> None:
    assert edges(Widget("field", box)) == box


def test_one_that_a_shape_has_shown_and_an_indicator_keep_theirs() -> None:
    shown = Widget("field", DRAWN.grow(-1))
    assert edges(shown, (shown,)) == shown.box
    indicator = Widget("checkbox", DRAWN.grow(-1), checked=False)
    assert edges(indicator) == indicator.box
