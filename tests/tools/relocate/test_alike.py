"""A target that looks different is believed by its text: the only one, read the same, of the same kind."""

from __future__ import annotations

import pytest

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Point
from tools.relocate.alike import find_alike
from tools.relocate.result import NotLocated
from tools.relocate.snapshot import snapshot_of


def dialog(save: str = "Save", *, scale: float = 0.5, ink: int = 20, button: bool = True) -> Drawing:
    drawing = Drawing()
    drawing.text("Keep what was changed?", (100, 60))
    if button:
        drawing.button(save, (120, 140), scale=scale, ink=ink)
    else:
        drawing.text(save, (120, 140), scale=scale, ink=ink)
    return drawing


def found(after: Drawing, before: Drawing | None = None) -> str:
    """What came of it: `found`, or why not."""
    before = before or dialog()
    wanted = snapshot_of(before.shot(), before.lines[-1].box.center, PARSER)
    answer = find_alike(wanted, PARSER.read(after.shot()))
    if isinstance(answer, NotLocated):
        return answer.why
    was, peak = answer
    assert was == before.lines[-1].box
    assert peak.box == after.lines[-1].box
    return "found"


@pytest.mark.parametrize(
    ("after", "answer"),
    [
        (dialog(), "found"),
        (dialog(scale=0.8), "found"),
        (dialog(scale=1.4), "absent"),
        (dialog("Send"), "another text"),
        (dialog(ink=150), "disabled"),
        (dialog(button=False), "absent"),
    ],
    ids=["as it was", "larger", "far too large", "relabelled", "greyed out", "no button"],
)
def test_what_is_believed(after: Drawing, answer: str) -> None:
    assert found(after) == answer


def test_a_second_one_is_a_stop() -> None:
    after = dialog()
    after.button("Save", (400, 300))
    assert found(after) == "several"


def test_where_nothing_that_was_near_is_on_the_screen_it_is_another() -> None:
    after = Drawing()
    after.text("Delete the whole disk?", (100, 60))
    after.button("Save", (120, 140))
    assert found(after) == "absent"


def test_what_bears_no_text_is_not_found_by_one() -> None:
    wanted = snapshot_of(Drawing().shot(), Point(320, 100), PARSER)
    answer = find_alike(wanted, PARSER.read(dialog().shot()))
    assert isinstance(answer, NotLocated)
    assert "bears no text" in answer.message
