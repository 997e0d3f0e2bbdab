"""Fields found by their labels: layouts x toolkits, how many right, not found and wrong.

`python -m benchmarks field_layouts`. A toolkit that is not installed is left out; `DESKHAND_QT_PYTHON`
names an interpreter with PySide6. What was not found, or found wrong, is printed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.layouts.plans import plans
from benchmarks.layouts.stage import displays, draw, toolkits
from benchmarks.row import Row
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.layouts.plans import Cell
    from tools.see.scene import Scene

_SOME = (
    "label left", "label left, filled", "label above, filled", "label inside", "selected", "touching, filled",
    "choices", "narrow choices", "buttons under an area",
)  # fmt: skip
"""Layouts that are drawn in every theme; the others in the first of each toolkit."""
_SCALED = ("label left, filled", "label above", "choices", "touching")
"""Layouts that are drawn at two and three times the size as well, in the first theme."""
_SCALES = (2, 3)
Verdict = str


def run() -> list[Row]:
    reader, rows = ScreenReader(), []
    with displays() as display:
        for toolkit, themes in toolkits().items():
            count: Counter[Verdict] = Counter()
            for theme, layout, scale in looks(themes):
                frame, cells = draw(display, plans()[layout], toolkit, theme, scale)
                for cell, verdict in verdicts(reader.read(frame), cells):
                    count[verdict] += 1
                    if verdict != "right":
                        print(f"{toolkit} {theme}, {layout}, {scale}00 %: {cell['name']} {verdict}")
            rows.append(_row(toolkit, count))
    return rows


def looks(themes: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Theme, layout and scale of each form to draw."""
    first, *others = themes
    yield from ((first, layout, 1) for layout in plans())
    yield from ((first, layout, scale) for layout in _SCALED for scale in _SCALES)
    yield from ((theme, layout, 1) for theme in others for layout in _SOME)


def verdicts(scene: Scene, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Verdict]]:
    """What comes of each field when it is asked for by its name, and of each button."""
    for cell in cells:
        if cell["kind"] == "button":
            at = scene.widget_at(cell["box"].center)
            same = at is not None and at.is_field and at.box.area < 2 * cell["box"].area
            yield cell | {"name": f"the button {cell['text']}"}, "wrong" if same else "right"
            continue
        row = cell.get("row_name")
        qualifiers = (("next to", Locator(row)),) if row else ()
        try:
            found = find_field(scene, Locator(cell["name"], qualifiers=qualifiers)).box
        except NotFound:
            yield cell, "not found"
        else:
            shared = found.overlap(cell["box"]).area
            yield cell, "right" if 2 * shared > found.union(cell["box"]).area else "wrong"


def _row(toolkit: str, count: Counter[Verdict]) -> Row:
    total = count.total()
    against = f"{total} fields, {count['right']} right, {count['not found']} not found"
    return Row(
        f"fields by their labels, {toolkit}, wrong",
        count["wrong"],
        "",
        against,
        None,
        "0",
        not count["wrong"],
    )
