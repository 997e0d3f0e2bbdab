"""What a field shows, by what is read in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tests.tools.scenes import FakeParser, line, scene, widget
from tools.geometry import Box
from tools.locate.contents import content, holds, shows, text_part
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.locate.segments import place_to_type
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

FIELD = widget("field", 20, 20, 200)
DROPDOWN = widget("dropdown", 20, 20, 200)


class Recorder(FakeParser):
    """It keeps the boxes that are read."""

    def __init__(self, *, anywhere: Scene, text: str) -> None:
        super().__init__(anywhere=anywhere, text=text)
        self.boxes: list[Box] = []

    def read_box(self, frame: Frame, box: Box) -> Line:
        """Always the same text."""
        self.boxes.append(box)
        return super().read_box(frame, box)


class Cutting(FakeParser):
    """It reads `Dog`, and `Doc` where the box ends before the last stroke."""

    def read_box(self, frame: Frame, box: Box) -> Line:
        """One or the other."""
        return replace(super().read_box(frame, box), text="Dog" if box.right > 60 else "Doc")


class Clearing(FakeParser):
    """It reads the cross of a field as a letter."""

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The text, and an X where the box reaches beyond it."""
        read = super().read_box(frame, box)
        return replace(read, text=f"{read.text} X") if box.right > 70 else read


def look(text: str) -> Look:
    """A look at a field in which this is read."""
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[28:36, 30:60] = 20
    return Look(Frame.from_rgb(rgb), FakeParser(anywhere=scene(FIELD), text=text))


@pytest.mark.parametrize(
    ("option", "read", "shown"),
    [
        ("Łódź", "Lodz", False),
        ("Germany", "Germany", True),
        ("Germany", "West Germany", False),
        ("Install for all users", "Installfor all users", True),
        ("Install for all users", "Install for all user", False),
        ("Version 1.2", "Version 1.3", False),
        ("Plan 5", "Plan S", False),
    ],
)
def test_a_drop_down_shows_an_option(option: str, read: str, *, shown: bool) -> None:
    assert shows(look(read), DROPDOWN, option) is shown


@pytest.mark.parametrize(("read", "held"), [("227 - +", True), ("227 +", False), ("22 - +", False)])
def test_the_buttons_behind_a_number_are_no_part_of_it(read: str, *, held: bool) -> None:
    assert holds(look(read), FIELD, "227") is held


def test_a_field_holds_the_digits_that_were_typed() -> None:
    assert holds(look("15 AnalyticalRoad"), FIELD, "15 Analytical Road")
    assert not holds(look("1S0 Analytical Road"), FIELD, "15 Analytical Road")
    assert not holds(look("S"), FIELD, "5")


@pytest.mark.parametrize(
    ("typed", "read", "held"),
    [
        ("5000", "500", False),
        ("5000", "0", False),
        ("1234567", "1,234,567", True),
        ("1234", "0000", True),
        ("sesame", "oooooo", True),
        ("sesame", "-", False),
        ("0230PM", "02:30 PM\N{COPYRIGHT SIGN}", True),
        ("Ada", "\N{WHITE CIRCLE}Ada", True),
        ("sesame", "******", True),
    ],
)
def test_a_field_shows_what_was_typed_or_dots_in_its_place(typed: str, read: str, *, held: bool) -> None:
    assert holds(look(read), FIELD, typed) is held


def test_a_full_field_shows_the_end_of_a_text_and_its_beginning_once_it_was_left() -> None:
    narrow = widget("field", 20, 20, 44)
    text = "Christopher Columbus"
    assert holds(look("pher Columbus"), narrow, text)
    assert not holds(look("Christopher C"), narrow, text)
    assert holds(look("Christopher C"), narrow, text, left=True)
    assert not holds(look("pher Columbus"), FIELD, text), "there is room for more"


def test_a_date_is_typed_from_its_first_segment_on() -> None:
    assert place_to_type(look("mm/dd/yyyy"), FIELD).x < 40
    assert place_to_type(look("Ada"), FIELD) == text_part(FIELD).center


