"""A picture of the altered target is laid over it when its time has come, and once."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.drift.changes.covers import DialogDrift, OverlayDrift
from tests.agent.drift.changes.overlays import FakeOverlays
from tests.agent.drift.changes.page import BUTTON, LABEL, OTHER, PAGE, target
from tools.observation import Frame

if TYPE_CHECKING:
    from agent.drift.kinds import TargetChange, TextChange
    from agent.drift.targets import DriftTarget


def overlay(
    how: TargetChange | TextChange, altered: DriftTarget | None = None, seed: int = 1
) -> tuple[OverlayDrift, FakeOverlays]:
    overlays = FakeOverlays()
    drift = OverlayDrift(how, altered or target(), overlays, random.Random(seed))  # type: ignore[arg-type]
    return drift, overlays


def test_it_comes_when_its_target_is_to_be_clicked_and_is_shown() -> None:
    drift, overlays = overlay("removed")
    assert not drift.look(1, PAGE)
    assert not drift.look(2, OTHER)
    assert drift.told is None
    assert drift.look(2, PAGE)
    assert drift.told == '"Save" removed'
    assert not drift.look(2, PAGE)
    assert len(overlays.covers) == 1


def test_it_may_come_as_soon_as_the_target_can_be_seen() -> None:
    drifts = [overlay("removed", target(since=0, at=3), seed)[0] for seed in range(20)]
    assert {drift.at for drift in drifts} == {0, 3}
    early = next(drift for drift in drifts if drift.at == 0)
    assert early.look(0, PAGE)
    assert early.told == '"Save" removed 3 actions before'


def test_a_removed_target_leaves_the_ground_and_a_disabled_one_a_shade_of_itself() -> None:
    for how, most in (("removed", 0), ("disabled", 200)):
        drift, overlays = overlay(how)
        drift.look(2, PAGE)
        ((box, picture),) = overlays.covers
        assert box == BUTTON.box
        assert np.ptp(picture[:, :, :3].astype(int)) <= most
        assert np.ptp(picture[:, :, :3].astype(int)) < np.ptp(PAGE.crop(BUTTON.box).astype(int))


def test_a_relabelled_one_says_something_else_in_the_same_place() -> None:
    drift, overlays = overlay("relabelled")
    drift.look(2, PAGE)
    assert drift.told is not None
    assert drift.told.startswith('"Save" relabelled to "')
    assert '"Save"' not in drift.told.removeprefix('"Save"')
    ((box, picture),) = overlays.covers
    assert box.overlap(LABEL.box) == LABEL.box
    assert not np.array_equal(picture[:, :, :3], PAGE.bgrx[box.slices][:, :, :3])


def test_a_longer_text_takes_even_ground_behind_it() -> None:
    alone = replace(target(), target=LABEL.box, box=LABEL.box)
    drift, overlays = overlay("suffixed", alone)
    drift.look(2, PAGE)
    ((box, picture),) = overlays.covers
    assert LABEL.box.right < box.right < BUTTON.box.right
    assert drift.told is not None
    assert drift.told.startswith('"Save" suffixed to "Save ')
    assert not np.array_equal(picture[:, :, :3], PAGE.bgrx[box.slices][:, :, :3])


def test_a_text_without_a_number_gets_no_other_one() -> None:
    drift, overlays = overlay("other_number")
    drift.look(2, PAGE)
    assert (drift.told, overlays.covers) == (None, [])


def test_a_second_equal_one_stands_where_nothing_is() -> None:
    drift, overlays = overlay("second_equal")
    drift.look(2, PAGE)
    ((box, picture),) = overlays.covers
    assert np.array_equal(picture, PAGE.bgrx[BUTTON.box.slices])
    assert box.overlap(BUTTON.box).area == 0
    assert drift.told == f'"Save" second equal at ({box.center.x}, {box.center.y})'


def test_where_there_is_no_room_for_it_nothing_has_come_about() -> None:
    noise = np.random.default_rng(1).integers(0, 256, PAGE.rgb.shape, np.uint8)
    noise[BUTTON.box.slices] = PAGE.rgb[BUTTON.box.slices]
    full = Frame.from_rgb(noise)
    drift, overlays = overlay("second_equal", replace(target(), recorded=full))
    drift.look(2, full)
    assert (drift.told, overlays.covers) == (None, [])


def test_presses_on_it_are_counted() -> None:
    drift, overlays = overlay("removed")
    overlays.presses = 2
    assert drift.pressed == 2


def dialog(*, late: bool, seed: int = 1) -> tuple[DialogDrift, FakeOverlays]:
    overlays = FakeOverlays()
    return DialogDrift(1, overlays, random.Random(seed), late=late), overlays  # type: ignore[arg-type]


@pytest.mark.parametrize("late", [False, True])
def test_a_dialog_comes_before_the_look_or_after_the_decision(*, late: bool) -> None:
    drift, overlays = dialog(late=late)
    drift.open()
    assert not drift.look(0, PAGE)
    drift.act(0, PAGE)
    assert drift.look(1, PAGE) is not late
    assert (len(overlays.dialogs), drift.told is None) == ((0, True) if late else (1, False))
    drift.act(1, PAGE)
    assert len(overlays.dialogs) == 1
    assert drift.told is not None
    assert drift.told.endswith("after 1 actions")
    assert ("after the decision" in drift.told) is late


def test_a_dialog_stands_on_the_screen_whole() -> None:
    for seed in range(15):
        drift, overlays = dialog(late=False, seed=seed)
        drift.look(1, PAGE)
        ((box, title),) = overlays.dialogs
        assert box.clip(PAGE.size) == box
        assert title
