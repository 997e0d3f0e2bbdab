"""Facts of the published `computer_use` function, for all that read or write a call."""

from __future__ import annotations

from typing import Literal, get_args

TOOL_NAME = "computer_use"
GRID = 1000
"""Coordinates of a call run from 0 to this on both axes, whatever the picture's size."""

PointerAction = Literal[
    "mouse_move",
    "left_click",
    "left_click_drag",
    "right_click",
    "middle_click",
    "double_click",
    "triple_click",
]
"""The actions that need a coordinate and nothing else."""
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "key": ("keys",),
    "type": ("text",),
    **dict.fromkeys(get_args(PointerAction), ("coordinate",)),
    "scroll": ("coordinate", "pixels"),
    "hscroll": ("coordinate", "pixels"),
    "wait": ("time",),
    "terminate": ("status",),
    "answer": ("text",),
}
"""Action -> its arguments, in the order in which they are written."""
OWN_ARGUMENTS: dict[str, tuple[str, ...]] = {"key": ("times",)}
"""Arguments that the published function lacks, and no model is told of: a step presses a key so often."""
ARGUMENT_NAMES = frozenset(name for names in ARGUMENTS.values() for name in names)