@pytest.mark.parametrize(("dots", "shape", "held"), [(6, 7, True), (5, 7, False), (6, 12, False)])
def test_dots_of_one_size_stand_for_a_text_however_they_are_read(
    dots: int, shape: int, *, held: bool
) -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    for at in range(dots):
        rgb[28 : 28 + shape, 30 + 10 * at : 37 + 10 * at] = 20
    rgb[26:42, 100] = 20  # the caret
    seen = Look(Frame.from_rgb(rgb), FakeParser(anywhere=scene(FIELD), text="\N{HORIZONTAL ELLIPSIS}"))
    assert holds(seen, FIELD, "sesame") is held


@pytest.mark.parametrize(("apart", "held"), [(60, True), (15, False)])
def test_a_cross_far_behind_a_text_is_none_of_its_letters(apart: int, *, held: bool) -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[26:38, 32:60:2] = 20
    rgb[28:36, 60 + apart : 68 + apart : 2] = 20  # the cross that clears the field
    parser = Clearing(anywhere=scene(FIELD), text="Austria")
    assert holds(Look(Frame.from_rgb(rgb), parser), FIELD, "Austria") is held


def test_a_date_before_the_picture_of_a_calendar_is_typed_into_at_its_first_segment() -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[26:38, 32:60:2] = 20
    rgb[28:36, 180:188:2] = 20
    parser = Clearing(anywhere=scene(FIELD), text="03/02/2023")
    assert place_to_type(Look(Frame.from_rgb(rgb), parser), FIELD).x < 60


def test_a_letter_right_behind_the_border_belongs_to_the_text() -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[20:44, [20, 219]] = rgb[[20, 43], 20:220] = 120
    rgb[26:38, 22] = rgb[37, 22:28] = 20  # an L
    rgb[26:38, 32:60:2] = 20
    parser = Recorder(anywhere=scene(FIELD), text="Lee")
    assert content(Look(Frame.from_rgb(rgb), parser), FIELD) == "Lee"
    assert parser.boxes == [Box(22, 24, 41, 16)]


def test_a_letter_right_before_the_border_belongs_to_the_text() -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[20:44, [20, 219]] = rgb[[20, 43], 20:220] = 120
    rgb[26:38, 190:214:2] = 20
    rgb[30:38, 214] = rgb[26:38, 217] = rgb[[30, 37], 214:218] = 20  # a d
    parser = Recorder(anywhere=scene(FIELD), text="Read")
    assert content(Look(Frame.from_rgb(rgb), parser), FIELD) == "Read"
    assert parser.boxes == [Box(186, 24, 32, 16)]


def test_a_drop_downs_text_may_reach_up_to_its_arrow() -> None:
    rgb = np.full((70, 260, 3), 255, np.uint8)
    rgb[20:54, [20, 113]] = rgb[[20, 53], 20:114] = 120
    rgb[32:42, 33:86:3] = 20  # a word, of which the last letter stands where others have their arrow
    rgb[35:40, 91:102] = 20  # the arrow
    parser = Recorder(anywhere=scene(FIELD), text="México")
    narrow = Look(Frame.from_rgb(rgb), parser)
    assert content(narrow, widget("dropdown", 20, 20, 94, 34)) == "México"
    assert parser.boxes[0].right == 85


def test_a_short_text_of_a_drop_down_ends_before_the_room_of_its_arrow() -> None:
    rgb = np.full((70, 260, 3), 255, np.uint8)
    rgb[32:42, 33:60:3] = 20
    rgb[35:40, 91:102] = 20
    parser = Recorder(anywhere=scene(FIELD), text="Mr")
    assert content(Look(Frame.from_rgb(rgb), parser), widget("dropdown", 20, 20, 94, 34)) == "Mr"
    assert parser.boxes[0].right <= 65


def test_the_tail_of_a_letter_may_reach_into_the_border_of_a_low_field() -> None:
    rgb = np.full((60, 260, 3), 255, np.uint8)
    rgb[20:44, [20, 219]] = rgb[[20, 43], 20:220] = 120
    rgb[28:38, 32:60:2] = rgb[28:42, 50] = 20  # a p
    parser = Recorder(anywhere=scene(FIELD), text="Stop")
    assert content(Look(Frame.from_rgb(rgb), parser), FIELD) == "Stop"
    assert parser.boxes == [Box(28, 24, 35, 18)]


