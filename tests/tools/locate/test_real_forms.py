"""What forms of real toolkits show a person plainly: whose a field is, and whether a switch is on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tools.geometry import Box, Point
from tools.locate.areas.opened import opened_list
from tools.locate.contents import holds, is_cut, readings, shows
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.layout.popups import new_popups
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.locate.segments import has_lone_segment, place_to_type, segments_of
from tools.locate.sliders import find_slider, numbers_at
from tools.locate.states import is_on
from tools.observation import Frame
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader
from tools.see.scene import Widget
from tools.see.text.saying import visible

if TYPE_CHECKING:
    from tools.see.scene import Scene, WidgetKind


def seen(name: str) -> Scene:
    """A part of a window, as it is read."""
    picture = Image.open(Path(__file__).parent / "forms" / f"{name}.png").convert("RGB")
    return shared_reader().read(Frame.from_rgb(np.asarray(picture)))


@pytest.mark.parametrize(
    ("picture", "label"),
    [
        ("antd_switch", "Night light"),  # read with its switch, as nothing that makes sense
        ("antd_dark_switch", "Include subfolders"),  # a switch that is read as an O
        ("mui_switch", "Enable notifications"),  # one in which the detector sees a link
        ("gtk3_unit_switch", "Whole words only"),  # read with it and with another field's unit before it
        ("gtk4_switch_in_high_row", "Imprimir a dos caras"),  # far below its label, beside a group of four
        ("gtk4_value_beside_switch", "Paquet cadeau"),  # below it, beside the value of a slider
        ("gtk4_dark_switch_below", "Iniciar autom\u00e1ticamente"),  # below its label, which touches the next
    ],
)
def test_a_switch_whose_knob_and_track_agree_is_on(picture: str, label: str) -> None:
    assert find_indicator(seen(picture), Locator(label)).checked


@pytest.mark.parametrize(
    ("picture", "label"),
    [
        ("gtk4_switch", "Godk\u00e4nn villkoren"),  # read with the switch behind it
        ("gtk4_dark_caption_switch", "Eilig"),  # read with it, so that their middle lies in the switch
        ("antd_gray_switch", "Newsletter"),  # in which the detector sees a check box
        ("antd_dark_knob_read", "Aceptar las condiciones"),  # the knob is read as a dot before it
        ("mui_white_switch", "Steuerfrei"),  # a white knob on white, which bites less than a pixel off
    ],
)
def test_a_switch_whose_knob_is_at_the_left_of_a_gray_track_is_off(picture: str, label: str) -> None:
    assert find_indicator(seen(picture), Locator(label)).checked is False


def test_a_box_whose_border_is_under_its_focus_ring_is_seen() -> None:
    """Its ring is dashed on three sides; a letter touches the fourth."""
    assert find_indicator(seen("gtk3_box_under_ring"), Locator("Bolet\u00edn")).checked is False


def test_a_box_whose_border_is_dotted_is_seen() -> None:
    scene = SceneCache(shared_reader()).read(seen("drawn_dotted_boxes").frame)
    assert [find_indicator(scene, Locator(text)).checked for text in ("Urgent", "Private")] == [False, True]


def test_a_radio_button_that_looks_like_another_of_its_group_is_not_on() -> None:
    scene = seen("fltk_radios_alike")
    off = ("France", "Italy", "Spain", "Poland", "Norway")
    assert [find_indicator(scene, Locator(text)).checked for text in off] == [False] * len(off)
    assert find_indicator(scene, Locator("Germany")).checked
    look = Look(scene.frame, shared_reader())
    assert is_on(look, find_indicator(scene, Locator("Poland")), scene.frame) is False, "nothing is done else"


@pytest.mark.parametrize(
    ("picture", "label", "checked"),
    [
        ("ttk_classic_radios", "Private", False),  # diamonds that detector and net of toggles take for on
        ("ttk_classic_radios", "Business", True),
        ("ttk_classic_boxes", "I accept the terms", False),  # that net takes them for mixed
        ("ttk_classic_boxes", "Send newsletter", False),
        ("tk_dotted_radio", "Englisch", True),  # a focus ring as close to it as a letter
        ("tk_close_diamonds", "A3", False),  # a chosen one as close to the caption before it as a letter
        ("tk_close_diamonds", "A4", True),
    ],
)
def test_what_a_theme_shows_by_its_shape_is_not_doubted_by_what_never_saw_it(
    picture: str, label: str, *, checked: bool
) -> None:
    assert find_indicator(seen(picture), Locator(label)).checked is checked


def test_a_radio_button_in_a_ripple_is_not_the_one_before_with_whose_caption_its_own_was_read() -> None:
    found = find_indicator(seen("mui_dark_ripple"), Locator("NOK"))
    assert found.box.contains(Point(118, 67))
    assert found.checked is not False


@pytest.mark.parametrize(
    ("picture", "label", "place"),
    [
        ("gtk4_unit", "Land", Point(470, 135)),  # read as "pcs Land", the unit of the field before it
        ("mui_notched_far", "Shipping", Point(489, 61)),  # in whose row another field is seen first
        ("gtk3_unit_and_switch", "Length", Point(588, 42)),  # no other row has a field that is seen
        ("gtk3_unit", "Land", Point(609, 73)),  # beside a text in a field, which begins as the unit does
        ("gtk4_unit_above", "T\u00e9l\u00e9phone", Point(340, 490)),  # with a unit right before its field
        ("tk_above", "Amount", Point(100, 195)),  # nearer to the foot of the area above it
        ("tk_above", "Due date", Point(100, 293)),  # far below it, for what stands beside it is higher
        ("bootstrap_broken_word", "Interlocuteur", Point(1000, 61)),  # broken, and flush right
        ("bootstrap_number", "Invoice no.", Point(270, 85)),  # written "Invoice no.:"
        ("mui_notched", "Papier", Point(560, 312)),  # a drop-down whose label floats in its border
        ("mui_touching_notched", "Estado", Point(500, 370)),  # whose label stands across the foot of the next
        ("mui_touching_notched", "Env\u00edo", Point(500, 325)),  # the next
        ("mui_touching_notched", "A\u00f1o", Point(500, 85)),  # as close to the field above
        ("antd_area", "Betreff", Point(620, 170)),  # as wide as the page, its text well below its edge
        ("antd_filled_area", "Bemerkung", Point(200, 112)),  # two lines in its middle, as on a button
        ("antd_dark_underlined", "Peso", Point(100, 90)),  # a number on a line, with its arrows
        ("antd_dark_underlined", "Asunto", Point(100, 200)),  # an area on a line, with a grip
        ("mui_dark_area", "Notizen", Point(400, 170)),  # beside a menu of the page that stands on its row
        ("swing_dark_combo", "Quality", Point(60, 40)),  # whose label touches its upper border
        ("mui_dark_notched", "Empresa", Point(600, 70)),  # whose label floats in its border
        ("mui_dark_notched", "Idioma", Point(600, 125)),
        ("mui_dark_notched", "Vencimiento", Point(1000, 280)),
        ("swing_short", "W\u00e4hrung", Point(100, 65)),  # hardly wider than its arrow
        ("mui_dark_underlined", "Benutzer", Point(230, 455)),  # beyond whose line the detector sees it go
        ("fltk_choice", "Colour", Point(120, 55)),  # a drop-down with an arrow up and one down
        (
            "gtk3_first_of_column",
            "Priorit\u00e9",
            Point(60, 115),
        ),  # far below, at the middle of radio buttons
        ("gtk3_last_of_column", "Company", Point(370, 507)),
        ("gtk4_pale_selection", "N.\u00ba de factura", Point(150, 127)),  # its text pale, as is its ground
        ("motif_letter_at_border", "Town", Point(300, 368)),  # an L touches its border
        ("metal_joined_letters", "Apellidos", Point(150, 175)),  # bold, and down to the field's border
        ("bootstrap_spinner", "Menge", Point(640, 42)),  # arrows on a ground of their own in it
        ("bootstrap_wide_area", "Firma", Point(1100, 316)),  # which is no remark at the area's foot
        ("antd_placeholders", "Pays", Point(600, 82)),  # close above another of which only a line is drawn
        ("antd_icon", "Kontonummer", Point(300, 98)),  # an icon that is read as an 8
        (
            "qt_far_unit",
            "Customer reference",
            Point(500, 45),
        ),  # with a unit before it, far behind its own field
        (
            "mui_lower_label",
            "\u00c9ch\u00e9ance",
            Point(300, 105),
        ),  # right of it an icon, close, on its own line
        ("antd_like_others", "Notizen", Point(350, 30)),  # a faint one, drawn as two that the detector sees
        ("gtk3_close_arrow", "Land", Point(170, 122)),  # a drop-down whose text ends close to its arrow
        ("bootstrap_focused_area", "Date of birth", Point(100, 205)),  # below an area with a ring around it
        ("fltk_shaded_area", "Anm\u00e4rkning", Point(180, 210)),  # shaded from dark to white
        (
            "bootstrap_error_icon",
            "W\u00e4hrung",
            Point(1090, 193),
        ),  # not the nearer one, which an icon unnamed
        ("antd_beside_popup", "Date of birth", Point(200, 41)),  # its glow joined to its calendar
        ("mui_asterisk", "Nachname", Point(640, 35)),  # an asterisk is no radio button before its text
        ("antd_underlined_number", "Quantit\u00e9", Point(520, 173)),  # its arrows joined to its line
        ("tk_dotted_radio", "Kontonummer", Point(280, 251)),  # far below it, beside a button in focus
        ("antd_pale_error", "Langue", Point(200, 367)),  # as light as the page, in another colour
        ("mui_bar_in_label", "Paper size", Point(130, 272)),  # a bar seen where its label is
        ("mui_close_card", "Size", Point(900, 105)),  # in a card whose border is close to its labels
        ("mui_low_area", "Betreff", Point(620, 160)),
        ("mui_filled_area", "Remarque", Point(620, 152)),  # drawn as the fields for one line are
        ("mui_helper_touches", "Leveransdatum", Point(300, 66)),  # its line joined to a letter below it
        ("bootstrap_sign_before", "Postal code", Point(280, 137)),  # an @ before it, a ring at its head
        ("bootstrap_dark_number", "Hauteur", Point(60, 51)),  # in focus, its arrows on a ground of their own
        ("bootstrap_sign_full", "Courriel", Point(730, 67)),  # as full as a button, a # before it
        ("mui_wide_area", "Objet", Point(600, 120)),  # much wider than the others, and close above one
        ("mui_lit_area", "Description", Point(600, 100)),  # in focus; the detector sees what is written alone
        ("mui_lit_area", "Country", Point(300, 175)),  # below its remark
        ("qt_far_remark", "\u00c9tat", Point(180, 243)),  # below a remark on the field far above
        ("antd_selected_date", "Geburtsdatum", Point(90, 52)),  # its selected text takes most of its rows
        ("fltk_filled_date", "Delivery date", Point(340, 126)),  # shaded, and its text takes half of it
        ("antd_selected_short", "Date de livraison", Point(1060, 151)),  # in focus, its value selected
        ("gtk3_short_unit", "Code postal", Point(680, 63)),  # a unit before it, and its field far behind it
        ("antd_selected_on_line", "Lieferdatum", Point(600, 34)),  # read with its value, which is selected
        ("mui_selected_part", "Date de livraison", Point(200, 95)),  # joined to the letters before it
        ("mui_selected_part", "Rue", Point(500, 95)),
        ("mui_labels_over_values", "Zustand", Point(620, 160)),  # small, and no full stop in a low field
        ("mui_labels_over_values", "PLZ", Point(620, 35)),
        ("bootstrap_three_line_label", "Fecha de nacimiento", Point(248, 106)),  # a word of it is divided
        ("antd_list_below_line", "Unit", Point(270, 90)),  # its list's edge is no line of a field
        ("mui_below_remark", "Customer reference", Point(321, 159)),  # an empty one below a remark
        ("fltk_cut_text", "Anm\u00e4rkning", Point(200, 80)),  # shaded, a text from edge to edge in it
        ("antd_dark_o", "Ort", Point(60, 88)),  # which is no zero
        ("antd_underlined_area", "Comment", Point(400, 155)),  # with a grip, and a text at its head
        ("antd_date_picture", "Date of birth", Point(250, 42)),  # faint, its calendar round as a radio button
        (
            "bootstrap_remark_above",
            "Cantidad",
            Point(200, 106),
        ),  # below a remark, labels end at one edge
        ("mui_sign_before_label", "Priorit\u00e4t", Point(600, 30)),  # read with the % before it
        (
            "antd_required_between",
            "H\u00f6he",
            Point(100, 116),
        ),  # as near to the field above it
        (
            "qt_unit_end_aligned",
            "N.\u00ba de factura",
            Point(440, 76),
        ),  # read with the unit of a field far off
        ("fltk_arrow_letter", "Cost centre", Point(250, 44)),  # beside an arrow that is read as an A
        ("mui_value_fills", "Namn", Point(280, 40)),  # an icon and a value from edge to edge, as a caption
        ("mui_value_fills", "Leveransdatum", Point(280, 220)),  # a date and its icon
        ("mui_date_of_row", "Date de naissance", Point(740, 284)),  # as large as the fields of other columns
        ("antd_ruled_heading", "Colour", Point(180, 145)),  # right below a heading that stands in a line
        ("mui_notch_at_corner", "Delivery date", Point(100, 92)),  # read with the corner of its field
        ("mui_wrong_fields", "Comment", Point(400, 262)),  # an area with its label before it
        ("mui_wrong_fields", "E-mail", Point(1130, 30)),  # an empty one, with a remark in red
        ("antd_wide_proposal", "Versand", Point(70, 117)),  # which the detector sees too wide
        ("antd_padded_underline", "Vencimiento", Point(180, 72)),  # its value stands close behind its label
        ("antd_named_twice", "Comment", Point(600, 375)),  # by its label, and by its placeholder
        ("fltk_striped_value", "Namn", Point(200, 106)),  # on stripes, its value touches its border
        ("antd_selected_digits", "Date of birth", Point(300, 34)),  # which touch, all along its selection
        ("gtk3_all_selected", "Bemerkung", Point(110, 87)),  # its selection looks like a button's face
        ("gtk4_dark_below_tree", "Vencimiento", Point(70, 220)),  # in a column with a tree at its top
        ("antd_area_grip", "Notes", Point(150, 145)),  # on a line, its text little further in than a label
        ("gtk4_menu_ends_beside", "Rue", Point(180, 96)),  # the foot of an open menu behind it
        ("gtk3_close_unit", "Shipping", Point(660, 30)),  # the unit before it is hardly further than a space
        ("qt6_ordinal_sign", "N.\u00ba de cuenta", Point(230, 208)),  # which is no radio button
        ("gtk3_box_under_ring", "Precio", Point(270, 118)),  # below a box whose border its ring hides
        ("qt6_dark_label_behind_focus", "Valuta", Point(350, 86)),  # close behind a field without a label
        ("qt6_link_before_label", "Length", Point(249, 45)),  # read with a link before it
        ("fltk_raised_o", "Status", Point(310, 40)),  # whose text begins with an O as round as a radio button
        ("fltk_raised_list", "Unit", Point(72, 25)),  # which looks like a button, with two arrows
    ],
)
def test_a_field_is_the_one_that_a_person_sees_named(picture: str, label: str, place: Point) -> None:
    assert find_field(seen(picture), Locator(label)).box.contains(place)


@pytest.mark.parametrize(
    ("picture", "caption"),
    [("drawn_tab_on_line", "Items"), ("drawn_button_on_track", "Play"), ("drawn_inset_button", "Copy")],
)
def test_a_button_that_a_line_or_a_text_touches_is_no_selected_text(picture: str, caption: str) -> None:
    found = find(seen(picture), Locator(caption))
    assert found.widget is not None
    assert found.widget.kind == "button"


def test_a_text_that_crosses_an_end_of_an_underlined_field_stands_above_it() -> None:
    """ "Sicherung behalten", of which "halten" is over the field: there a click would open nothing."""
    field = find_field(seen("antd_text_above"), Locator("Priorit\u00e4t"))
    assert field.kind == "dropdown"
    assert (field.box.top, field.box.bottom) == (450, 484)


def test_a_field_and_its_label_that_are_seen_as_an_area_are_told_apart() -> None:
    field = find_field(seen("antd_area_and_label"), Locator("W\u00e4hrung"))
    assert (field.kind, field.box.top, field.box.bottom) == ("dropdown", 358, 392)


def test_a_heading_that_a_line_sets_off_is_no_label_of_an_area_below_it() -> None:
    assert find_field(seen("antd_headed_group"), Locator("Full name")).box == Box(38, 86, 377, 37)


def test_an_entry_is_no_other_where_only_some_of_its_letters_touch() -> None:
    assert find(seen("antd_letters_touch"), Locator("\u00dcberf\u00e4llig")).box.contains(Point(80, 127))


@pytest.mark.parametrize(
    ("picture", "labels"),
    [
        ("drawn_rows_with_boxes", ("Delivery", "Express delivery")),  # faint, with check boxes: no fields
        ("drawn_labels_below", ("Name",)),  # as near to the field below it
        ("drawn_units_as_labels", ("Discount", "Tax")),  # "% Discount" behind its field, before another one
        ("drawn_side_texts", ("Total", "Shipping")),  # beside fields that are named from above
        ("drawn_sections", ("Profile", "Contact")),  # whose borders are no underlines of their labels
    ],
)
def test_where_a_person_sees_no_field_named_there_is_none(picture: str, labels: tuple[str, ...]) -> None:
    scene = seen(picture)
    for label in labels:
        with pytest.raises(NotFound):
            find_field(scene, Locator(label))


@pytest.mark.parametrize(
    ("picture", "caption", "place"),
    [
        ("bootstrap_icon_button", "Spara", Point(50, 33)),  # read as a word before it
        (
            "fltk_return_button",
            "Spara",
            Point(66, 117),
        ),  # the arrow of a Return key, read as a sign behind it
        ("bootstrap_ideograph_icon", "Help", Point(125, 38)),  # a calendar, read as a sign of another script
        ("mantine_far_icon", "Terminer", Point(190, 42)),  # a magnifying glass, read as a Q far before it
        (
            "bootstrap_dark_tree",
            "Turku",
            Point(65, 185),
        ),  # a sheet, read as an O here and as nothing elsewhere
    ],
)
def test_a_button_is_named_without_the_icon_that_was_read_with_its_caption(
    picture: str, caption: str, place: Point
) -> None:
    assert find(seen(picture), Locator(caption)).box.contains(place)


@pytest.mark.parametrize(
    ("picture", "caption"),
    [
        ("fltk_round_boxes", "D\u00e9marrer automatiquement"),
        ("fltk_round_boxes", "Imprimer recto verso"),
        ("fltk_cut_corners", "Bluetooth"),
    ],
)
def test_boxes_with_round_corners_are_no_radio_buttons_of_which_one_is_on(picture: str, caption: str) -> None:
    box = find_indicator(seen(picture), Locator(caption))
    assert (box.kind, box.checked) == ("checkbox", True)


@pytest.mark.parametrize("picture", ["gtk_switch_rows", "gtk_switch_rows_dark"])
@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Print two-sided", Point(294, 33)),
        ("Night light", Point(340, 71)),
        ("Bluetooth", None),  # between two switches
        ("Text message", Point(210, 147)),  # of a row whose switches stand before their captions
        ("Email", Point(113, 147)),
    ],
)
def test_a_switch_read_with_the_text_behind_it_is_not_for_that_alone_its(
    picture: str, label: str, place: Point | None
) -> None:
    """GTK's, whose knobs are read as letters."""
    if place is None:
        with pytest.raises(NotFound):
            find_indicator(seen(picture), Locator(label))
    else:
        assert find_indicator(seen(picture), Locator(label)).box.contains(place)


