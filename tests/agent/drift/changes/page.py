"""A page with one button, and a click that goes to it."""

from __future__ import annotations

import numpy as np

from agent.drift.targets import DriftTarget
from tests.tools.scenes import line, painted, widget
from tools.geometry import Point
from tools.observation import Frame

BUTTON = widget("button", 40, 300, 100, 30)
LABEL = line("Save", 70, 307)
PAGE = painted(LABEL, BUTTON).frame
OTHER = Frame(np.full_like(PAGE.bgrx, 90))
"""Another page."""


def target(since: int = 2, at: int = 2) -> DriftTarget:
    """The button, seen from the screen of action `since` on, clicked by action `at`."""
    return DriftTarget(
        at=at,
        since=since,
        point=Point(90, 315),
        name='"Save"',
        text="Save",
        label=LABEL.box,
        target=BUTTON.box,
        box=BUTTON.box,
        recorded=PAGE,
    )
