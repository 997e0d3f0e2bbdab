"""Each slip of a model that is mended, by itself; and that nothing else is touched."""

from __future__ import annotations

import math
from typing import Any

import pytest

from agent.errors import MalformedCall
from agent.protocol.computer_use import ARGUMENTS
from agent.protocol.parse.repair import ACTION_OF, action_named, repair_arguments


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("LEFT_CLICK ", "left_click"),
        ("left click", "left_click"),
        ("Left-Click", "left_click"),
        ("click", "left_click"),
        ("hover", "mouse_move"),
        ("hotkey", "key"),
        ("fly away", "fly_away"),
    ],
)
def test_an_action_has_one_name(name: str, action: str) -> None:
    assert action_named(name) == action


def test_other_names_of_actions_lead_to_actions_and_are_none_themselves() -> None:
    assert set(ACTION_OF.values()) < set(ARGUMENTS)
    assert not ACTION_OF.keys() & ARGUMENTS.keys()


@pytest.mark.parametrize(
    "place",
    [
        {"coordinate": "[512, 300]"},
        {"coordinate": "512,300"},
        {"coordinate": "(512; 300)"},
        {"coordinate": "<point>512 300</point>"},
        {"coordinate": "x=512, y=300"},
        {"coordinate": ["512", "300"]},
        {"coordinate": [[512, 300]]},
        {"coordinate": {"x": 512, "y": 300}},
        {"coordinate": [500, 290, 524, 310]},
        {"coordinates": [512, 300]},
        {"point_2d": [512, 300]},
        {"bbox_2d": [500, 290, 524, 310]},
        {"x": 512, "y": 300},
        {"x": [512, 300]},
        {"coordinate": [512, 300], "text": "", "keys": [], "time": None},
    ],
    ids=str,
)
def test_a_place_is_two_numbers(place: dict[str, Any]) -> None:
    assert repair_arguments({"action": "left_click", **place}) == {
        "action": "left_click",
        "coordinate": [512, 300],
    }


@pytest.mark.parametrize(
    ("arguments", "mended"),
    [
        ({"action": "key", "key": "ctrl+c"}, {"action": "key", "keys": ["ctrl", "c"]}),
        ({"action": "key", "text": "ctrl+c"}, {"action": "key", "keys": ["ctrl", "c"]}),
        ({"action": "wait", "seconds": "1.5"}, {"action": "wait", "time": 1.5}),
        ({"action": "scroll", "pixels": "-300"}, {"action": "scroll", "pixels": -300}),
        ({"action": "terminate", "status": "Success "}, {"action": "terminate", "status": "success"}),
        (
            {"action": "terminate", "status": "success", "text": "Saved."},
            {"action": "terminate", "status": "success"},
        ),
        ({"action": "type", "text": ""}, {"action": "type", "text": ""}),
        ({"action": "type", "text": " x,y "}, {"action": "type", "text": " x,y "}),
    ],
)
def test_other_slips_are_mended_and_texts_are_not_touched(
    arguments: dict[str, Any], mended: dict[str, Any]
) -> None:
    assert repair_arguments(arguments) == mended


@pytest.mark.parametrize(
    "arguments",
    [
        {"action": "left_click", "coordinate": [10, 20, 30]},
        {"action": "left_click", "coordinate": [30, 20, 10, 5]},
        {"action": "left_click_drag", "coordinate": [1, 2, 3, 4]},
        {"action": "left_click", "coordinate": "left top"},
        {"action": "left_click", "point": [1, 2], "position": [3, 4]},
        {"action": "left_click", "x": 5},
    ],
    ids=str,
)
def test_what_is_unclear_is_left_to_the_validation(arguments: dict[str, Any]) -> None:
    assert repair_arguments(arguments) == arguments


def test_a_truth_value_is_no_number() -> None:
    assert math.isnan(repair_arguments({"action": "wait", "time": True})["time"])


@pytest.mark.parametrize("place", [[0.5, 0.3], [0.5, 1], ["0.1", "0.9"]])
def test_fractions_of_the_screen_are_told_apart_from_the_grid(place: list[object]) -> None:
    with pytest.raises(MalformedCall, match="fractions of the screen"):
        repair_arguments({"action": "left_click", "coordinate": place})


def test_the_corner_of_the_grid_is_no_fraction() -> None:
    arguments = {"action": "left_click", "coordinate": [0, 1]}
    assert repair_arguments(arguments) == arguments