def test_a_letter_on_a_shaded_button_is_no_box_to_tick() -> None:
    """FLTK's N is as wide as high, and nothing on such a ground is as light as what is above it."""
    look = seen("fltk_shaded_letter")
    assert [line.text for line in look.lines] == ["Details", "Next"]
    assert {widget.kind for widget in look.widgets} == {"button"}


def test_a_trough_before_a_caption_is_no_word_of_it() -> None:
    """Tk's, whose knob fills it: the one line of both would name the field that was seen in the trough."""
    look = seen("tk_trough_and_caption")
    assert next(line.box.left for line in look.lines if "Quality" in line.text) > 390
    assert find_field(look, Locator("Quality")).box.left > 470


@pytest.mark.parametrize(
    ("picture", "label", "thumb"),
    [
        ("fltk_slider_plate", "Vikt", Point(173, 115)),  # on a plate of another shade, on a striped ground
        ("fltk_slider_plate", "Fakturanr", Point(214, 215)),
        ("chromium_thumb_parts", "Betreff", Point(100, 53)),  # whose border is hardly lighter than the ground
        ("motif_slider_ticks", "First name", Point(133, 54)),  # a sunken one, with ticks below its thumb
        ("qt_bar_above_slider", "Anv\u00e4ndare", Point(223, 135)),  # below a bar that is at 96%
    ],
)
def test_a_slider_is_found_by_its_label_and_shows_no_number(picture: str, label: str, thumb: Point) -> None:
    scene = seen(picture)
    found = find_slider(scene, Locator(label))
    assert found.thumb.center == pytest.approx(thumb, abs=1)
    assert numbers_at(scene, found) == []


