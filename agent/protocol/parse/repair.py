"""Repairs of a tool call whose meaning is beyond doubt. Pure.

Each is one function with the form that it answers and where that was seen. A repair never adds anything that
the reply does not say, never chooses between two readings, and never changes a text; what it does not know is
left to the validation, so that the model is asked again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agent.protocol.parse.keylist import key_names
from agent.protocol.parse.numbers import grid_point, number

if TYPE_CHECKING:
    from collections.abc import Callable

    Arguments = dict[str, Any]

_MEANS_THE_SAME = {
    "left_click": "click leftclick left_single single_click",
    "double_click": "doubleclick left_double",
    "triple_click": "tripleclick",
    "right_click": "rightclick right_single",
    "middle_click": "middleclick",
    "mouse_move": "mousemove move move_to moveto move_mouse hover",
    "left_click_drag": "drag drag_to dragto",
    "key": "press press_key key_press keypress hotkey",
    "type": "type_text input_text typewrite",
}
ACTION_OF = {word: action for action, words in _MEANS_THE_SAME.items() for word in words.split()}
"""Other names of actions (OSWorld's qwen3vl agent, trycua/cua issue 639, bytebot-ai/bytebot issue 11).

None that ends a task, and none that has a direction in its name: those say less than the call needs."""
_OTHER_NAMES = {
    "coordinate": ("coordinates", "point", "point_2d", "position", "bbox_2d", "bbox"),
    "keys": ("key",),
    "time": ("seconds",),
}


def repair_arguments(arguments: Arguments) -> Arguments:
    """A copy of a call's arguments with every unambiguous slip mended.

    Raises:
        MalformedCall: a value is clear, but wrong in a way that the validation can't tell.
    """
    for repair in REPAIRS:
        arguments = repair(arguments)
    return arguments


def action_named(name: str) -> str:
    """The protocol's name of an action, from `Left-Click` or `click`; others stay as they are."""
    plain = re.sub(r"[\s-]+", "_", name.strip().lower())
    return ACTION_OF.get(plain, plain)


def _action(arguments: Arguments) -> Arguments:
    """`LEFT_CLICK `, `left click`, `click`."""
    action = arguments.get("action")
    return arguments | {"action": action_named(action)} if isinstance(action, str) else arguments


def _names(arguments: Arguments) -> Arguments:
    """`coordinates`, `point_2d`, `bbox_2d` (Qwen's grounding form), `key`, `seconds`."""
    for name, others in _OTHER_NAMES.items():
        there = [other for other in others if other in arguments]
        if name not in arguments and len(there) == 1:
            arguments = {name if key == there[0] else key: value for key, value in arguments.items()}
    return arguments


def _split_point(arguments: Arguments) -> Arguments:
    """`"x": 500, "y": 300` and `"x": [500, 300]` (softpudding/OpenBrowser pull request 68)."""
    if "coordinate" in arguments or "x" not in arguments:
        return arguments
    rest = {name: value for name, value in arguments.items() if name not in {"x", "y"}}
    x, y = arguments["x"], arguments.get("y")
    if y is None:
        return rest | {"coordinate": x} if isinstance(x, list) else arguments
    return rest | {"coordinate": [x, y]}


def _point(arguments: Arguments) -> Arguments:
    """`"[512, 300]"`, `"512,300"`, `[[512, 300]]`, `{"x":..., "y":...}`, `<point>`, and a box: its middle."""
    if "coordinate" not in arguments:
        return arguments
    one_place = (
        arguments.get("action") != "left_click_drag"
    )  # there, four numbers could be from where to where
    return arguments | {"coordinate": grid_point(arguments["coordinate"], boxes=one_place)}


def _amounts(arguments: Arguments) -> Arguments:
    """Numbers that are strings."""
    return arguments | {name: number(arguments[name]) for name in ("pixels", "time") if name in arguments}


def _pressed(arguments: Arguments) -> Arguments:
    """`"ctrl+c"`, `["ctrl+c"]`, `["keys=[ctrl", "c]"]`, `"['ctrl', 'c']"`; `text` in place of `keys`."""
    if arguments.get("action") != "key":
        return arguments
    if "keys" not in arguments and "text" in arguments:
        arguments = {("keys" if name == "text" else name): value for name, value in arguments.items()}
    return arguments | {"keys": key_names(arguments["keys"])} if "keys" in arguments else arguments


def _status(arguments: Arguments) -> Arguments:
    """`Success`, and a message beside the status, which is for people and stays in the raw reply."""
    if arguments.get("action") != "terminate" or not isinstance(arguments.get("status"), str):
        return arguments
    rest = {name: value for name, value in arguments.items() if name != "text"}
    return rest | {"status": arguments["status"].strip().lower()}


def _unsaid(arguments: Arguments) -> Arguments:
    """`"text": null`, `"text": ""`, `"keys": []`: a form filled in to the end. They say nothing."""
    texts = {"text"} if arguments.get("action") in ("type", "answer") else set()
    return {
        name: value
        for name, value in arguments.items()
        if value is not None and (value not in ("", [], {}) or name in texts)
    }


REPAIRS: tuple[Callable[[Arguments], Arguments], ...] = (
    _action, _unsaid, _names, _split_point, _point, _amounts, _pressed, _status,
)  # fmt: skip
