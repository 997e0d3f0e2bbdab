"""A target is found again, or it is not clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.relocate.drawn import PARSER, Drawing, shifted
from tests.tools.scenes import FakeParser
from tools.geometry import Point, Size
from tools.relocate.ladder import Located, NotLocated, relocate
from tools.relocate.snapshot import snapshot_of
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.geometry import Box


def dialog(across: int = 0, down: int = 0, *, save: str = "Save", **look: float) -> tuple[Drawing, Box]:
    """A question with two buttons; the box is that of the first."""
    drawing = Drawing()
    drawing.text("Keep what was changed?", (100 + across, 100 + down))
    drawing.button("Cancel", (220 + across, 140 + down))
    return drawing, drawing.button(save, (120 + across, 140 + down), **look)  # type: ignore[arg-type]


def again(before: Drawing, point: Point, after: Drawing) -> Located | NotLocated:
    return relocate(snapshot_of(before.shot(), point, PARSER), after.shot(), PARSER)


@pytest.mark.parametrize(
    ("across", "down", "rung"), [(0, 0, "same place"), (30, -20, "near"), (250, 200, "whole frame")]
)
def test_the_rungs_of_what_looks_the_same(across: int, down: int, rung: str) -> None:
    before, button = dialog()
    after, _ = dialog(across, down)
    after.text("12:01", (560, 20))
    found = again(before, button.center, after)
    assert isinstance(found, Located)
    assert (found.point, found.rung, found.scale) == (shifted(button.center, across, down), rung, 1)


@pytest.mark.parametrize("scale", [0.4, 0.75, 1.0])
def test_another_size_is_believed_by_its_text(scale: float) -> None:
    before, button = dialog()
    after, now = dialog(40, 40, scale=scale)
    found = again(before, button.center, after)
    assert isinstance(found, Located)
    assert now.contains(found.point)
    assert (found.rung, found.scale > 1) == ("other scale", scale > 0.5)


def test_a_dark_theme_is_the_same_text() -> None:
    before, button = dialog()
    after = Drawing(ground=30)
    after.text("Keep what was changed?", (130, 110), ink=240)
    now = after.button("Save", (150, 150), ink=240)
    found = again(before, button.center, after)
    assert isinstance(found, Located)
    assert now.contains(found.point)


@pytest.mark.parametrize("other", ["Send", "Safe", "Save as", "Save 1"])
def test_another_label_is_not_it(other: str) -> None:
    before, button = dialog()
    lost = again(before, button.center, dialog(save=other)[0])
    assert isinstance(lost, NotLocated)
    assert lost.why == "another text"
    assert f'"{other}"' in lost.message


@pytest.mark.parametrize(
    ("wanted", "other"), [("Invoice 1041", "Invoice 1047"), ("a long list of rows", "a long lost of rows")]
)
def test_one_sign_in_a_long_text_is_another_text(wanted: str, other: str) -> None:
    before, after = Drawing(), Drawing()
    box = before.text(wanted, (100, 100))
    after.text(other, (100, 100))
    after.text("new", (10, 10))
    assert isinstance(again(before, box.center, after), NotLocated)


def test_a_greyed_out_target_is_not_clicked() -> None:
    before, button = dialog()
    lost = again(before, button.center, dialog(ink=160)[0])
    assert isinstance(lost, NotLocated)
    assert lost.why == "disabled"


def test_what_others_look_like_that_were_not_there_before_does_not_make_it_pale() -> None:
    before, button = dialog(ink=110)
    after, now = dialog(40, 40, ink=112, scale=0.6)
    for row in range(4):
        after.text(f"More of it {row}", (100, 300 + 30 * row))
        before.text(f"Pale {row}", (100, 300 + 30 * row), ink=190)
    found = again(before, button.center, after)
    assert isinstance(found, Located)
    assert now.contains(found.point)


def test_under_a_shade_it_is_not_clicked() -> None:
    before, button = dialog()
    after, _ = dialog()
    after.pixels //= 2
    lost = again(before, button.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "disabled"


@pytest.mark.parametrize("ink", [20, 70])
def test_a_second_equal_one_is_a_stop_even_if_the_first_is_at_its_place(ink: int) -> None:
    before, button = dialog()
    after, _ = dialog()
    after.button("Save", (400, 300), ink=ink)
    lost = again(before, button.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


def test_a_copy_on_another_ground_is_a_second_one_though_neither_can_be_read() -> None:
    before, after = Drawing(), Drawing()
    box = before.text("Discount", (100, 100))
    after.text("Discount", (100, 100))
    after.pixels[290:340, 350:500] = 190
    after.text("Discount", (400, 300))
    before.lines.clear()
    after.lines.clear()
    lost = again(before, box.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


@pytest.mark.parametrize("read_as", ["Archi\u011fe", "Arohice", ""])
def test_a_copy_that_is_misread_is_a_second_one_in_another_theme_too(read_as: str) -> None:
    before, after = Drawing(), Drawing(ground=30)
    box = before.text("Archige", (100, 100))
    before.text("Street 16", (100, 60))
    after.text("Street 16", (200, 60), ink=240)
    for top in (100, 130):
        after.text("Archige", (200, top), ink=240)
    after.lines[-1] = Line(read_as, after.lines[-1].box)
    lost = again(before, box.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


def test_a_copy_on_another_ground_is_a_second_one_though_it_is_misread() -> None:
    before, after = Drawing(), Drawing()
    box = before.text("Archige", (100, 100))
    after.text("Archige", (100, 100))
    after.pixels[290:340, 350:500] = 190
    after.lines.append(Line("Archi\u011fe", after.text("Archige", (400, 300))))
    after.lines.pop(-2)
    assert isinstance(again(before, box.center, after), NotLocated)


def test_a_copy_counts_though_a_text_like_it_has_gone() -> None:
    before, after = Drawing(), Drawing()
    box = before.text("Accept the termb", (100, 100))
    before.text("Accept the terms", (100, 300))
    after.pixels[290:340] = 190  # every other row of a list has another ground
    for top in (100, 300):
        after.text("Accept the termb", (100, top))
    lost = again(before, box.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


def photograph(*written: tuple[str, tuple[int, int]]) -> Drawing:
    """Texts on a picture, where no reader finds them."""
    drawing = Drawing()
    drawing.pixels[:] = np.random.default_rng(7).integers(0, 120, (480, 640, 4))
    for text, at in written:
        drawing.text(text, at, ink=255)
    drawing.lines.clear()
    return drawing


def test_half_of_a_text_on_a_photograph_is_not_believed_to_be_the_whole() -> None:
    before, at = photograph(("Postal code for it", (250, 200))), Point(290, 205)
    assert isinstance(again(before, at, photograph(("Postal code for it", (250, 200)))), Located)
    assert isinstance(again(before, at, photograph(("Postal code for me", (250, 200)))), NotLocated)


def test_a_second_one_on_a_photograph_is_a_stop_though_much_around_it_is_as_it_was() -> None:
    before, after = ("Start", (250, 100)), ("Start", (250, 400))
    lost = again(photograph(before), Point(270, 105), photograph(before, after))
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


def test_the_same_word_elsewhere_is_not_the_button() -> None:
    before, button = dialog()
    after = Drawing()
    after.text("Save", (400, 300))
    assert isinstance(again(before, button.center, after), NotLocated)


def test_the_same_button_far_away_in_other_company_is_not_it() -> None:
    before, button = dialog()
    after = Drawing()
    after.text("Delete the whole disk?", (350, 300))
    after.button("Save", (400, 340), scale=0.5)
    lost = again(before, button.center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "absent"


def table(names: list[str], down: int = 0) -> tuple[Drawing, dict[str, Box]]:
    """Equal buttons at the ends of rows."""
    drawing = Drawing()
    drawing.text("Customers", (40, 20))
    boxes = {}
    for number, name in enumerate(names):
        drawing.text(name, (40, 60 + 36 * number + down))
        boxes[name] = drawing.button("Open", (480, 52 + 36 * number + down))
    return drawing, boxes


NAMES = ["Lovelace", "Turing", "Hopper", "Knuth", "Liskov"]


@pytest.mark.parametrize("order", [NAMES[1:], NAMES[::-1], ["Euler", *NAMES], [NAMES[2], NAMES[0]]])
def test_a_row_is_known_by_what_is_written_in_it(order: list[str]) -> None:
    before, was = table(NAMES)
    after, now = table(order)
    found = again(before, was["Hopper"].center, after)
    assert isinstance(found, Located)
    assert now["Hopper"].contains(found.point)


@pytest.mark.parametrize(
    "order", [["Hoppes" if name == "Hopper" else name for name in NAMES], NAMES[:2], NAMES[3:]]
)
def test_the_row_that_took_its_place_is_not_it(order: list[str]) -> None:
    before, was = table(NAMES)
    after, _ = table(order)
    assert isinstance(again(before, was["Hopper"].center, after), NotLocated)


def test_the_first_row_is_not_known_by_the_header_above_it() -> None:
    before, was = table(NAMES)
    after, _ = table(["Gauss", *NAMES[1:]])
    assert isinstance(again(before, was["Lovelace"].center, after), NotLocated)


def test_rows_of_another_size_are_told_apart_by_reading() -> None:
    before, was = table(NAMES)
    after = Drawing(Size(640, 480))
    for number, name in enumerate(NAMES):
        after.text(name, (40, 60 + 50 * number), scale=0.7)
        now = after.button("Open", (480, 52 + 50 * number), scale=0.7)
        if name == "Hopper":
            wanted = now
    found = again(before, was["Hopper"].center, after)
    assert isinstance(found, Located)
    assert wanted.contains(found.point)


def form(values: tuple[str, str]) -> tuple[Drawing, list[Box]]:
    drawing = Drawing()
    boxes = [
        drawing.field(label, value, (40, 60 + 50 * number))
        for number, (label, value) in enumerate(zip(("Given name", "Surname"), values, strict=True))
    ]
    return drawing, boxes


def test_what_stands_in_a_field_is_not_its_name() -> None:
    before, fields = form(("Ada", "Lovelace"))
    after, _ = form(("Lovelace", "Ada"))
    found = again(before, fields[0].center, after)
    assert isinstance(found, NotLocated)


def test_a_second_field_of_that_name_is_a_stop_though_only_one_has_the_focus() -> None:
    before, fields = form(("", ""))
    after, _ = form(("", ""))
    twin = after.field("Given name", "", (300, 300))
    for drawing, focused in ((before, fields[0]), (after, twin)):
        drawing.pixels[focused.slices][:3] = drawing.pixels[focused.slices][-3:] = (220, 60, 20, 0)
    lost = again(before, fields[0].center, after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "several"


def test_an_empty_field_is_known_by_the_label_beside_it() -> None:
    before, fields = form(("", ""))
    after, now = form(("", "Lovelace"))
    found = again(before, fields[0].center, after)
    assert isinstance(found, Located)
    assert now[0].contains(found.point)


def test_empty_ground_behind_a_text_belongs_to_it() -> None:
    before, after = Drawing(), Drawing()
    before.text("Meeting 17", (40, 60))
    before.text("Meeting 18", (40, 90))
    after.text("Meeting 18", (40, 60))
    found = again(before, Point(300, 95), after)
    assert isinstance(found, Located)
    assert (found.point, found.box.top) == (Point(300, 65), pytest.approx(60, abs=5))


def test_a_frame_without_anything_on_it() -> None:
    bare = Drawing()
    after = Drawing()
    after.text("hello", (40, 60))
    lost = again(bare, Point(300, 300), after)
    assert isinstance(lost, NotLocated)
    assert lost.why == "plain"


def test_a_smaller_frame_than_the_crop() -> None:
    before, button = dialog()
    tiny = Drawing(Size(20, 10))
    assert isinstance(again(before, button.center, tiny), NotLocated)


def test_remembering_reads_nothing() -> None:
    frame = Drawing().shot()
    snapshot_of(frame, Point(1, 1), FakeParser())
