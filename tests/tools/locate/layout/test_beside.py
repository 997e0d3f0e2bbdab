"""A field far below its label, where what stands beside it makes their row higher."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.scenes import line, scene, widget
from tools.locate.layout.above import far_below
from tools.locate.layout.beside import is_centred_beside
from tools.locate.layout.labels import field_of
from tools.observation import Frame

LABEL, FIELD = line("Priority", 20, 20), widget("dropdown", 20, 68, 90)
GROUP = line("Country", 240, 20)
RADIOS = [widget("radio", 242, top, 14, 14) for top in (43, 63, 83, 103)]


def test_a_field_at_the_middle_of_what_stands_beside_it_is_of_the_label_at_their_rows_top() -> None:
    page = scene(FIELD, *RADIOS, LABEL, GROUP)
    assert is_centred_beside(page, LABEL.box, FIELD.box)
    assert far_below(page, LABEL) == field_of(page, LABEL) == FIELD
    area = scene(FIELD, widget("field", 240, 40, 200, 80), LABEL, GROUP)
    assert field_of(area, LABEL) == FIELD


def test_many_radio_buttons_make_a_row_much_higher() -> None:
    radios = [widget("radio", 242, 43 + 20 * at, 14, 14) for at in range(8)]
    field = widget("dropdown", 20, 108, 90)
    page = scene(field, *radios, LABEL, GROUP)
    assert far_below(page, LABEL) == field_of(page, LABEL) == field
    assert far_below(scene(field, *radios, LABEL, GROUP, line("Level", 20, 86)), LABEL) is None
    picture = page.frame.bgrx.copy()
    picture[44:90, 30:90, :3] = 20
    assert far_below(replace(page, frame=Frame(picture)), LABEL) is None, "something is between them"


def test_what_is_as_low_or_ends_elsewhere_or_has_no_text_above_it_makes_no_row_higher() -> None:
    button = widget("button", 240, 40, 200, 80)
    for beside in (RADIOS[:2], RADIOS[1:], [widget("field", 240, 68, 200)], [button]):
        page = scene(FIELD, *beside, LABEL, GROUP)
        assert not is_centred_beside(page, LABEL.box, FIELD.box)
        assert field_of(page, LABEL) is None
    assert not is_centred_beside(scene(FIELD, *RADIOS, LABEL), LABEL.box, FIELD.box)


def test_a_heading_over_two_labelled_fields_names_neither() -> None:
    named = line("Level", 20, 46)
    page = scene(FIELD, *RADIOS, LABEL, GROUP, named)
    assert field_of(page, LABEL) is None
    assert field_of(page, named) == FIELD
