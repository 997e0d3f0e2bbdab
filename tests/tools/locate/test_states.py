"""Whether an indicator is on, also where its look alone does not say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, scene, widget
from tools.locate.look import Look
from tools.locate.states import is_on
from tools.observation import Frame

if TYPE_CHECKING:
    from tools.see.scene import Scene, Widget


class Doubting:
    """A second look that sees one state everywhere."""

    def __init__(self, seen: str | None) -> None:
        self.seen = seen
        self.told_turned: list[bool] = []

    def widgets(self, scene: Scene) -> tuple[Widget, ...]:
        """None more."""
        return scene.widgets

    def judged(self, scene: Scene, widget: Widget, *, turned: bool = False) -> Widget:
        """Unknown where it sees another one."""
        self.told_turned.append(turned)
        return (
            widget
            if self.seen in (None, "on" if widget.checked else "off")
            else replace(widget, checked=None)
        )


@pytest.mark.parametrize(("seen", "state"), [(None, False), ("on", None)])
def test_an_indicator_of_another_middle_has_turned_unless_a_second_look_sees_the_old_state(
    seen: str | None, *, state: bool | None
) -> None:
    first, later = (np.full((60, 260, 3), level, np.uint8) for level in (40, 120))
    page = scene()
    second = Doubting(seen)
    parser = FakeParser(anywhere=replace(page, second_look=second))
    box = widget("checkbox", 20, 20, 24, checked=True)
    assert is_on(Look(Frame.from_rgb(later), parser), box, Frame.from_rgb(first)) is state
    assert second.told_turned == [True]


@pytest.mark.parametrize(("knob", "track", "state"), [(36, 120, True), (22, 120, False), (22, 70, False)])
def test_a_switch_has_turned_when_its_knob_is_at_the_other_end(knob: int, track: int, *, state: bool) -> None:
    def painted(knob: int, track: int) -> Frame:
        rgb = np.full((60, 260, 3), 20, np.uint8)
        rgb[20:40, 20:54] = track
        rgb[22:38, knob : knob + 16] = 250
        return Frame.from_rgb(rgb)

    switch = widget("checkbox", 20, 20, 34, 20, checked=True)
    seen = Look(painted(knob, track), FakeParser(anywhere=scene()))
    assert is_on(seen, switch, painted(36, 70)) is state


def test_a_radio_button_whose_middle_has_turned_is_on_once_it_was_left_whatever_a_second_look_sees() -> None:
    first, later = (np.full((60, 260, 3), level, np.uint8) for level in (40, 120))
    unknown = widget("radio", 20, 20, 14, 14)
    page = replace(scene(unknown), second_look=Doubting("off"))
    now, before = Look(Frame.from_rgb(later), FakeParser(anywhere=page)), Frame.from_rgb(first)
    off = replace(unknown, checked=False)
    assert is_on(now, off, before) is None
    assert is_on(now, off, before, left=True)
    assert not is_on(now, off, Frame.from_rgb(later), left=True)
    box = replace(off, kind="checkbox")
    boxes = FakeParser(
        anywhere=replace(scene(replace(unknown, kind="checkbox")), second_look=Doubting("off"))
    )
    assert is_on(Look(Frame.from_rgb(later), boxes), box, before, left=True) is None
