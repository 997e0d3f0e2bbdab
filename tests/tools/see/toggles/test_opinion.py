"""When a third opinion counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.geometry import Box
from tools.see.scene import Widget
from tools.see.toggles.opinion import ALONE, CONTRADICTED, SETTLED, settled
from tools.see.toggles.reader import Reading

if TYPE_CHECKING:
    from tools.see.toggles.patch import State

UNKNOWN = Widget("checkbox", Box(20, 20, 16, 16))


@pytest.mark.parametrize("state", ["off", "on"])
def test_it_settles_a_doubt_where_it_sides_with_one_and_else_only_if_it_is_surer(state: State) -> None:
    checked = state == "on"
    just, surer = (Reading("checkbox", state, likelihood) for likelihood in (SETTLED, ALONE))
    assert settled(UNKNOWN, just, {checked}).checked is checked
    assert settled(UNKNOWN, just, {not checked}).checked is None
    assert settled(UNKNOWN, surer, set()).checked is checked
    assert settled(UNKNOWN, Reading("checkbox", state, SETTLED - 0.01), {checked}) == UNKNOWN


def test_what_is_on_for_a_part_stays_unknown_and_is_told_as_mixed() -> None:
    found = settled(UNKNOWN, Reading("checkbox", "mixed", SETTLED), set())
    assert (found.checked, found.is_mixed) == (None, True)


def test_it_raises_a_doubt_where_it_sees_another_state() -> None:
    known = Widget("checkbox", UNKNOWN.box, checked=False)
    assert settled(known, Reading("checkbox", "on", CONTRADICTED), {False}) == UNKNOWN
    assert settled(known, Reading("checkbox", "on", CONTRADICTED - 0.01), {False}) == known
    assert settled(known, Reading("checkbox", "off", 1.0), {False}) == known


def test_what_it_takes_for_no_toggle_stays_as_it_is() -> None:
    known = Widget("checkbox", UNKNOWN.box, checked=True)
    assert settled(known, Reading(None, None, 1.0), {True}) == known
