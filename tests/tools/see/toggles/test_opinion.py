"""When a third opinion counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.geometry import Box
from tools.see.scene import Widget
from tools.see.toggles.opinion import ALONE, SETTLED, settled
from tools.see.toggles.reader import Reading

if TYPE_CHECKING:
    from tools.see.toggles.patch import State

UNKNOWN = Widget("checkbox", Box(20, 20, 16, 16))


@pytest.mark.parametrize("state", ["off", "on"])
def test_it_settles_a_doubt_where_it_sides_with_one_and_else_only_if_it_is_surer(state: State) -> None:
    checked = state == "on"
    just, surer = (Reading("checkbox", state, likelihood) for likelihood in (SETTLED, ALONE))
    other: State = "off" if checked else "on"
    assert settled(UNKNOWN, just, shown=checked, seen=other).checked is checked
    assert settled(UNKNOWN, just, shown=None, seen=state).checked is checked
    assert settled(UNKNOWN, just, shown=None, seen=other).checked is None
    assert settled(UNKNOWN, surer, shown=None, seen=other).checked is checked
    assert settled(UNKNOWN, surer, shown=None, seen=None).checked is checked
    assert settled(UNKNOWN, Reading("checkbox", state, SETTLED - 0.01), shown=checked, seen=None) == UNKNOWN


@pytest.mark.parametrize("likelihood", [SETTLED, 1.0])
def test_it_settles_nothing_against_the_shape_even_with_the_detector(likelihood: float) -> None:
    assert settled(UNKNOWN, Reading("radio", "on", likelihood), shown=False, seen="on") == UNKNOWN


def test_what_is_on_for_a_part_stays_unknown_and_is_told_as_mixed() -> None:
    found = settled(UNKNOWN, Reading("checkbox", "mixed", SETTLED), shown=None, seen=None)
    assert (found.checked, found.is_mixed) == (None, True)


def test_a_bar_is_mixed_where_the_net_rather_says_so_than_anything_else() -> None:
    doubtful = Reading("checkbox", "mixed", 0.7)
    assert settled(UNKNOWN, doubtful, shown=None, seen="on", is_bar=True).is_mixed
    assert not settled(UNKNOWN, doubtful, shown=None, seen="on").is_mixed
    assert not settled(UNKNOWN, doubtful, shown=True, seen="on", is_bar=True).is_mixed
    assert not settled(UNKNOWN, Reading("checkbox", "on", 0.7), shown=None, seen="on", is_bar=True).is_mixed


def test_what_it_takes_for_no_toggle_stays_in_doubt() -> None:
    assert settled(UNKNOWN, Reading(None, None, 1.0), shown=True, seen="on") == UNKNOWN
