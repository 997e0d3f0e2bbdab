"""How badly a field sits for a label."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.layout.claims import claim, claims, cost, is_free, is_parted
from tools.locate.layout.labels import field_of
from tools.observation import Frame
from tools.see.scene import Scene

LABEL = Box(20, 54, 40, 16)


def test_the_field_on_the_row_sits_better_than_the_one_below_and_none_above() -> None:
    beside, below = cost(LABEL, Box(80, 50, 200, 24)), cost(LABEL, Box(20, 74, 200, 24))
    assert beside is not None
    assert below is not None
    assert beside < below
    assert cost(LABEL, Box(20, 20, 200, 24)) is None


def test_another_widget_between_them_takes_the_claim_away() -> None:
    label, field = line("Name", 20, 54), widget("field", 200, 50, 200)
    assert claim(scene(label, field), label, field) is not None
    assert claim(scene(label, widget("button", 80, 50, 60), field), label, field) is None


def test_the_border_of_a_group_close_before_a_label_is_not_the_ground_that_it_stands_on() -> None:
    label, field = line("Town", 20, 54), widget("field", 160, 50, 200)
    above = line("Name", 157, 28)
    bordered = painted(label, above, field, marks=(Box(17, 20, 1, 200), Box(154, 20, 1, 26)))
    assert claim(bordered, label, field) is not None
    assert list(claims(bordered, field, label)), "nor is it that of a text above the field"
    rgb = bordered.frame.rgb.copy()
    rgb[50:74, 10:80] = 120
    lifted = replace(bordered, frame=Frame.from_rgb(rgb))
    assert claim(lifted, label, field) is None, "a hint in a field without a border"


def test_a_text_before_a_label_on_its_row_has_no_claim_on_the_field_behind_it() -> None:
    menu, label, field = line("Settings", 20, 44), line("Notes", 120, 50), widget("field", 200, 40, 200)
    page = scene(menu, label, field)
    assert list(claims(page, field, menu)), "the label's own"
    assert not list(claims(page, field, label))
    assert field_of(page, label) == field


def test_a_caption_that_was_read_with_its_switch_is_free_for_no_field() -> None:
    caption = line("Tax exempt", 20, 54, 120)
    assert is_free(scene(caption), caption)
    assert not is_free(scene(caption, widget("checkbox", 22, 56, 30, 15)), caption)


def test_the_title_of_a_window_claims_no_field() -> None:
    title, field = line("Form", 20, 30), widget("field", 20, 50, 200)
    page = scene(title, field)
    assert list(claims(page, field))
    pixels = page.frame.rgb.copy()
    pixels[:48] = 90
    barred = Scene(Frame.from_rgb(np.ascontiguousarray(pixels)), page.lines, page.widgets)
    assert not list(claims(barred, field))


def test_a_hint_on_a_ground_of_its_own_claims_no_field_far_behind_it() -> None:
    hint, field = line("Notes", 20, 54), widget("field", 260, 50, 200)
    page = scene(hint, field)
    assert claim(page, hint, field) is not None
    pixels = page.frame.rgb.copy()
    pixels[44:84, 10:160] = 185
    filled = Scene(Frame.from_rgb(np.ascontiguousarray(pixels)), page.lines, page.widgets)
    assert claim(filled, hint, field) is None, "it stands in a field that has no border"
    pixels[44:84, 10:240] = 185
    cell = Scene(Frame.from_rgb(np.ascontiguousarray(pixels)), page.lines, page.widgets)
    assert claim(cell, hint, field) is not None, "a cell of a table of labels"


def test_a_label_does_not_compete_with_itself_and_a_mark_behind_it() -> None:
    marked, field = line("Order no. *", 20, 54), widget("field", 120, 50, 200)
    label, other = line("Order no.", 20, 54), line("Note", 20, 26)
    page = scene(marked, other, field)
    assert field_of(page, label) == field
    assert field_of(scene(line("Order no. Name", 20, 54), widget("field", 140, 50, 200)), label) is None


def test_a_wrapped_label_does_not_compete_with_its_second_line() -> None:
    first, second, field = line("Date of", 20, 44), line("birth", 20, 64), widget("field", 120, 50, 200)
    text = replace(first, text="Date of birth")
    assert field_of(scene(first, second, field), text) == field
    help_above = line("Required", 120, 30)
    assert field_of(scene(first, second, help_above, field), text) == field


def test_a_caption_is_not_free_to_name_a_field() -> None:
    page = scene(
        widget("checkbox", 20, 20, 14, 14, checked=False), line("Terms", 40, 20), line("Name", 20, 60)
    )
    assert [is_free(page, text) for text in page.lines] == [False, True]


def test_an_icon_that_is_joined_to_a_field_does_not_stand_between_it_and_its_label() -> None:
    label, field, icon = line("Name", 20, 54), widget("field", 226, 50, 174), widget("button", 200, 50, 25)
    assert claim(scene(label, icon, field), label, field) is not None
    ringed = widget("button", 196, 50, 25)
    assert claim(scene(label, ringed, field), label, field) is not None
    apart = widget("button", 190, 50, 25)
    assert claim(scene(label, apart, field), label, field) is None
    wide = widget("button", 125, 50, 100)
    assert claim(scene(label, wide, field), label, field) is None


def test_a_remark_below_a_field_claims_none_below_it_where_labels_stand_before_the_fields() -> None:
    upper, lower = widget("field", 120, 50, 200), widget("field", 120, 96, 200)
    remark, label, other = line("Please check", 120, 76), line("Pay", 20, 101), line("Weight", 20, 54)
    assert field_of(scene(upper, lower, remark, label, other), label) == lower
    assert field_of(scene(upper, lower, remark, label), label) is None, "labels may stand above"


def test_a_label_above_the_icon_that_is_joined_to_a_field_is_the_fields() -> None:
    icon, field, label = widget("button", 20, 50, 30, 24), widget("field", 51, 50, 200), line("Qty", 20, 30)
    assert field_of(scene(icon, field, label), label) == field
    assert (
        field_of(scene(widget("button", 20, 50, 26, 16), widget("field", 90, 50, 200), label), label) is None
    )


def test_what_seems_a_radio_button_in_a_field_is_an_icon_to_the_texts_outside() -> None:
    field, icon = widget("dropdown", 100, 40, 200), widget("radio", 270, 45, 14, 14, checked=True)
    outside, inside = line("Company", 310, 44), line("Paid", 286, 44)
    assert is_free(scene(field, icon, outside), outside)
    assert not is_free(scene(icon, outside), outside)
    cell, beside = widget("field", 100, 40, 40), line("Active", 146, 44)
    assert not is_parted(scene(cell, beside), Box(104, 45, 14, 14), beside.box), "a box in a cell"
    assert not is_parted(scene(field, icon, inside), icon.box, inside.box._replace(width=10))
