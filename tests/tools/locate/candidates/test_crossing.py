"""The area where a column and a row cross reaches below one header alone."""

from __future__ import annotations

from tests.tools.locate.candidates.grids import AMOUNTS, table
from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line
from tools.geometry import Box
from tools.locate.candidates.crossing import crossing, headers_beside

HEADER, ROW = Box(30, 24, 56, 16), Box(26, 84, 48, 16)


def test_the_other_texts_on_its_row_are_the_headers_beside_one() -> None:
    page = table(*AMOUNTS)
    assert [one.left for one in headers_beside(page, HEADER)] == [130, 230]


def test_a_selected_row_is_no_cell_of_the_column_that_names_it() -> None:
    names = [line(name, 26, 54 + 30 * row) for row, name in enumerate(("Valve", "Gasket"))]
    heads = [line(text, 30 + 100 * at, 24) for at, text in enumerate(("Article", "Amount", "Price"))]
    rows = tuple(Box(20, 50 + 30 * row, 301, 31) for row in range(2))
    page = screen(*heads, *names, panels=rows)
    assert crossing(page, heads[0].box, names[1].box, lambda text: [text], own=True) is None
