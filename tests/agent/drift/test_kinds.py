"""The drifts that there are."""

from __future__ import annotations

from typing import get_args

import pytest

from agent.drift.kinds import (
    DRIFTS,
    HARMFUL,
    HARMLESS,
    KINDS,
    ONLY_OUTSIDE,
    ROW_CHANGES,
    TARGET_CHANGES,
    Drift,
    named,
)
from agent.errors import BadInput


def test_every_drift_has_a_row_in_the_table() -> None:
    names = {name for literal in get_args(Drift) for name in get_args(literal)}
    assert names == set(KINDS)


def test_what_no_picture_shows_is_not_shown_by_one() -> None:
    assert not {*ROW_CHANGES} & {*ONLY_OUTSIDE}


def test_a_changed_target_or_text_is_never_harmless() -> None:
    assert {*TARGET_CHANGES, *ONLY_OUTSIDE} < set(HARMFUL)
    assert {*HARMLESS, *HARMFUL} == set(DRIFTS)


def test_drifts_by_name() -> None:
    assert named([]) == DRIFTS
    assert named(["removed", "moved"]) == ("moved", "removed")
    with pytest.raises(BadInput, match='no drift "move"; known: moved'):
        named(["move"])
