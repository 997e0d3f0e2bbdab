"""Shapes stay; the detector adds what they miss, and takes away certainty of a state, never gives it."""

from __future__ import annotations

import pytest

from tools.geometry import Box
from tools.see.elements.element import Element
from tools.see.elements.fusing import fuse
from tools.see.scene import Widget

FIELD = Box(100, 40, 200, 24)
SQUARE = Box(100, 80, 13, 13)


def test_without_proposals_the_shapes_are_as_they_were() -> None:
    shapes = (Widget("field", FIELD), Widget("checkbox", SQUARE, checked=True))
    assert fuse(shapes, ()) == shapes


@pytest.mark.parametrize(
    ("kind", "widget"),
    [
        ("field", "field"),
        ("number", "field"),
        ("date", "field"),
        ("dropdown", "dropdown"),
        ("combo", "dropdown"),
    ],
)
def test_a_field_that_no_shape_shows_is_added(kind: str, widget: str) -> None:
    (found,) = fuse((), (Element(kind, FIELD, 0.9),))  # type: ignore[arg-type]
    assert (found.kind, found.box, found.checked) == (widget, FIELD, None)


@pytest.mark.parametrize(("kind", "widget"), [("date", "field"), ("dropdown", "dropdown")])
def test_a_field_that_its_text_fills_like_a_button_is_one(kind: str, widget: str) -> None:
    shape = Widget("button", FIELD)
    (found,) = fuse((shape,), (Element(kind, FIELD, 0.4),))  # type: ignore[arg-type]
    assert (found.kind, found.box) == (widget, FIELD)
    assert fuse((shape,), (Element(kind, FIELD, 0.2),)) == (shape,)  # type: ignore[arg-type]


def test_what_is_rather_a_button_stays_one() -> None:
    shape = Widget("button", FIELD)
    assert fuse((shape,), (Element("field", FIELD, 0.4), Element("button", FIELD, 0.6))) == (shape,)


@pytest.mark.parametrize("kind", ["tab", "cell", "dialog", "menu"])
def test_what_is_no_field_is_not_added(kind: str) -> None:
    assert fuse((), (Element(kind, FIELD, 0.99),)) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["button", "icon-button", "slider", "progress"])
def test_what_may_stand_between_a_label_and_another_field_is_no_field(kind: str) -> None:
    assert fuse((), (Element(kind, FIELD, 0.35),)) == (Widget("button", FIELD),)  # type: ignore[arg-type]


def test_a_short_drop_down_may_be_hardly_wider_than_its_arrow() -> None:
    arrow, seen = Widget("button", Box(136, 585, 20, 26)), Element("dropdown", Box(99, 583, 58, 29), 0.6)
    assert Widget("dropdown", seen.box) in fuse((arrow,), (seen,))
    middle = Widget("button", Box(118, 585, 20, 26))
    assert fuse((middle,), (seen,)) == (middle,)


def test_what_runs_into_a_surer_field_is_nothing_between_that_and_its_label() -> None:
    slider = Element("slider", Box(102, 28, 180, 16), 0.35)
    assert fuse((), (slider, Element("field", FIELD, 0.6))) == (Widget("field", FIELD),)
    assert len(fuse((), (slider, Element("field", FIELD, 0.4)))) == 1, "the slider alone"
    apart = Element("slider", Box(102, 16, 180, 16), 0.35)
    assert len(fuse((), (apart, Element("field", FIELD, 0.6)))) == 2


def test_a_switch_is_set_like_a_check_box() -> None:
    assert fuse((), (Element("switch", SQUARE, 0.9, "off", 0.999),)) == (
        Widget("checkbox", SQUARE, checked=False),
    )


def test_what_the_detector_is_not_sure_of_is_not_added() -> None:
    assert fuse((), (Element("field", FIELD, 0.45),)) == ()


def test_an_area_is_added_although_its_scroll_bar_has_arrows() -> None:
    area, arrow = Box(100, 40, 200, 60), Widget("button", Box(282, 42, 16, 16))
    kinds = [widget.kind for widget in fuse((arrow,), (Element("area", area, 0.7),))]
    assert sorted(kinds) == ["button", "field"]


def test_where_a_shape_is_nothing_is_added() -> None:
    shape = Widget("dropdown", FIELD.shift(20, 2))
    assert fuse((shape,), (Element("field", FIELD, 0.99),)) == (shape,)


@pytest.mark.parametrize(
    ("checked", "state", "score", "fused"),
    [
        (True, "on", 0.99, True),
        (False, "off", 0.99, False),
        (True, "off", 0.99, None),
        (False, "on", 0.6, None),
        (False, "mixed", 0.9, None),
        (True, "on", 0.51, True),
    ],
)
def test_a_state_is_believed_only_where_both_see_it(
    checked: bool,  # noqa: FBT001
    state: str,
    score: float,
    fused: bool | None,  # noqa: FBT001
) -> None:
    shape = Widget("checkbox", SQUARE, checked=checked)
    (found,) = fuse((shape,), (Element("checkbox", SQUARE.grow(1), 0.9, state, score),))
    assert found == Widget("checkbox", SQUARE, checked=fused)


@pytest.mark.parametrize(("score", "checked"), [(0.995, True), (0.98, None)])
def test_an_indicator_that_no_shape_shows_has_a_state_where_the_detector_is_sure(
    score: float,
    checked: bool | None,  # noqa: FBT001
) -> None:
    (found,) = fuse((), (Element("radio", SQUARE, 0.9, "on", score),))
    assert found == Widget("radio", SQUARE, checked=checked)


def test_widgets_are_told_from_top_to_bottom() -> None:
    found = fuse((Widget("checkbox", SQUARE, checked=True),), (Element("field", FIELD, 0.9),))
    assert [widget.kind for widget in found] == ["field", "checkbox"]
