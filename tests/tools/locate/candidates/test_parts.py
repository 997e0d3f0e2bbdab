"""Captions that were read as one text: which are cut apart, and which are one caption."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.locate.candidates.written import BOLD, MONO, SANS, SERIF, Page
from tools.geometry import Box
from tools.locate.candidates.column_edges import cuts_at
from tools.locate.candidates.menu_bars import in_menu_bar, is_menu_bar
from tools.locate.candidates.parts import parts_of, wide_gaps
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget
from tools.see.text.gaps import Gap, Spacing

BAR = ("File", "Edit", "View", "Insert", "Format", "Tools", "Window", "Help")
HEADERS, EDGES = ("Phone", "Town", "Weight"), (158, 248)


def parts(page: Page, line: int = -1) -> list[str]:
    """What a line is cut into, the last one of the page by default."""
    return [part.text for part in parts_of(page.scene(), page.lines[line])]


def refused(page: Page, text: str) -> bool:
    """Whether nothing is found by that name."""
    try:
        find(page.scene(), Locator(text))
    except NotFound:
        return True
    return False


def table(*rows: tuple[tuple[str, int], ...], heads: tuple[int, ...] = (30, 164, 254)) -> Page:
    """Three headers with a line between two, and rows of texts, each at its x and read as one line."""
    page = Page()
    for text, left in zip(HEADERS, heads, strict=True):
        page.write(text, at=(left, 40))
    for x in EDGES:
        page.stroke(x, 36, 62)
    for number, row in enumerate(rows):
        _in_one(page, row, 66 + 26 * number)
    return page


def _in_one(page: Page, row: tuple[tuple[str, int], ...], top: int) -> None:
    """A row whose texts are read as one."""
    for text, left in row:
        page.write(text, at=(left, top))
    lines = page.lines[-len(row) :]
    del page.lines[-len(row) :]
    words = tuple(word for line in lines for word in line.evidence.words)  # type: ignore[union-attr]
    around = lines[0].box
    for line in lines[1:]:
        around = around.union(line.box)
    page.write("x", at=(900, 380))
    made = page.lines.pop()
    evidence = type(made.evidence)(words)  # type: ignore[misc,call-arg]
    page.lines.append(type(made)(" ".join(line.text for line in lines), around, evidence=evidence))


@pytest.mark.parametrize("font", [SANS, BOLD, SERIF])
@pytest.mark.parametrize("size", [11, 15, 32])
def test_captions_with_more_than_a_space_between_them(font: str, size: int) -> None:
    page = Page(font, size).write("Orders", "Save as", "Customers", gap=size)
    assert parts(page) == ["Orders", "Save as", "Customers"]
    found = find(page.scene(), Locator("Save as"))
    assert page.lines[0].box.left < found.line.box.left < found.line.box.right < page.lines[0].box.right
    assert refused(page, "Save")
    assert refused(page, "as Customers")


@pytest.mark.parametrize("font", [SANS, BOLD, SERIF, MONO])
@pytest.mark.parametrize("size", [10, 12, 15, 20, 32, 48])
@pytest.mark.parametrize(
    "caption", ["Save As", "Quick Launch Bar", "Go To Line", "A 1", "1 1 1", "Wi Ve", "1 234.50 EUR"]
)
def test_words_of_one_caption_are_never_cut(font: str, size: int, caption: str) -> None:
    page = Page(font, size).write(caption)
    assert parts(page) == []
    assert all(refused(page, word) for word in caption.split())


@pytest.mark.parametrize("size", [10, 13, 20])
def test_spaces_of_a_fixed_width_font_are_wide(size: int) -> None:
    page = Page(MONO, size).write("Open", "Save", "Illium", "Help")
    assert parts(page) == []


def test_a_justified_sentence_is_no_row_of_captions() -> None:
    page = Page().write("Press", "Save", "to", "keep", "all", gap=16)
    assert parts(page) == []
    assert refused(page, "Save")


def test_a_value_that_was_typed_with_spaces_is_one() -> None:
    page = Page().write("Metz", "Lyon", gap=16)
    assert parts(page) == ["Metz", "Lyon"]
    page.widget("field", page.lines[0].box.grow(6))
    assert parts(page) == []


def test_a_buttons_caption_is_one() -> None:
    page = Page().write("Save", "As", gap=16)
    page.widget("button", page.lines[0].box.grow(8))
    assert parts(page) == []
    assert refused(page, "Save")


def test_one_gap_that_is_hardly_wider_than_a_space_cuts_nothing() -> None:
    assert parts(Page(SANS, 20).write("Save as", "Close", gap=3)) == []
    assert parts(Page(SANS, 20).write("Save as", "Illustrate", gap=14)) == ["Save as", "Illustrate"]


def test_gaps_of_both_kinds() -> None:
    gaps = Spacing((Gap(10, 11), Gap(20, 26), Gap(40, 54), Gap(60, 61)), 14)
    assert wide_gaps(["Save", "as", "Close"], gaps) == (Gap(40, 54),)
    assert wide_gaps(["Save", "as", "close"], gaps) == ()
    assert wide_gaps(["Save", "as"], Spacing((Gap(10, 11), Gap(20, 26)), 14)) == ()
    near = Spacing((Gap(20, 30), Gap(40, 54)), 14)
    assert wide_gaps(["Save", "as", "Close"], near) == (), "a space may be as wide"
    assert wide_gaps(["Save", "Close"], Spacing((Gap(10, 24), Gap(30, 42)), 14)) == (), "or a gap in a word"
    assert wide_gaps([], Spacing((), 0)) == ()


@pytest.mark.parametrize("font", [SANS, BOLD, SERIF, MONO])
@pytest.mark.parametrize("size", [12, 16, 32])
def test_a_menu_bar_whose_captions_stand_as_close_as_words(font: str, size: int) -> None:
    page = Page(font, size).write(*BAR, gap=1)
    assert parts(page) == list(BAR)
    for name in BAR:
        assert find(page.scene(), Locator(name)).line.text == name
    assert refused(page, "File Edit")


def test_a_menu_bar_on_a_shaded_ground() -> None:
    page = Page(SANS, 20).shade(60).write(*BAR, gap=1)
    assert parts(page) == list(BAR)
    assert parts(Page(SANS, 20).shade(60).write("Save as")) == []


def test_a_piece_of_a_menu_bar() -> None:
    page = Page().write("Archivo")
    page.write("Editar", "Ver", "Insertar", at=(page.lines[0].box.right + 6, 40))
    assert parts(page) == ["Editar", "Ver", "Insertar"]


@pytest.mark.parametrize(
    "line",
    [
        "File Edit",
        "Edit View Insert",
        "Please choose File Edit View",
        "File Edit Quick Launch Help",
        "File Edit View Window Tools Menu",
        "File Edit View Edit Help",
        "File Bearbeiten Hilfe",
        "File format tools",
        "View Help",
        "Insert Format Window",
    ],
)
def test_what_is_no_menu_bar(line: str) -> None:
    assert not is_menu_bar(line.split())
    page = Page().write(line)
    assert parts(page) == []
    assert all(refused(page, word) for word in line.split())


def test_accents_and_tails_make_a_menu_bar_higher_than_its_letters() -> None:
    bar = Line("Fichier Édition Affichage", Box(20, 40, 260, 46))
    page = Scene(Frame.from_rgb(np.full((400, 600, 3), 200, np.uint8)), (bar,), ())
    for wide, cut in ((10, True), (9, False)):
        gaps = (Gap(100, 100 + wide), Gap(190, 190 + wide))
        assert in_menu_bar(page, bar, Spacing(gaps, 40)) == (gaps if cut else ())


def test_the_last_menu_of_a_bar_may_be_cut_by_the_screens_edge() -> None:
    words = ["Archivo", "Editar", "Ver", "Venta"]
    assert is_menu_bar(words, is_cut=True)
    assert not is_menu_bar(words)
    assert not is_menu_bar([*words[:3], "Copia"], is_cut=True)


def test_cells_of_a_row_under_their_headers() -> None:
    page = table(
        (("+44 462 361646", 30), ("Metz", 165), ("354", 255)),
        (("+44 368 940351", 30), ("Bath", 165), ("60", 255)),
    )
    assert parts(page, -2) == ["+44 462 361646", "Metz", "354"]
    assert find(page.scene(), Locator("Metz")).line.box.left > 150
    row = Locator("Town", qualifiers=(("in row", Locator("+44 368 940351")),))
    assert find(page.scene(), row).line.text == "Bath"
    assert refused(page, "361646")
    assert refused(page, "+44")


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("Save as copy", 30),
        ("Second reminder sent by post", 30),
        ("See page 12 now", 40),
        ("Fragile do not drop", 60),
    ],
)
def test_a_text_that_runs_over_a_columns_edge_is_one(cell: str, left: int) -> None:
    page = table(((cell, left),))
    assert parts(page) == []
    assert all(refused(page, word) for word in cell.split())


def test_a_header_that_looks_like_a_field_is_one_and_a_field_below_it_is_none() -> None:
    cells = ["+44 462 361646", "Metz", "354"]
    page = table(((cells[0], 30), (cells[1], 165), (cells[2], 255)))
    page.widget("field", Box(100, 36, 56, 34))
    assert parts(page) == cells
    page.widget("field", Box(60, 60, 40, 20))
    assert parts(page) != cells


def test_a_sentence_below_tabs_with_a_gap_at_their_edge_is_one() -> None:
    page = table((("Keep it by pressing", 32), ("Save", 164)), heads=(30, 180, 270))
    assert parts(page) == []
    assert refused(page, "Save")


def test_a_row_between_that_runs_over_the_edge_makes_it_no_table() -> None:
    page = table((("Phone numbers and addresses of all", 30),), (("Please read all of", 30), ("Save", 165)))
    assert parts(page) == []


def test_a_form_below_tabs_is_no_table() -> None:
    page = table((("Please read all of", 30), ("Save", 165)))
    assert parts(page) == ["Please read all of", "Save"]
    page.widget("checkbox", Box(100, 68, 12, 12))
    assert parts(page) == []


def test_the_sides_of_a_box_are_no_edge_of_a_column() -> None:
    page = table((("Please read all of", 30), ("Save", 165)))
    page.stroke(140, 36, 62)
    assert parts(page) == []


def test_what_else_stands_on_the_headers_row_is_no_header() -> None:
    page = table((("Please read all of", 30), ("Save", 165)))
    page.write("Filter", at=(500, 40)).stroke(400, 36, 62).stroke(440, 36, 62)
    assert parts(page, 3) == ["Please read all of", "Save"]


def test_a_tab_in_its_own_colour_is_one_place() -> None:
    page = Page().write("Orders", "Customers", "Invoices", gap=16)
    page.colour("Orders", (230, 40, 40))
    assert find(page.scene(), Locator("Orders")).line.text == "Orders"


def test_a_text_far_below_is_of_no_column() -> None:
    page = table()
    _in_one(page, (("Please read all of", 30), ("Save", 165)), 140)
    assert parts(page) == []


def test_all_edges_cut_or_none() -> None:
    gaps = Spacing((Gap(40, 46), Gap(80, 90), Gap(100, 104)), 14)
    assert cuts_at([85], gaps) == (Gap(80, 90),)
    assert cuts_at([85, 42], gaps) == (Gap(40, 46), Gap(80, 90))
    assert cuts_at([85, 60], gaps) == (), "it runs through a word"
    assert cuts_at([42], gaps) == (), "a wider gap is at no edge"
    assert cuts_at([102], Spacing((Gap(101, 103),), 14)) == (), "as narrow as between two letters"


def test_nothing_is_cut_where_nothing_can_be_looked_at() -> None:
    page = Page().write("Metz", "Lyon", gap=16)
    (line,) = page.lines
    page.lines = [type(line)(line.text, line.box)]
    assert parts(page) == []
    blank = Page()
    blank.lines = [type(line)("Metz Lyon", Box(500, 300, 80, 20), evidence=line.evidence)]
    assert parts(blank) == []


@pytest.mark.parametrize(("text", "found"), [("% Rate", ["%", "Rate"]), ("", [])])
def test_a_units_sign_behind_a_field_with_a_label_is_cut_off_and_what_reads_as_nothing_stays(
    text: str, found: list[str]
) -> None:
    page = Page().write("Discount", at=(30, 40))
    page.widgets = [Widget("field", Box(130, 34, 100, 26)), Widget("field", Box(500, 34, 100, 26))]
    page.write("%", "Rate", at=(234, 40), gap=6)
    line = page.lines[-1]
    page.lines[-1] = type(line)(text, line.box, evidence=line.evidence)
    assert parts(page) == found
