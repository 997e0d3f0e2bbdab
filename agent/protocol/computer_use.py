"""What the published `computer_use` function fixes, for all who read or write a call."""

from __future__ import annotations

TOOL_NAME = "computer_use"
GRID = 1000
"""Coordinates of a call run from 0 to this on both axes, whatever the picture's size."""

POINTER_ACTIONS = (
    "mouse_move",
    "left_click",
    "left_click_drag",
    "right_click",
    "middle_click",
    "double_click",
    "triple_click",
)
"""Those that need a coordinate and nothing else."""
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "key": ("keys",),
    "type": ("text",),
    **dict.fromkeys(POINTER_ACTIONS, ("coordinate",)),
    "scroll": ("coordinate", "pixels"),
    "hscroll": ("coordinate", "pixels"),
    "wait": ("time",),
    "terminate": ("status",),
    "answer": ("text",),
}
"""Action -> its arguments."""
ARGUMENT_NAMES = frozenset(name for names in ARGUMENTS.values() for name in names)