@pytest.mark.parametrize(
    ("picture", "caption", "left"),
    [
        ("bootstrap_sheet_as_letter", "Leeds", 65),  # behind a sheet of paper that is read as a D
        ("bootstrap_sheet_as_letter", "Turku", 65),
        ("bootstrap_sheet_as_letter", "Metz", 65),
        ("bootstrap_menu_arrow", "Ver", 92),  # before an arrow
        ("bootstrap_menu_arrow", "Formato", 269),
    ],
)
def test_a_caption_is_found_beside_a_picture_that_was_read_with_it(
    picture: str, caption: str, left: int
) -> None:
    found = find(seen(picture), Locator(caption))
    assert found.line.text == caption
    assert found.line.box.left == pytest.approx(left, abs=4)


@pytest.mark.parametrize("kind", ["field", "dropdown"])
def test_a_number_is_none_that_a_caret_or_the_fields_end_cuts_off(kind: WidgetKind) -> None:
    """Swing's: 565 was typed before the 1 that stood there, at the very buttons that change it."""
    look = Look(seen("swing_spinner_typed").frame, shared_reader())
    field = Widget(kind, Box(75, 17, 104, 22))
    assert holds(look, field, "5651")
    assert not holds(look, field, "565")
    assert {one.kind for one in look.scene.widgets} == {"field"}


