"""From maps to elements: one for each, with the edges that the cells near them tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.see.elements.maps import SURE, Sketch
from tools.geometry import Box
from tools.see.elements.decode import decode
from tools.see.elements.element import FOLDS, KINDS, TOGGLES

if TYPE_CHECKING:
    from tools.see.elements.element import ElementKind, Toggle

FIELD = Box(20, 40, 160, 24)


def test_an_empty_picture_has_no_elements() -> None:
    assert decode(Sketch().maps) == ()


def test_all_cells_of_a_field_are_one_field_with_its_own_edges() -> None:
    sketch = Sketch()
    sketch.put("field", FIELD)
    (found,) = decode(sketch.maps)
    assert (found.kind, found.box, found.state) == ("field", FIELD, None)
    assert found.score > 0.9
    assert found.enabled > 0.9


def test_each_edge_is_what_the_cells_near_it_say() -> None:
    """In the middle of a wide field both ends are far, and told badly."""
    sketch = Sketch()
    rows, columns = sketch.put("field", FIELD, FIELD.grow(-8))
    sketch.edges[0][rows, columns][:, 20:] *= 0.9
    sketch.edges[2][rows, columns][:, :12] *= 1.1
    (found,) = decode(sketch.maps)
    assert abs(found.box.left - FIELD.left) <= 1
    assert abs(found.box.right - FIELD.right) <= 1


def test_check_boxes_that_stand_close_are_told_apart() -> None:
    sketch = Sketch()
    boxes = [Box(20, top, 13, 13) for top in (20, 36, 52)]
    for box in boxes:
        sketch.put("checkbox", box, box.grow(-3))
    assert [one.box for one in decode(sketch.maps)] == boxes


def test_of_two_kinds_at_one_place_the_surer_is_told() -> None:
    sketch = Sketch()
    sketch.put("field", FIELD, Box(20, 40, 120, 24))
    sketch.put("dropdown", FIELD, Box(144, 40, 36, 24), SURE + 1)
    (found,) = decode(sketch.maps)
    assert found.kind == "dropdown"


def test_a_cell_within_an_element_speaks_for_no_other_on_its_row() -> None:
    """However wrong it takes the element's ends, and whatever kind it takes it for."""
    sketch = Sketch()
    sketch.put("button", FIELD, logit=SURE + 1)
    sketch.put("button", Box(64, 40, 24, 24), Box(64, 40, 8, 24))
    sketch.put("tab", Box(136, 40, 20, 24), Box(136, 40, 8, 24), SURE + 0.5)
    (found,) = decode(sketch.maps)
    assert (found.kind, found.box) == ("button", FIELD)


def test_a_row_is_told_beside_the_check_box_in_it() -> None:
    sketch = Sketch()
    sketch.put("row", Box(8, 40, 200, 20))
    sketch.put("checkbox", Box(12, 44, 13, 13))
    assert [one.kind for one in decode(sketch.maps)] == ["row", "checkbox"]


def test_what_is_less_likely_than_not_by_far_is_not_told() -> None:
    sketch = Sketch()
    sketch.put("field", FIELD, logit=-1.0)
    assert decode(sketch.maps) == ()


@pytest.mark.parametrize(
    ("kind", "channel", "state"),
    [
        ("checkbox", TOGGLES.index("on"), "on"),
        ("switch", TOGGLES.index("off"), "off"),
        ("radio", TOGGLES.index("mixed"), "mixed"),
        ("menu-item", TOGGLES.index("on"), "on"),
        ("menu-item", TOGGLES.index("off"), None),
        ("node", len(TOGGLES) + FOLDS.index("closed"), "closed"),
        ("tab", len(TOGGLES) + len(FOLDS), "chosen"),
        ("row", len(TOGGLES) + len(FOLDS), "chosen"),
        ("field", TOGGLES.index("on"), None),
    ],
)
def test_a_state_is_told_of_the_kinds_that_have_one(
    kind: ElementKind, channel: int, state: str | None
) -> None:
    sketch = Sketch()
    area = sketch.put(kind, FIELD)
    sketch.states[-2] = -SURE
    sketch.states[channel][area] = SURE
    (found,) = decode(sketch.maps)
    assert found.state == state
    assert found.state_score > 0.9


def test_a_state_between_two_is_told_with_a_low_score() -> None:
    sketch = Sketch()
    area = sketch.put("checkbox", Box(20, 20, 13, 13))
    logits: tuple[tuple[Toggle, float], ...] = (("on", 2.1), ("off", 2.0), ("mixed", -4.0))
    for state, logit in logits:
        sketch.states[TOGGLES.index(state)][area] = logit
    (found,) = decode(sketch.maps)
    assert found.state == "on"
    assert found.state_score < 0.6


def test_what_is_greyed_out_is_told() -> None:
    sketch = Sketch()
    sketch.states[-1][sketch.put("button", FIELD)] = -SURE
    (found,) = decode(sketch.maps)
    assert found.enabled < 0.1


def test_each_kind_has_a_name_of_its_own() -> None:
    assert len(set(KINDS)) == len(KINDS)
