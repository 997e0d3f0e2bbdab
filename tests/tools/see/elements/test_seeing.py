"""The detector's own weights, on a window of Tk: its fields, boxes and buttons, and which are ticked."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tools.geometry import Box
from tools.see.elements.detector import Detector

if TYPE_CHECKING:
    from tests.tools.see.conftest import Show
    from tools.observation import Frame
    from tools.see.elements.element import Element

GALLERY = Path(__file__).parents[1] / "gallery.py"
AS_KIND = {
    "field": {"field", "area", "number", "combo", "date"},
    "dropdown": {"dropdown", "combo"},
    "checkbox": {"checkbox"},
    "radio": {"radio"},
    "button": {"button"},
}
SAME, MOST_MISSED = 0.5, 1


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def shown(show: Show, folder: Path, theme: str) -> tuple[Frame, list[dict[str, Any]]]:
    """A picture of the gallery, and what it says is there."""
    told = folder / "told.json"
    with show([sys.executable, str(GALLERY), theme, "10", str(told)], "Widget gallery") as picture:
        frame = picture()
    return frame, [one for one in json.loads(told.read_text()) if one["kind"] in AS_KIND]


def at(widget: dict[str, Any], elements: tuple[Element, ...]) -> Element | None:
    """The element that lies where a widget is; an indicator within its part."""
    box = Box(*widget["box"])
    own = [one for one in elements if one.kind in AS_KIND[widget["kind"]]]
    if widget["kind"] in ("checkbox", "radio"):
        return next((one for one in own if box.contains(one.box.center)), None)
    common = [(one.box.overlap(box).area / one.box.union(box).area, one) for one in own]
    share, best = max(common, key=lambda pair: pair[0], default=(0.0, None))
    return best if share > SAME else None


@pytest.mark.parametrize("theme", ["default", "clam", "alt"])
def test_it_sees_what_a_window_holds(show: Show, tmp_path: Path, detector: Detector, theme: str) -> None:
    frame, widgets = shown(show, tmp_path, theme)
    elements = detector.detect(frame)
    missed = [f"{one['kind']} {one['label']}" for one in widgets if at(one, elements) is None]
    assert len(missed) <= MOST_MISSED, missed


@pytest.mark.parametrize("theme", ["default", "clam", "alt"])
def test_it_takes_no_state_for_the_other(show: Show, tmp_path: Path, detector: Detector, theme: str) -> None:
    frame, widgets = shown(show, tmp_path, theme)
    elements = detector.detect(frame)
    states = {
        one["label"]: (found.state, one["checked"])
        for one in widgets
        if one["checked"] is not None and (found := at(one, elements)) is not None
    }
    assert states
    assert {label: pair for label, pair in states.items() if (pair[0] == "on") is not pair[1]} == {}


def test_a_part_of_a_frame_shows_what_the_whole_does(show: Show, tmp_path: Path, detector: Detector) -> None:
    frame, widgets = shown(show, tmp_path, "clam")
    first = next(one for one in widgets if one["label"] == "Country")
    part = Box(*first["box"])
    whole, own = at(first, detector.detect(frame)), at(first, detector.detect(frame, part))
    assert whole is not None
    assert own is not None
    assert whole.kind == own.kind
    assert abs(whole.box.left - own.box.left) <= 3
    assert abs(whole.box.right - own.box.right) <= 3