def test_a_list_that_is_joined_to_its_drop_down_has_opened() -> None:
    closed, opened = (seen(f"bootstrap_list_{state}").frame for state in ("closed", "open"))
    field = Widget("dropdown", Box(159, 45, 246, 32))
    found = opened_list(Look(opened, shared_reader(), closed), field, "German")
    assert found is not None
    assert found.area.contains(Point(180, 170))


def test_a_selected_number_is_no_thumb_of_a_slider() -> None:
    """GTK's number field as it is when its window opens, with Arc: the selection was dragged along it."""
    page = seen("gtk3_selected_number")
    with pytest.raises(NotFound):
        find_slider(page, Locator("H\u00f6jd"))
    assert find_field(page, Locator("H\u00f6jd")).box.contains(Point(37, 67))


def test_a_number_field_that_lost_the_focus_to_a_drop_down_is_no_list_of_it() -> None:
    """GTK's: its minus is in use again. The wheel that was turned over it made 309 of 310."""
    before, after = (seen(f"gtk3_spin_left_{state}") for state in ("before", "after"))
    field = find_field(before, Locator("Shipping"))
    assert field.kind == "dropdown"
    assert opened_list(Look(after.frame, shared_reader(), before.frame), field, "Express") is None


def test_entries_of_a_list_that_touch_its_border_are_read() -> None:
    """The lit one begins with an l at the edge of its ground, and a single letter stands right below that."""
    lines = seen("tk_entries_at_border").lines
    entries = [line.text for line in lines if line.box.left in (130, 131) and 40 <= line.box.top < 110]
    assert entries == ["kg", "g", "lb", "t"]


