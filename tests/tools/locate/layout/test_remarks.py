"""What stands below a field is a remark on it where labels stand before the fields."""

from __future__ import annotations

from tests.tools.scenes import line, scene, widget
from tools.locate.layout.remarks import is_remark

UPPER, LOWER = widget("field", 120, 50, 200), widget("field", 120, 96, 200)
REMARK, LABEL, OTHER = line("Please check", 120, 76), line("Pay", 20, 101), line("Weight", 20, 54)


def test_a_remark_is_on_the_field_above_it_where_labels_stand_before_both() -> None:
    page = scene(UPPER, LOWER, REMARK, LABEL, OTHER)
    assert is_remark(page, REMARK, LABEL, LOWER)
    assert not is_remark(scene(UPPER, LOWER, REMARK, LABEL), REMARK, LABEL, LOWER), "labels may stand above"
    assert not is_remark(page, OTHER, LABEL, LOWER)


def test_a_remark_may_stand_far_below_its_field_with_nothing_between() -> None:
    lower, label = widget("field", 120, 150, 200), line("Pay", 20, 154)
    remark = line("Please check", 120, 128)
    assert is_remark(scene(UPPER, lower, remark, label, OTHER), remark, label, lower)
    assert not is_remark(scene(UPPER, lower, remark, label, OTHER, REMARK), remark, label, lower)
    own = line("Weight", 120, 30)
    assert not is_remark(scene(UPPER, lower, remark, label, OTHER, own), remark, label, lower), (
        "labels stand above"
    )
    far = line("Please check", 120, 160)
    lowest, its_label = widget("field", 120, 182, 200), line("Pay", 20, 186)
    assert not is_remark(scene(UPPER, lowest, far, its_label, OTHER), far, its_label, lowest)


def test_so_it_is_on_a_field_that_has_its_label_in_it_where_others_have_theirs_before_them() -> None:
    first, label = widget("field", 120, 8, 200), line("Weight", 20, 12)
    inside = line("User", 124, 54)
    assert is_remark(scene(first, UPPER, LOWER, label, inside, REMARK, LABEL), REMARK, LABEL, LOWER)
    elsewhere = widget("field", 160, 8, 200)
    assert not is_remark(scene(elsewhere, UPPER, LOWER, label, inside, REMARK, LABEL), REMARK, LABEL, LOWER)
    heading = line("Height", 120, -14)
    assert not is_remark(
        scene(first, UPPER, LOWER, label, inside, REMARK, LABEL, heading), REMARK, LABEL, LOWER
    ), "labels stand above the fields: those on the left are titles of sections"
    assert not is_remark(scene(first, UPPER, LOWER, label, REMARK, LABEL), REMARK, LABEL, LOWER), (
        "what is above may have its label farther up"
    )
