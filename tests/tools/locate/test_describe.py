"""What a thing is called: the name leads back to it, on scenes made by hand and on recorded screens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.models.reader.step_parser import parse_step
from agent.recording.reading import load_recording
from agent.task.spoken import spoken
from tests.tools.locate.pages import TWO_GROUPS
from tests.tools.scenes import SIZE, line, scene, widget
from tools.geometry import Box, Point
from tools.locate.describe import named_at, named_field, resolve
from tools.locate.errors import NotFound
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

RECORDINGS = Path(__file__).parents[3] / "recordings"


def said(page: Scene, thing: Box | Widget | Line | Point) -> str | None:
    """The kind and the name of a thing, after making sure that a step with that name means it."""
    point = thing if isinstance(thing, Point) else (thing if isinstance(thing, Box) else thing.box).center
    name = named_at(page, point)
    if name is None:
        return None
    assert parse_step(f"Click {spoken(name)}").target == name.locator  # type: ignore[union-attr]  # a Click
    return f"{name.role} {spoken(name)}"


def test_plain_labels() -> None:
    name, note = widget("field", 160, 20, 200), widget("field", 160, 80, 200, 100)
    box, save = widget("checkbox", 20, 220, 14, 14, checked=False), widget("button", 20, 260, 80)
    page = scene(
        line("Full name:", 20, 24), name, line("Remarks", 160, 60), note,
        box, line("I accept", 40, 219), save, line("Save", 44, 264), line("General", 400, 20),
    )  # fmt: skip
    assert said(page, name) == 'field "Full name"'
    assert said(page, note) == 'field "Remarks"'
    assert said(page, box) == 'indicator "I accept"'
    assert said(page, page.lines[2]) == 'text "I accept"'
    assert said(page, Point(22, 262)) == 'text "Save"'
    assert said(page, page.lines[4]) == 'text "General"'
    assert said(page, Point(700, 500)) is None


def test_what_is_entered_names_no_field_that_has_a_label() -> None:
    field = widget("field", 160, 20, 200)
    page = scene(line("City", 20, 24), field, line("Paris", 166, 24))
    assert said(page, page.lines[1]) == 'field "City"'
    bare = scene(field, line("Search", 166, 24))
    assert said(bare, field) == 'field "Search"'
    assert named_field(bare, field) is None


def test_equal_labels_are_told_apart_by_what_stands_above_or_beside() -> None:
    page = scene(*TWO_GROUPS)
    fields = {part.box.top: part for part in page.widgets}
    assert said(page, fields[50]) == 'field "Street" in "Billing address"'
    assert said(page, fields[180]) == 'field "Street" in "Delivery address"'
    rows = scene(
        line("Apples", 20, 20), line("Edit", 200, 20), line("Pears", 20, 60), line("Edit", 200, 60)
    )  # fmt: skip
    assert said(rows, rows.lines[3]) == 'text "Edit" next to "Pears"'


def test_equal_things_with_nothing_beside_them_are_counted() -> None:
    page = scene(*(line("Item", 20, top) for top in (20, 60, 100)))
    assert said(page, page.lines[1]) == 'text the second "Item"'


def test_a_cell_of_a_table_is_named_by_column_and_row() -> None:
    cells = [widget("field", left, top, 80) for top in (50, 80) for left in (100, 200)]
    page = scene(
        line("Amount", 110, 20), line("Price", 210, 20), line("Apples", 20, 54), line("Pears", 20, 84), *cells
    )  # fmt: skip
    assert said(page, cells[3]) == 'field "Price" next to "Pears"'


def test_an_entry_of_a_list_is_its_text_and_never_the_list() -> None:
    entries = [line(text, 105, 102 + 20 * row) for row, text in enumerate(("Austria", "Belgium", "Canada"))]
    page = scene(line("Country", 20, 104), widget("field", 100, 100, 200, 80), *entries)
    assert said(page, entries[1]) == 'text "Belgium"'
    assert said(page, Point(280, 130)) is None, "beside a text it may be a row or a place for the caret"


def test_the_row_under_the_pointer_is_its_text_wherever_it_is_pointed_at() -> None:
    entries = [line(text, 105, 102 + 20 * row) for row, text in enumerate(("Austria", "Belgium", "Canada"))]
    page = scene(*entries)
    rgb = np.full((SIZE.height, SIZE.width, 3), 255, np.uint8)
    rgb[120:140, 100:300] = (60, 90, 160)
    lit = replace(page, frame=Frame.from_rgb(rgb))
    assert said(lit, Point(280, 130)) == 'text "Belgium"'
    assert said(lit, Point(280, 110)) is None
    as_field = scene(*entries, widget("field", 100, 120, 200, 20))
    assert said(as_field, Point(280, 130)) == 'text "Belgium"', "and not the field called Austria"


def test_doubtful_readings_and_whole_paragraphs_are_no_names() -> None:
    page = scene(line("Sxve", 20, 20, score=0.7), line("word " * 20, 20, 60))
    assert said(page, page.lines[0]) is None
    assert said(page, page.lines[1]) is None


def test_whatever_the_screen_says_stays_between_the_quotes() -> None:
    page = scene(line('Say "hi" \\ in "x"', 20, 20))
    assert said(page, page.lines[0]) == r'text "Say \"hi\" \\ in \"x\""'


def test_a_name_that_leads_nowhere_says_so() -> None:
    name = named_at(scene(line("Save", 20, 20)), Point(30, 28))
    assert name is not None
    with pytest.raises(NotFound, match='no "Save"'):
        resolve(scene(line("Send", 20, 20)), name)


def test_the_clicks_of_recorded_runs_have_names_that_lead_back() -> None:
    chosen = {"fill_form": (9, 10, 13, 23, 29), "wrong_email": (5, 7, 8, 10)}
    named = []
    for recording in (load_recording(RECORDINGS / name) for name in chosen):
        for step in (recording.steps[index - 1] for index in chosen[recording.folder.name]):
            page = shared_reader().read(recording.frames[step.frame])
            named.append(said(page, Point(*(step.action or {})["point"])))
    assert named == [
        'indicator "Business"',
        'field "Credit limit"',
        'text "GBP"',
        'field "Street" in "Delivery address"',
        'text "Yes"',
        'field "Country"',
        'text "Norway"',
        'indicator "I accept the terms"',
        'text "Save"',
    ]