@pytest.mark.parametrize("picture", ["bootstrap_icon_button", "fltk_return_button"])
def test_a_word_or_an_icon_beside_a_caption_is_none_of_it(picture: str) -> None:
    assert visible("Spara", seen(picture).lines)


@pytest.mark.parametrize(
    ("picture", "field", "text"),
    [
        ("swing_spinner", Widget("field", Box(98, 101, 170, 26)), "75"),  # which touches the arrow buttons
        ("mui_focused", Widget("field", Box(181, 74, 211, 57)), "Two boxes, one pallet"),  # round border
        ("antd_arrows", Widget("field", Box(161, 81, 226, 32)), "138"),  # arrows that are read as an L
        (
            "swing_area",
            Widget("field", Box(83, 33, 266, 74)),
            "Call first",
        ),  # an i that touches the f before it
        ("gtk4_dropdown", Widget("dropdown", Box(9, 97, 100, 35)), "Recogida"),  # which ends near the arrow
        ("motif_footed_caret", Widget("field", Box(110, 82, 249, 19)), "26"),  # a foot of it is under the 6
        (
            "bootstrap_low_area",  # with a grip, and a \u00fc whose dots run into one another
            Widget("field", Box(21, 30, 599, 40)),
            "R\u00fcckfrage bei Frau Wei\u00df",
        ),
        (
            "fltk_word_no_box",
            Widget("field", Box(59, 76, 208, 75)),
            "Paid in two parts",
        ),  # an "in" like a box
        ("fltk_area_caret", Widget("field", Box(86, 40, 272, 69)), "See page 12"),  # a thick one, by its 2
        ("mui_cut_address", Widget("field", Box(98, 21, 172, 56)), "gro@firma.example"),  # one over its e
        ("bootstrap_wide_glow", Widget("dropdown", Box(62, 20, 319, 40)), "t"),  # far outside its edge
        ("fltk_shaded_caret", Widget("field", Box(20, 45, 262, 28)), "lefvre@post.example.org"),  # by its g
        ("fltk_shaded_number", Widget("field", Box(285, 70, 284, 25)), "44"),  # on shaded ground
        (
            "mui_next_label",
            Widget("dropdown", Box(18, 35, 231, 39)),
            "Exprés",
        ),  # the next field's in its edge
    ],
)
def test_what_a_field_shows_beside_its_text_is_none_of_it(picture: str, field: Widget, text: str) -> None:
    look = Look(seen(picture).frame, shared_reader())
    assert holds(look, field, text)
    assert not holds(look, field, text[:-1])


