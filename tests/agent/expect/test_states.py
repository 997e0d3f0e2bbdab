"""States of widgets by their look."""

from __future__ import annotations

import numpy as np
import pytest

from agent.expect.states import state_on
from tests.tools.scenes import SIZE, FakeParser, line, widget
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget


def look(shade: int, *parts: Line | Widget) -> Look:
    """A look at these: each text has strokes, the first one in a shade, the others in black."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 200, np.uint8)
    lines = [part for part in parts if isinstance(part, Line)]
    for at, one in enumerate(lines):
        rgb[one.box.grow(-3).slices][:, ::3] = 0 if at else shade
    scene = Scene(
        Frame.from_rgb(rgb), tuple(lines), tuple(part for part in parts if isinstance(part, Widget))
    )
    return Look(scene.frame, FakeParser(scene))


OTHERS = tuple(line(text, 300, top) for top, text in enumerate(("one", "two", "three"), 1))


@pytest.mark.parametrize(("shade", "enabled"), [(0, True), (110, False), (82, None)])
def test_a_button_is_disabled_where_its_caption_is_grey(shade: int, enabled: object) -> None:
    others = (line("one", 300, 40), line("two", 300, 80), line("three", 300, 120))
    seen = look(shade, line("Save", 20, 44), widget("button", 10, 40, 60), *others)
    assert state_on(seen, Locator("Save"), "enabled")[0] is enabled
    assert state_on(seen, Locator("Save"), "disabled")[0] is (None if enabled is None else not enabled)


def test_whether_an_empty_field_is_in_use_can_not_be_told() -> None:
    seen = look(0, line("Name", 20, 44), widget("field", 100, 40, 200), line("other", 300, 120))
    holds, said = state_on(seen, Locator("Name"), "enabled")
    assert (holds, said) == (None, "whether it is enabled can't be told by its look")


def test_a_radio_button_is_chosen_or_not() -> None:
    parts = (line("Express", 60, 44), widget("radio", 30, 42, 20, checked=True))
    assert state_on(look(0, *parts), Locator("Express"), "chosen") == (True, "it is chosen")
    assert state_on(look(0, *parts), Locator("Express"), "not chosen") == (False, "it is chosen")
