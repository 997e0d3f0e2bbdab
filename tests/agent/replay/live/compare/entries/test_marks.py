"""What is ticked otherwise, on scenes made by hand."""

from __future__ import annotations

import pytest

from agent.replay.live.compare.entries.marks import another_is_marked
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.values.substitutions import Substitutions
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.see.scene import Scene, Widget

CAPTIONS = (
    line("Small", 50, 100),
    line("Large", 50, 130),
    line("Send to all", 50, 160),
    line("Order", 50, 200),
)


def form(small: bool | None, large: bool | None, to_all: bool | None) -> Scene:  # noqa: FBT001
    marks = [
        Widget(kind, Box(30, top, 13, 13), on)
        for kind, top, on in (("radio", 102, small), ("radio", 132, large), ("checkbox", 162, to_all))
    ]
    return scene(*CAPTIONS, *marks, widget("button", 40, 196, 80))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (form(True, False, False), None),  # noqa: FBT003
        (form(True, False, True), '"Send to all" is on, and was off'),  # noqa: FBT003
        (form(False, True, False), '"Small" is off, and was on'),  # noqa: FBT003
        (form(True, False, None), None),  # noqa: FBT003
        (scene(*CAPTIONS), None),
    ],
)
def test_a_box_that_is_ticked_otherwise(now: Scene, said: str | None) -> None:
    assert another_is_marked(form(True, False, False), now, Wording()) == said  # noqa: FBT003


def test_what_a_changed_value_chooses_may_be_marked_otherwise_and_what_is_masked() -> None:
    then = form(True, False, False)  # noqa: FBT003
    chosen = Wording(Substitutions((("Small", "Large"),)))
    assert another_is_marked(then, form(False, True, False), chosen) is None  # noqa: FBT003
    assert another_is_marked(then, form(False, True, True), chosen) == '"Send to all" is on, and was off'  # noqa: FBT003
    masked = Wording(ignored=[Box(20, 150, 200, 40)])
    assert another_is_marked(then, form(True, False, True), masked) is None  # noqa: FBT003