def test_a_thin_letter_before_its_arrow_is_of_what_a_drop_down_shows() -> None:
    look = Look(seen("gtk4_thin_end").frame, shared_reader())
    field = Widget("dropdown", Box(10, 65, 95, 35))
    assert shows(look, field, "Normal")
    assert not shows(look, field, "Norma")


def test_a_caret_behind_a_letter_with_a_tail_is_none_of_what_a_drop_down_shows() -> None:
    look = Look(seen("antd_tailed_caret").frame, shared_reader())
    field = Widget("dropdown", Box(122, 88, 289, 32))
    assert shows(look, field, "g")
    assert not shows(look, field, "q")


def test_a_capital_whose_accent_reaches_up_is_no_icon_before_letters_that_touch() -> None:
    assert find(seen("tk_accent_on_capital"), Locator("\u00c0 propos")).box.contains(Point(70, 51))


def test_the_chosen_page_of_a_row_is_no_check_box() -> None:
    scene = seen("mantine_chosen_page")
    assert find(scene, Locator("1")).box.contains(Point(73, 32))
    assert not any(widget.is_indicator for widget in scene.widgets)


def test_a_lamp_between_two_words_is_no_radio_button() -> None:
    assert not any(widget.is_indicator for widget in seen("page_lamps").widgets)


