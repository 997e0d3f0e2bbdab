"""Shapes: what the eye's hand-made rules say of indicators and fields, beside the model and the truth."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.detector import Detector
from tools.see.scene import TEXT_HEIGHT
from tools.see.shapes.widgets import find_widgets
from training.detector.check import proposed_as, share, spread
from training.detector.shelf import LETTERS, font_of, screens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from tools.see.elements.element import Element
    from tools.see.scene import Widget

SAME = 0.4
"""Share of their union that a shape and an element have in common, at least."""
SURE = 0.9
"""Likelihood of a state below which the model is said to be unsure."""
INDICATORS = ("checkbox", "radio")
AS_SHAPES = {
    "field": "field",
    "area": "field",
    "number": "field",
    "date": "field",
    "dropdown": "dropdown",
    "combo": "dropdown",
    "button": "button",
}
"""Kinds of elements, and of the shapes that they should be."""
Case = tuple[str, str, str, str]
"""Kind, and what truth, shapes and model say."""


def compare(model: Path, folder: Path, most: int | None = None) -> str:
    """Two tables: of indicators their states, of fields and buttons their kinds; truth, shapes, model."""
    detector, cases = Detector(model), Counter[Case]()
    for screen in spread(screens(folder), most):
        picture, _, _ = screen.look()
        told, frame = screen.told(), Frame.from_rgb(picture)
        proposals = detector.detect(frame, text_height=TEXT_HEIGHT * font_of(told) / LETTERS)
        widgets = find_widgets(frame)
        for element in told["elements"]:
            if element["kind"] in (*INDICATORS, *AS_SHAPES):
                cases[case(element, widgets, proposals)] += 1
    return table(cases)


def case(element: Mapping[str, Any], widgets: Sequence[Widget], proposals: Sequence[Element]) -> Case:
    """What the three say of an element."""
    kind, found = element["kind"], proposed_as(element, proposals)
    shape = shape_of(element, widgets)
    if kind not in INDICATORS:
        return kind, AS_SHAPES[kind], shape.kind if shape else "-", found.kind if found else "-"
    by_shape = "-" if shape is None else {True: "on", False: "off", None: "unsure"}[shape.checked]
    by_model = "-" if found is None or found.kind not in INDICATORS else found.state or "-"
    if found is not None and by_model != "-" and found.state_score < SURE:
        by_model = "unsure"
    return kind, str(element["state"]), by_shape, by_model


def shape_of(element: Mapping[str, Any], widgets: Sequence[Widget]) -> Widget | None:
    """The shape that lies where an element is."""
    box = Box(*map(round, element["box"]))
    meeting = [widget for widget in widgets if share(widget.box, box) > SAME]
    return max(meeting, key=lambda widget: share(widget.box, box), default=None)


def table(cases: Counter[Case]) -> str:
    """The counts, as text."""
    lines = [f"{'kind':10} {'truth':10} {'shapes':10} {'model':12} {'count':>6}"]
    for (kind, truth, shape, model), number in sorted(cases.items()):
        lines.append(f"{kind:10} {truth:10} {shape:10} {model:12} {number:6}")
    return "\n".join(lines)
