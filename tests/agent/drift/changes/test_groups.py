"""Texts of one screen that say something else together, as pictures laid over them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from agent.drift.changes.groups import GroupDrift
from agent.drift.targets import DriftTarget
from tests.agent.drift.changes.overlays import FakeOverlays
from tests.agent.drift.changes.page import OTHER
from tests.tools.scenes import line, painted

if TYPE_CHECKING:
    from agent.drift.kinds import GroupChange
    from tools.see.scene import Line

MILLER, MEIER = line("Miller", 40, 60), line("Meier", 40, 100)
PAGE = painted(MILLER, MEIER).frame


def text(of: Line, since: int = 1) -> DriftTarget:
    """A line of the page, seen from the screen of action `since` on."""
    return DriftTarget(2, since, of.box.center, of.text, of.text, of.box, of.box, of.box.grow(2), PAGE)


def group(how: GroupChange, *texts: DriftTarget, seed: int = 1) -> tuple[GroupDrift, FakeOverlays]:
    overlays = FakeOverlays()
    return GroupDrift(how, texts, overlays, random.Random(seed)), overlays  # type: ignore[arg-type]


def test_two_names_change_places() -> None:
    drift, overlays = group("swapped", text(MILLER), text(MEIER))
    assert drift.look(drift.at, PAGE)
    assert drift.told == 'swapped: "Miller" is "Meier", "Meier" is "Miller"'
    assert [box.overlap(one.box) for (box, _), one in zip(overlays.covers, (MILLER, MEIER), strict=True)] == [
        MILLER.box,
        MEIER.box,
    ]


def test_another_record_has_other_texts_everywhere() -> None:
    drift, overlays = group("other_record", text(MILLER), text(MEIER))
    drift.look(drift.at, PAGE)
    assert len(overlays.covers) == 2
    assert drift.told is not None
    assert '"Miller" is "Miller"' not in drift.told


def test_a_line_is_inserted_in_the_column_where_it_is_free() -> None:
    drift, overlays = group("inserted", text(MEIER))
    drift.look(drift.at, PAGE)
    ((box, _),) = overlays.covers
    assert box.left == MEIER.box.left - 2
    assert not any(box.overlap(one.box).area for one in (MILLER, MEIER))


@pytest.mark.parametrize("how", ["swapped", "other_record", "inserted"])
def test_it_waits_until_all_of_them_are_shown(how: GroupChange) -> None:
    drift, overlays = group(how, text(MILLER), text(MEIER))
    assert not drift.look(drift.at, OTHER)
    assert not drift.look(drift.at + 1, PAGE)
    assert (drift.told, overlays.covers) == (None, [])


def test_it_comes_as_soon_as_the_last_of_them_can_be_seen_or_with_its_action() -> None:
    drifts = [group("swapped", text(MILLER, 0), text(MEIER, 1), seed=seed)[0] for seed in range(20)]
    assert {drift.at for drift in drifts} == {1, 2}


def test_presses_on_it_are_counted() -> None:
    drift, overlays = group("swapped", text(MILLER), text(MEIER))
    overlays.presses = 3
    assert drift.pressed == 3
