"""Where a recorded target is now: pixels and name must not contradict each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.relocator import find_target
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.values.substitutions import Substitutions
from tests.tools.relocate.drawn import PARSER, Drawing, shifted
from tools.relocate.result import NotLocated
from tools.see.scene import Widget

if TYPE_CHECKING:
    from tools.geometry import Box, Point

SAME = Substitutions()


def dialog(label: str = "Store", across: int = 0, down: int = 0, **look: float) -> tuple[Drawing, Box]:
    """A question with two buttons; the box is that of the first."""
    drawing = Drawing()
    drawing.text("Keep what was changed?", (100 + across, 100 + down))
    drawing.button("Cancel", (260 + across, 140 + down))
    return drawing, drawing.button(label, (120 + across, 140 + down), **look)  # type: ignore[arg-type]


def found(
    before: Drawing, point: Point, after: Drawing, substitutions: Substitutions = SAME, sentence: str = ""
) -> TargetPoint | NotLocated:
    return find_target(RecordedTarget(before.shot(), point, sentence), after.shot(), PARSER, substitutions)


def test_what_looks_the_same_is_found_elsewhere() -> None:
    before, button = dialog()
    after, _ = dialog(across=30, down=-20)
    assert found(before, button.center, after) == TargetPoint(shifted(button.center, 30, -20), "near")


def test_a_field_and_the_placeholder_in_it_are_one_place() -> None:
    """Fields that touch look like the rows of a table, and are named by their texts."""
    before, after = Drawing(), Drawing()
    for drawing, across, down in ((before, 0, 0), (after, 30, -20)):
        was = drawing.field("", "To be replaced", (60 + across, 100 + down), width=420)
        drawing.field("", "Replacing text", (60 + across, 130 + down), width=420)
    middle = shifted(was.center, -30, 20)
    target = found(before, middle, after, sentence='Triple-click the field "Find".')
    assert target == TargetPoint(was.center, "near")


def test_what_looks_unlike_is_found_by_its_name() -> None:
    before, after = Drawing(), Drawing()
    was, now = before.field("Town", "", (60, 100)), after.field("Town", "Bergen", (100, 200))
    target = found(before, was.center, after)
    assert target == TargetPoint(now.center, 'by its name, "Town"')


def test_of_a_field_that_has_gone_with_its_label_the_label_is_told() -> None:
    before, after = Drawing(), Drawing()
    was = before.field("Town", "", (60, 100))
    after.field("Village", "", (60, 300), scale=0.8)
    target = found(before, was.center, after)
    assert isinstance(target, NotLocated)
    assert 'no "Town"' in target.message
    assert '"Village"' in target.message


def test_two_entries_of_one_list_are_not_one_place() -> None:
    before, after = Drawing(), Drawing()
    was = before.text("Town", (60, 100))
    alike = after.text("Town", (60, 130))
    after.lines[-1] = replace(after.lines[-1], text="Toyvn")
    after.widgets.append(Widget("field", alike.union(after.text("Town", (60, 300), scale=0.8)).grow(20)))
    target = found(before, was.center, after)
    assert isinstance(target, NotLocated), target
    assert target.why == "several"


def test_pixels_and_name_that_lead_apart_are_a_stop() -> None:
    before, after = Drawing(), Drawing()
    was = before.field("Town", "", (60, 100))
    alike = after.field("Town", "", (60, 130))
    after.lines[-1] = replace(after.lines[-1], text="Toyvn")
    named = after.field("Town", "", (60, 300), scale=0.8)
    at = f"({alike.center.x}, {alike.center.y}), where it looks the same"
    there = f'({named.center.x}, {named.center.y}), where "Town" is'
    target = found(before, was.center, after)
    assert target == NotLocated("several", f"it could be at {at}, or at {there}")


def test_another_label_is_not_the_target() -> None:
    before, button = dialog()
    after, _ = dialog("Erase")
    assert isinstance(found(before, button.center, after), NotLocated)


def test_a_second_one_of_the_name_is_a_stop() -> None:
    before, button = dialog()
    after, _ = dialog()
    after.button("Store", (400, 300))
    target = found(before, button.center, after)
    assert target == NotLocated("several", '"Store" stands 2 times on the screen, and did 1 times')


def test_a_new_value_is_looked_for_by_its_name() -> None:
    before, button = dialog("Norway")
    after, now = dialog("Denmark", across=40)
    values = Substitutions(pairs=(("Norway", "Denmark"),))
    target = found(before, button.center, after, values)
    assert isinstance(target, TargetPoint)
    assert (now.contains(target.point), target.how) == (True, 'by its name, "Denmark"')


def test_a_new_value_that_is_not_there_is_not_found_as_the_old_one() -> None:
    before, button = dialog("Norway")
    after, _ = dialog("Norway")
    target = found(before, button.center, after, Substitutions(pairs=(("Norway", "Denmark"),)))
    assert isinstance(target, NotLocated)
    assert (target.why, target.message.startswith('no "Denmark" on the screen')) == ("absent", True)


def test_what_is_greyed_out_now_is_not_clicked() -> None:
    before, button = dialog("Norway")
    after, _ = dialog("Denmark", ink=190)
    target = found(before, button.center, after, Substitutions(pairs=(("Norway", "Denmark"),)))
    assert target == NotLocated("disabled", '"Denmark" is greyed out')


@pytest.mark.parametrize("scale", [0.5, 0.7])
def test_an_empty_field_that_can_t_be_made_out_is_clicked_beside_its_label(scale: float) -> None:
    before, after = Drawing(), Drawing()
    was = before.field("Town", "", (60, 100))
    label = after.text("Town", (100, 200), scale=scale)
    target = found(before, was.center, after)
    assert isinstance(target, TargetPoint)
    assert target.how == 'beside its label, "Town"'
    distance = was.left - before.lines[0].box.right
    assert distance < target.point.x - label.right < 2 * distance
    assert label.top < target.point.y < label.bottom


def test_beside_a_label_something_else_must_not_stand() -> None:
    before, after = Drawing(), Drawing()
    was = before.field("Town", "", (60, 100))
    after.text("Town", (100, 200))
    after.text("is where one lives, no field at all", (180, 200))
    assert isinstance(found(before, was.center, after), NotLocated)


def test_a_name_is_spelt_as_the_recording_spells_it() -> None:
    """The OCR read "0slo" then, and reads "Oslo" now."""
    before, button = dialog("Oslo")
    before.lines[-1] = replace(before.lines[-1], text="0slo")
    after, _ = dialog("Bergen", across=40)
    values = Substitutions(pairs=(("Oslo", "Bergen"),))
    target = found(before, button.center, after, values, sentence='Click "Oslo".')
    assert isinstance(target, TargetPoint)
    assert target.how == 'by its name, "Bergen"'
