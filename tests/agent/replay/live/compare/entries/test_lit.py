"""What is lit otherwise, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from agent.replay.live.compare.entries.lit import another_is_lit
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.values.chosen import ChosenEntry
from agent.replay.live.values.substitutions import Substitutions
from tests.tools.scenes import line, painted, widget
from tools.geometry import Box, Point
from tools.observation import Frame
from tools.see.scene import Line, Scene

NAMES = [line(name, 300, 200 + 24 * row) for row, name in enumerate(("Miller", "Meier", "Nowak", "Adams"))]
FIELDS = (
    line("Name", 20, 100),
    widget("field", 100, 96, 150),
    line("City", 20, 140),
    widget("field", 100, 136, 150),
)
SCREEN = painted(*NAMES, *FIELDS)
ROW, OTHER = Box(290, 196, 200, 24), Box(290, 220, 200, 24)


def lit(*boxes: Box, edge: bool = False) -> Scene:
    """The screen with other ground in some boxes, or with a ring around them."""
    bgrx = SCREEN.frame.bgrx.copy()
    for box in boxes:
        texts = [(text.box, bgrx[text.box.grow(-3).slices].copy()) for text in SCREEN.lines]
        inside = bgrx[box.grow(-2).slices].copy()
        bgrx[box.slices] = (200, 90, 30, 0)
        if edge:
            bgrx[box.grow(-2).slices] = inside
        for text, pixels in texts:
            bgrx[text.grow(-3).slices] = pixels
    return Scene(Frame(np.ascontiguousarray(bgrx)), SCREEN.lines, SCREEN.widgets)


def said(then: Scene, now: Scene, pointer: Point | None = None, *, by_keys: bool = False) -> str | None:
    return another_is_lit(then, now, Wording(), (None, pointer), by_keys=by_keys)


def test_the_same_row_is_no_reason() -> None:
    assert said(lit(ROW), lit(ROW)) is None
    assert said(lit(), lit()) is None


def test_another_row_or_none_is_a_reason() -> None:
    told = "is lit otherwise than it was: something else is chosen"
    assert told in str(said(lit(ROW), lit(OTHER)))
    assert told in str(said(lit(ROW), lit()))
    assert told in str(said(lit(), lit(ROW)))


def test_a_sign_that_was_read_with_much_beside_it_has_no_ground_to_compare() -> None:
    def with_sign(box: Box, ground: int) -> Scene:
        screen = lit()
        bgrx = screen.frame.bgrx.copy()
        bgrx[box.grow(6).slices] = ground
        return Scene(Frame(bgrx), (*SCREEN.lines, Line("x", box, 0.9)), SCREEN.widgets)

    alone, wide = Box(600, 40, 10, 12), Box(570, 40, 40, 12)
    assert "is lit otherwise" in str(said(with_sign(alone, 200), with_sign(alone, 90)))
    assert said(with_sign(alone, 200), with_sign(wide, 90)) is None


def test_a_focus_ring_in_the_box_of_a_text_lights_it_no_more_than_another_text() -> None:
    town, field = Substitutions(pairs=(("Emden", "Zwolle upon Sea"),)), widget("dropdown", 96, 196, 200, 18)
    ring = Box(96, 196, 200, 2), Box(96, 212, 200, 2)
    then, now = (
        painted(*FIELDS, field, Line(text, box), marks=ring)
        for text, box in (("Emden", Box(98, 197, 80, 16)), ("Zwolle upon Sea", Box(98, 199, 80, 12)))
    )
    assert another_is_lit(then, now, Wording(town), (None, None), by_keys=False) is None


def test_the_rest_of_a_row_is_lit_with_the_entry_that_was_chosen() -> None:
    owed = [line(f"{20 + row}.00", 400, 200 + 24 * row) for row in range(len(NAMES))]
    then, now = (replace(scene, lines=(*scene.lines, *owed)) for scene in (lit(ROW), lit(OTHER)))
    chosen = ChosenEntry(SCREEN, NAMES[0], SCREEN, NAMES[1])
    wording = Wording(Substitutions(pairs=(("Miller", "Meier"),)), entries=[chosen])
    elsewhere = replace(lit(Box(290, 244, 200, 24)), lines=now.lines)
    assert another_is_lit(then, now, wording, (None, None), by_keys=False) is None
    assert another_is_lit(then, elsewhere, wording, (None, None), by_keys=False) is not None


def test_another_text_in_a_list_that_was_turned_does_not_count() -> None:
    turned = [*NAMES[1:], line("Brown", 300, 272)]
    now = painted(*(replace(text, box=text.box.shift(0, -24)) for text in turned[:3]), turned[3], *FIELDS)
    dark = now.frame.bgrx.copy()
    dark[196:200, 290:490] = (90, 60, 30, 0)  # the list's border, and more of it
    dark[200:224, 290:300] = (90, 60, 30, 0)
    dark[200:224, 341:490] = (90, 60, 30, 0)
    now = replace(now, frame=Frame(np.ascontiguousarray(dark)))
    entry = ChosenEntry(SCREEN, NAMES[0], now, now.lines[0], (Box(290, 190, 200, 120),))
    wording = Wording(entries=[entry])
    assert another_is_lit(lit(), now, wording, (None, None), by_keys=False) is None


def test_the_border_of_a_field_closely_around_its_text_is_no_light() -> None:
    field = widget("field", 100, 96, 150, 18)
    texts = (Line("Ada", Box(104, 97 + by, 60, 16 - 2 * by)) for by in (0, 1))
    then, now = (painted(field, text, *NAMES) for text in texts)
    assert said(now, then) is None
    assert said(then, now) is None


def test_what_the_pointer_lights_up_does_not_count() -> None:
    assert said(lit(), lit(ROW), ROW.center) is None


def test_the_row_beside_the_pointer_s_counts_and_the_row_that_was_clicked() -> None:
    """Both runs clicked the same row, and now the next one is lit."""
    clicked = (ROW.center, ROW.center)
    assert "lit otherwise" in str(another_is_lit(lit(ROW), lit(OTHER), Wording(), clicked, by_keys=False))
    assert "lit otherwise" in str(another_is_lit(lit(ROW), lit(), Wording(), clicked, by_keys=False))
    assert "lit otherwise" in str(said(lit(), lit(OTHER), ROW.center))
    assert another_is_lit(lit(ROW), lit(ROW), Wording(), clicked, by_keys=False) is None


def test_a_key_goes_to_the_field_with_the_focus() -> None:
    name, city = (part.box for part in FIELDS if not hasattr(part, "text"))
    then, now = lit(name, edge=True), lit(city, edge=True)
    assert "has the focus now or had it then" in str(said(then, now, by_keys=True))
    assert said(then, now) is None
    assert said(then, then, by_keys=True) is None


def test_colours_of_another_look_can_t_be_compared() -> None:
    dark = painted(*(line(one.text, one.box.left, one.box.top, 0.9) for one in NAMES))
    inverted = Scene(Frame(255 - dark.frame.bgrx), dark.lines, ())
    assert said(SCREEN, inverted) is None


def test_a_shaded_ground_of_which_now_this_and_now_that_part_is_the_commonest_is_the_same_one() -> None:
    box = Box(600, 40, 10, 12)

    def shaded(rows: int) -> Scene:
        bgrx = lit().frame.bgrx.copy()
        bgrx[box.slices] = 230
        bgrx[box.top : box.top + rows, box.left : box.right] = 180
        return Scene(Frame(bgrx), (*SCREEN.lines, Line("x", box, 0.9)), SCREEN.widgets)

    assert said(shaded(5), shaded(7)) is None, "as one pixel of noise decides"
    assert "is lit otherwise" in str(said(shaded(0), shaded(12)))
    assert "is lit otherwise" in str(said(shaded(2), shaded(12))), "what is lit may keep an edge"


def test_a_sign_of_a_title_bar_that_is_read_in_another_one_is_not_lit() -> None:
    def with_sign(text: str, left: int, ground: int) -> Scene:
        box = Box(left, 40, 10, 12)
        bgrx = lit().frame.bgrx.copy()
        bgrx[box.grow(6).slices] = ground
        return Scene(Frame(bgrx), (*SCREEN.lines, Line(text, box, 0.9)), SCREEN.widgets)

    assert said(with_sign("\N{WHITE SQUARE}", 600, 200), with_sign("\N{WHITE SQUARE}", 600, 90)) is None
    assert "is lit otherwise" in str(said(with_sign("7", 600, 200), with_sign("7", 600, 90)))
