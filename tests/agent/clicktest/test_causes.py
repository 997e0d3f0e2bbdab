"""What a fitted mapping says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from agent.clicktest.causes import causes, explain, remedy
from agent.clicktest.mapping import Mapping
from agent.clicktest.remedies import REMEDIES, Cause
from agent.clicktest.spaces import Space
from tools.geometry import Size

if TYPE_CHECKING:
    from agent.clicktest.mapping import Axes, Correction
    from agent.clicktest.spaces import SpaceName

RESIZED = "The numbers are pixels of the picture as it was resized"
SIZES = (Size(1366, 768), Size(2560, 1440))


def mapping(
    space: SpaceName = "grid",
    correction: Correction = "none",
    *fitted: float,
    axes: Axes = "straight",
    factor: int = 32,
) -> Mapping:
    return Mapping(axes, Space(space, factor), correction, fitted, SIZES, np.empty((0, 2)))


def test_the_right_mapping_has_no_cause_and_nothing_is_said() -> None:
    assert causes(mapping()) == ()
    assert explain(mapping()) == remedy(()) == ""


@pytest.mark.parametrize(
    ("found", "named", "said"),
    [
        (mapping("grid 999"), ("grid 999",), "The numbers run from 0 to 999, not to 1000."),
        (mapping(axes="swapped"), ("swapped",), "x and y are swapped."),
        (
            mapping(axes="both mirrored"),
            ("mirrored",),
            "x and y are counted from the bottom right.",
        ),
        (
            mapping("pixels", axes="swapped"),
            ("swapped", "pixels"),
            "x and y are swapped. The numbers are pixels of the picture, not parts of a thousand.",
        ),
        (
            mapping("resized"),
            ("resized",),
            f"{RESIZED} (1376x768 for 1366x768).",
        ),
        (
            mapping("pixels", "by size", 0.75, 0.5),
            ("resized",),
            f"{RESIZED} (1366x768 times 0.75, 2560x1440 times 0.5).",
        ),
        (
            mapping("padded"),
            ("padded",),
            "The numbers count in a picture with a border (1376x768 for 1366x768).",
        ),
        (mapping("grid", "factor", 0.5), ("factor",), "All numbers are half what they should be."),
        (mapping("grid", "factor", 1.987), ("factor",), "All numbers are twice what they should be."),
        (mapping("grid", "factor", 0.7123), ("factor",), "All numbers are 0.7123 times what they should be."),
        (
            mapping("grid", "shift", 24.2, -15.8),
            ("shift",),
            "Every click lies +24, -16 px (right, down) off, whatever the picture's size.",
        ),
        (
            mapping("grid", "grid shift", 0.05, 0),
            ("shift",),
            "Every click lies +5.0, +0.0 % of the picture (right, down) off.",
        ),
        (
            mapping("grid", "factors and shifts", 0.5, 10, 3, -4),
            ("factor",),
            "Numbers are half on x and ten times on y what they should be, and +3, -4 px (right, down) off.",
        ),
    ],
)
def test_a_mapping_is_named_and_explained(found: Mapping, named: tuple[Cause, ...], said: str) -> None:
    assert causes(found) == named
    assert explain(found) == said


@pytest.mark.parametrize("space", ["grid 999", "stretched", "padded"])
def test_what_moves_a_click_by_little_is_not_named_beside_a_graver_cause(space: SpaceName) -> None:
    assert causes(mapping(space, axes="swapped")) == ("swapped",)
    assert causes(mapping(space)) == (space,)


def test_every_cause_has_a_remedy() -> None:
    assert set(REMEDIES) == set(get_args(Cause))
    assert remedy(("swapped", "pixels")) == f"{REMEDIES['swapped']} {REMEDIES['pixels']}"


def test_a_remedy_is_one_paragraph_of_sentences() -> None:
    for text in REMEDIES.values():
        assert "\n" not in text
        assert "  " not in text
        assert text.endswith(".")
