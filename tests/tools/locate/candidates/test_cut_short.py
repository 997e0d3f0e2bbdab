"""Names that are cut short in fields that have no room for them; dots elsewhere are an entry's own."""

from __future__ import annotations

import pytest

from tests.tools.scenes import line, scene, widget
from tools.locate.candidates.cut_short import cut_short
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.locator import Locator

NAME = Locator("Contact person")
CUT, WHOLE = line("Contact pe...", 25, 24), line("Contact person", 25, 84)


def test_a_name_that_its_field_cuts_short_is_found_where_none_is_whole() -> None:
    field = widget("field", 20, 20, CUT.box.width + 16)
    assert cut_short(scene(CUT, field), NAME.text) == [CUT]
    assert find(scene(CUT, field), NAME).line == CUT
    assert find(scene(CUT, field, WHOLE), NAME).line == WHOLE


@pytest.mark.parametrize(
    "others",
    [
        [],  # an entry of a menu
        [widget("button", 20, 20, CUT.box.width + 16)],
        [widget("field", 20, 20, CUT.box.width + 90)],  # with room for all of it
    ],
)
def test_dots_where_nothing_is_cut_are_its_own(others: list[object]) -> None:
    with pytest.raises(NotFound):
        find(scene(CUT, *others), NAME)  # type: ignore[arg-type]


def test_two_names_that_may_be_meant_are_no_answer() -> None:
    other = line("Contact p...", 25, 64)
    fields = [widget("field", 20, top, CUT.box.width + 16) for top in (20, 60)]
    with pytest.raises(NotFound, match=r'could be "Contact p\.\.\." and "Contact pe\.\.\."'):
        find(scene(CUT, other, *fields), NAME)
