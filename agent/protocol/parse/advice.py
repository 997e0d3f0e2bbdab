"""Advice to a model about an invalid call: what is wrong and what to write instead. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.protocol.computer_use import ARGUMENTS, GRID

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_INSTEAD = (
    (
        "finished finish finish_task done complete completed stop exit success fail failed failure give_up",
        'to end the task use "terminate" with the status "success" or "failure"',
    ),
    ("scroll_down scroll_up", 'use "scroll" with pixels, negative for down'),
    ("scroll_left scroll_right", 'use "hscroll" with pixels'),
    ("screenshot take_screenshot cursor_position", "a new screenshot comes after every action"),
    ("hold_key key_down key_up keydown keyup", '"key" takes all keys of a chord at once'),
    ("left_mouse_down left_mouse_up", '"left_click_drag" drags from where the pointer is'),
)
_ADVICE = {word: advice for words, advice in _INSTEAD for word in words.split()}


def what_is_wrong(error: ValidationError, arguments: dict[str, Any]) -> str:
    """One sentence on the first thing that is wrong. What the reply says is shown escaped and cut short."""
    details = error.errors(include_url=False, include_input=False)[0]
    return f"The tool call is not valid: {_reason(details, arguments)}."


def _reason(details: ErrorDetails, arguments: dict[str, Any]) -> str:
    kind, action = details["type"], str(arguments.get("action"))
    name = str(details["loc"][1]) if len(details["loc"]) > 1 else "action"
    if kind.startswith("union_tag"):
        advice = _ADVICE.get(action, f"the actions are {', '.join(ARGUMENTS)}")
        return (
            f"there is no action {action!a:.40}; {advice}"
            if "action" in arguments
            else f"it has no action; {advice}"
        )
    if kind == "missing":
        return f"{action} needs {name}"
    if kind == "extra_forbidden":
        return (
            f"{action} takes no {name!a:.40}, only {' and '.join(ARGUMENTS[action])}; do one thing at a time"
        )
    if name == "coordinate":
        point = f"{arguments['coordinate']!a:.60}"
        return f"the coordinate is two numbers from 0 to {GRID}, whatever the picture's size, not {point}"
    return f"{name}: {details['msg']}"
