"""The keys of a chord, in every way that models write the list of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.parse.keylist import key_names
from tools.keys import NAMES


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (["ctrl", "c"], ["ctrl", "c"]),
        ("ctrl+c", ["ctrl", "c"]),
        (["ctrl+c"], ["ctrl", "c"]),
        ("ctrl c", ["ctrl", "c"]),
        ("page down", ["page down"]),
        ('["ctrl", "c"]', ["ctrl", "c"]),
        ("['ctrl', 'c']", ["ctrl", "c"]),
        ("keys=[ctrl, c]", ["ctrl", "c"]),
        (["keys=[ctrl", "c]"], ["ctrl", "c"]),
        (["[ctrl", "c]"], ["ctrl", "c"]),
        ("ctrl++", ["ctrl", "+"]),
        ("+", ["+"]),
        (["ctrl", "["], ["ctrl", "["]),
        ([","], [","]),
        ([], []),
    ],
)
def test_names_are_read_one_by_one(written: object, names: list[str]) -> None:
    assert key_names(written) == names


@pytest.mark.parametrize("written", [None, 5, {"key": "a"}, ["ctrl", 5], [["ctrl"]]])
def test_what_is_no_list_of_names_stays_for_the_validation(written: object) -> None:
    assert key_names(written) == written


@given(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=4))
def test_the_published_form_stays_as_it_is(names: list[str]) -> None:
    assert key_names(names) == names
    assert key_names("+".join(names)) == names


@given(st.text() | st.lists(st.text()))
def test_no_text_is_too_odd_to_be_read(written: str | list[str]) -> None:
    assert all(isinstance(name, str) for name in key_names(written))
