"""Targets: maps that, decoded, are the truth again."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.see.elements.decode import Maps, decode
from tools.see.elements.element import CONTAINERS, FOLDS, KINDS, TOGGLES
from training.detector.targets import Targets, targets
from training.detector.truth import UNKNOWN, read_truth

SURE = 6.0
SCREEN = (
    ("field", Box(120, 20, 360, 22), None, True),
    ("dropdown", Box(120, 50, 101, 27), None, False),
    ("checkbox", Box(120, 90, 13, 13), "on", True),
    ("radio", Box(121, 107, 14, 14), "off", True),
    ("area", Box(200, 90, 200, 80), None, True),
    ("row", Box(20, 190, 300, 18), "chosen", True),
    ("checkbox", Box(24, 192, 13, 13), "mixed", True),
    ("node", Box(330, 190, 90, 18), "closed", True),
    ("scrollbar", Box(470, 60, 11, 150), None, True),
)


def drawn() -> Targets:
    told = [
        {"kind": kind, "box": list(box), "state": state, "enabled": enabled}
        for kind, box, state, enabled in SCREEN
    ]
    return targets(read_truth({"elements": told}), 512, 256)


def as_maps(wanted: Targets) -> Maps:
    """What a net says that has learned all of it."""
    layers = np.array([int(kind in CONTAINERS) for kind in KINDS])
    kinds = np.where(wanted.kinds[layers] == np.arange(len(KINDS))[:, None, None], SURE, -SURE)
    toggles, folds, chosen, enabled = wanted.states
    states = [
        *(np.where(toggles == at, SURE, -SURE) for at in range(len(TOGGLES))),
        *(np.where(folds == at, SURE, -SURE) for at in range(len(FOLDS))),
        np.where(chosen == 1, SURE, -SURE),
        np.where(enabled == 1, SURE, -SURE),
    ]
    return Maps(kinds.astype(np.float32), wanted.edges, np.stack(states).astype(np.float32))


def test_what_is_decoded_from_the_targets_is_the_truth() -> None:
    found = {(one.kind, one.box, one.state, one.enabled > 0.5) for one in decode(as_maps(drawn()))}
    assert found == set(SCREEN)


@pytest.mark.parametrize(("across", "down"), [(x, y) for x in range(4) for y in range(4)])
def test_the_smallest_indicator_has_a_cell_wherever_it_stands(across: int, down: int) -> None:
    told = {"elements": [{"kind": "radio", "box": [40 + across, 40 + down, 9, 9], "state": "on"}]}
    assert (targets(read_truth(told), 128, 128).kinds[0] != UNKNOWN).any()


def test_each_element_counts_about_alike_however_many_cells_speak_for_it() -> None:
    wanted = drawn()
    field = wanted.weights[0][wanted.kinds[0] == KINDS.index("field")]
    assert field.sum() == pytest.approx(np.sqrt(len(field)), rel=1e-4)


def test_nothing_is_asked_in_an_ignored_area_but_of_elements() -> None:
    told = {
        "elements": [{"kind": "button", "box": [20, 20, 60, 24], "state": None}],
        "ignore": [[0, 0, 128, 64]],
    }
    wanted = targets(read_truth(told), 128, 128)
    assert not wanted.known[0].any()
    assert wanted.known[4, 6]
    assert wanted.known[10:].all()


def test_the_margin_of_an_element_may_say_its_kind() -> None:
    told = {"elements": [{"kind": "area", "box": [20, 20, 80, 80], "state": None}]}
    wanted = targets(read_truth(told), 128, 128)
    near, own = wanted.near[0] == KINDS.index("area"), wanted.kinds[0] == KINDS.index("area")
    assert near.sum() == 100
    assert own.sum() == 25
    assert near[own].all()