def test_a_dotted_focus_ring_behind_a_text_leaves_it_the_option() -> None:
    """FLTK's: read with it, the text is less sure than it is alone."""
    picture = Image.open(Path(__file__).parent / "pictures" / "dotted_ring.png").convert("RGB")
    seen = Look(Frame.from_rgb(np.asarray(picture)), shared_reader())
    field = find_field(seen.scene, Locator("Prioritet"))
    assert shows(seen, field, "Normal")
    assert not any(shows(seen, field, other) for other in ("Norma", "Formal", "Hög"))
    rgb = np.asarray(picture).copy()
    rgb[50:72, 138] = 192
    rgb[54:66, 138] = 0  # a letter before it, in the place of the ring's left side
    assert not shows(Look(Frame.from_rgb(rgb), shared_reader()), field, "Normal")


def pictured(picture: str) -> Look:
    rgb = np.asarray(Image.open(Path(__file__).parent / "pictures" / f"{picture}.png").convert("RGB"))
    return Look(Frame.from_rgb(rgb), shared_reader())


@pytest.mark.parametrize(
    ("picture", "field", "option", "others"),
    [
        ("dotted_ring_before_arrows", widget("dropdown", 138, 15, 158, 27), "Offen", ("Hoffen", "Ofen")),
        ("dotted_ring_shaded", widget("field", 18, 11, 148, 28), "Norway", ("Norwa", "Poland")),
        ("arrow_after_text", widget("dropdown", 31, 30, 92, 34), "Belgique", ("Belgiqu",)),  # of a low one
        ("dotted_ring_low", widget("dropdown", 96, 68, 145, 23), "\u00d6sterreich", ("\u00d6sterreicher",)),
    ],
)
def test_a_text_is_read_whole_without_the_ring_around_it_or_the_arrow_behind_it(
    picture: str, field: Widget, option: str, others: tuple[str, ...]
) -> None:
    seen = pictured(picture)
    assert shows(seen, field, option)
    assert not any(shows(seen, field, other) for other in others)


def test_a_date_is_read_whole_whose_calendar_is_as_dark_as_its_field() -> None:
    """Cut in its year, `05/06/6619` passed for a year in two digits."""
    seen, field = pictured("date_with_dark_calendar"), widget("dropdown", 20, 16, 146, 58)
    assert content(seen, field) == "05/06/1966"
    assert holds(seen, field, "05/06/1966")
    assert not holds(seen, field, "05/06/2019")


def test_the_caret_between_a_number_and_its_buttons_is_no_digit() -> None:
    seen, field = pictured("caret_before_buttons"), widget("field", 20, 9, 118, 26)
    assert content(seen, field) == "4"
    assert holds(seen, field, "4")
    assert not holds(seen, field, "41")


def test_a_drop_down_s_text_may_stand_close_to_its_arrow() -> None:
    box = DROPDOWN.box
    assert text_part(DROPDOWN).right == box.right - box.height


def test_the_caret_of_a_drop_down_that_one_searches_is_no_letter_of_its_option() -> None:
    picture = Image.open(Path(__file__).parent / "pictures" / "caret.png").convert("RGB")
    seen = Look(Frame.from_rgb(np.asarray(picture)), shared_reader())
    field = widget("field", 12, 10, 376, 40)
    assert shows(seen, field, "Norway")
    assert not any(shows(seen, field, other) for other in ("Norwa", "Norwegian", "Norway 2"))


def test_the_grip_of_an_area_is_no_line_of_its_text() -> None:
    area, written = widget("field", 20, 20, 200, 100), line("Call first", 28, 26)
    for grip, text in ((line("/", 206, 102), "Call first"), (line("/", 28, 50), "Call first /")):
        page = scene(area, written, grip)
        assert content(Look(page.frame, FakeParser(page)), area) == text


@pytest.mark.parametrize("top", [31, 26, 22])
def test_a_last_letter_with_a_tail_is_no_caret(top: int) -> None:
    """What a field shows is read whole: what is a caret, the eye has painted over before."""
    rgb = np.full((70, 260, 3), 255, np.uint8)
    rgb[26:38, 32:56:3] = 20
    rgb[top:42, 60:62] = 20  # the stem of a g
    seen = Look(Frame.from_rgb(rgb), Cutting(anywhere=scene(FIELD), text=""))
    field = widget("field", 20, 16, 200, 32)
    assert shows(seen, field, "Dog")
    assert not shows(seen, field, "Doc")
