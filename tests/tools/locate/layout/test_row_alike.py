"""A label under a list: its neighbour on the row, in a column without a list, tells which field it names."""

from __future__ import annotations

from tests.tools.scenes import line, scene, widget
from tools.locate.layout.labels import field_of
from tools.locate.layout.row_alike import is_named_as_beside

LIST = (widget("field", 20, 20, 160, 120), *(line(text, 28, 26 + 24 * at) for at, text in enumerate("abcd")))
FIRST, SECOND = widget("field", 20, 166, 160), widget("field", 20, 216, 160)
NAME, DUE = line("Name", 20, 142), line("Due on", 20, 192)
OTHERS = (widget("field", 300, 166, 160), widget("field", 300, 216, 160))


def test_a_label_under_a_list_names_what_the_one_beside_it_does() -> None:
    left = (*LIST, NAME, FIRST, DUE, SECOND)
    assert field_of(scene(*left), DUE) is None
    page = scene(*left, *OTHERS, line("Height", 300, 142), line("Width", 300, 192))
    assert is_named_as_beside(page, DUE, SECOND)
    assert field_of(page, DUE) == SECOND


def test_where_the_one_beside_it_stands_at_a_foot_it_tells_nothing() -> None:
    below = (line("Width", 300, 192), line("Depth", 300, 242))
    page = scene(*LIST, NAME, FIRST, DUE, SECOND, line("Paid", 20, 242), *OTHERS, *below)
    assert not is_named_as_beside(page, DUE, SECOND)
    assert field_of(page, DUE) != SECOND