@pytest.mark.parametrize("caption", ["N\u00e4sta", "Tillbaka"])
def test_a_button_whose_border_shows_best_at_its_ends_is_no_selected_field(caption: str) -> None:
    found = find(seen("qt5_pale_borders"), Locator(caption)).widget
    assert found is not None
    assert found.kind == "button"


def test_specks_of_a_picture_behind_a_window_do_not_make_its_letters_large() -> None:
    """Of letters next to which a widget is small, an o was a button."""
    found = find(seen("fltk_large_on_picture"), Locator("Browse"))
    assert found.widget == Widget("button", Box(17, 190, 237, 86))


def test_a_groups_title_whose_last_letter_the_frame_cuts_is_read_whole() -> None:
    assert "New order line" in [line.text for line in seen("tk_group_title_cut").lines]


@pytest.mark.parametrize(("typed", "stands_there"), [("n", True), ("r", True), ("t", False), ("m", False)])
def test_a_caret_that_touches_the_last_letter_hides_a_stem_of_it(typed: str, *, stands_there: bool) -> None:
    look = Look(seen("antd_caret_at_stem").frame, shared_reader())
    field = Widget("field", Box(109, 49, 353, 72))
    assert holds(look, field, f"Bitte beim Nachbarn abgebe{typed}") is stands_there


