"""Carried boxes: where something of the recorded screen would be on the present one."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Scene


def carried(box: Box, then: Scene, now: Scene) -> Box:
    """The box, moved as most texts of the screen were."""
    texts = {line.text: line.box for line in then.lines}
    pairs = [(texts[line.text], line.box) for line in now.lines if line.text in texts]
    if not pairs:
        return box
    across, down = (round(median(b[axis] - a[axis] for a, b in pairs)) for axis in (0, 1))
    return box.shift(across, down)
