"""Switches between two texts: which of them is not taken for the caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.layout.labels import indicator_of
from tools.locate.layout.switched import may_be_of_label

if TYPE_CHECKING:
    from tools.see.scene import Scene, Widget

TRACK = {"left": 140, "top": 18, "width": 40, "height": 20}
LABEL, CAPTION = line("Accept terms", 36, 20), line("Print two-sided", 188, 20)
"""Eight pixels from the switch, either of them."""
UNSEEN = (Box(CAPTION.box.right + 8, 18, 40, 20),)


def switch(**place: int) -> Widget:
    return widget("checkbox", **{**TRACK, **place}, checked=True)  # type: ignore[arg-type]


def test_a_switch_with_a_label_before_it_is_not_that_of_the_text_behind() -> None:
    """GTK's, where the next one was not seen: it is off, and as grey as the panel."""
    page = painted(LABEL, switch(), CAPTION, marks=UNSEEN)
    assert may_be_of_label(page, switch(), CAPTION)
    assert indicator_of(page, CAPTION) is None


@pytest.mark.parametrize(
    "page",
    [
        painted(switch(), CAPTION, marks=UNSEEN),
        painted(line("Accept terms", 16, 20), switch(), CAPTION, marks=UNSEEN),  # farther off
        painted(switch(left=-10), LABEL, switch(), CAPTION, marks=UNSEEN),  # with a switch of its own
        painted(LABEL, switch(left=156, width=20), CAPTION, marks=UNSEEN),  # a check box
        scene(LABEL, switch(), CAPTION),  # with nothing behind it
    ],
)
def test_the_text_behind_a_switch_is_its_caption_where_nothing_before_it_may_be(page: Scene) -> None:
    assert indicator_of(page, CAPTION) is not None


def test_where_a_text_heads_a_row_of_switches_each_is_that_of_the_text_behind_it() -> None:
    other, last = switch(left=CAPTION.box.right + 8), line("Drafts", CAPTION.box.right + 56, 20)
    page = scene(LABEL, switch(), CAPTION, other, last)
    assert indicator_of(page, CAPTION) == switch()
    assert indicator_of(page, last) == other
    assert indicator_of(scene(LABEL, switch(), CAPTION, other), CAPTION) == other