def test_a_calendar_that_was_read_as_a_sign_of_its_date_is_none_of_it() -> None:
    look = Look(seen("mui_date_calendar").frame, shared_reader())
    field = find_field(look.scene, Locator("Date de naissance"))
    assert [segment.text for segment in segments_of(look, field)] == ["12", "06", "2016"]
    assert place_to_type(look, field).x < segments_of(look, field)[1].place.x - 10  # the first one's
    assert holds(look, field, "12/06/2016")
    assert not holds(look, field, "12/06/2018")


def test_a_digit_alone_that_is_read_as_letters_is_held_to_be_that_digit() -> None:
    look = Look(seen("motif_lone_digit").frame, shared_reader())
    field = find_field(look.scene, Locator("Quantity"))
    assert holds(look, field, "0")
    assert not any(holds(look, field, other) for other in ("8", "6", "1", "00", "10"))


def test_what_a_tip_had_covered_has_not_come_up() -> None:
    before, after = seen("gtk3_tip_shown"), seen("gtk3_tip_closed")
    assert "Save to memory" in [line.text for line in before.lines]
    assert new_popups(before, after) == ()


def test_a_switch_whose_white_knob_meets_the_window_s_edge_has_turned_as_its_colour_is_gone() -> None:
    on, off = seen("mui_switch_at_edge_on"), seen("mui_switch_at_edge_off")
    switch = find_indicator(on, Locator("Beidseitig drucken"))
    assert switch.checked
    assert is_on(Look(off.frame, shared_reader()), switch, on.frame) is False
    assert is_on(Look(on.frame, shared_reader()), switch, on.frame) is True


def test_arrows_that_are_read_as_something_are_no_value_below_a_label() -> None:
    look = Look(seen("mui_dark_number_arrows").frame, shared_reader())
    field = find_field(look.scene, Locator("Weight"))
    assert holds(look, field, "1")
    assert not any(holds(look, field, other) for other in ("7", "11", "10"))


def test_a_part_of_an_area_that_is_read_as_nothing_is_no_end_of_what_stands_there() -> None:
    look = Look(seen("gtk3_full_area").frame, shared_reader())
    field = find_field(look.scene, Locator("Description"))
    assert segments_of(look, field) == []
    assert "" in [line.text for line in readings(look, field)], "the place before its scroll bar"


def test_the_end_of_a_time_in_a_field_with_arrows_is_not_all_of_it() -> None:
    look = Look(seen("qt_time_cut").frame, shared_reader())
    field = find_field(look.scene, Locator("At"))
    assert not holds(look, field, "14:30"), "there is room for more before the arrows"
    assert not is_cut(look, field)


@pytest.mark.parametrize(
    ("picture", "box", "lone"),
    [
        ("chromium_date_segment", Box(26, 29, 125, 21), True),
        ("chromium_date_segment", Box(26, 80, 125, 22), False),  # none is selected
        ("qt_selected_time", Box(62, 73, 347, 24), False),  # all of it is, as in a field for any text
        ("qt_selected_time", Box(62, 104, 347, 25), False),
    ],
)
def test_a_segment_that_is_selected_by_itself_is_told(picture: str, box: Box, *, lone: bool) -> None:
    look = Look(seen(picture).frame, shared_reader())
    assert has_lone_segment(look, Widget("field", box)) is lone


@pytest.mark.parametrize(
    ("picture", "label", "kind", "box"),
    [
        ("chromium_year_selected", "Departure", "field", Box(26, 29, 125, 21)),  # a letter above touches it
        ("chromium_date_segment", "Departure", "field", Box(26, 29, 125, 21)),
        ("chromium_word_selected", "Departure", "field", Box(76, 12, 177, 21)),  # divided by its own foot
        ("chromium_lower_selection", "Arrival", "field", Box(26, 80, 125, 22)),  # than what is left of it
        ("qt_month_selected", "Pick-up", "dropdown", Box(62, 13, 347, 26)),  # a square before a caption
        ("qt_caret_behind", "Pick-up", "dropdown", Box(62, 13, 347, 26)),  # all of it, up to a caret
    ],
)
def test_a_date_that_is_selected_in_part_or_in_all_is_one_field(
    picture: str, label: str, kind: WidgetKind, box: Box
) -> None:
    assert find_field(seen(picture), Locator(label)) == Widget(kind, box)
