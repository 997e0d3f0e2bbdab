"""Faint widgets: fields that are hardly set off from their panel, as those of dark themes.

The corner of such a field is rounded in steps as small as those of a gradient, and its area runs out through
it into the panel. Seen with a finer tolerance it is whole; elsewhere that breaks gradients up, so it is for
a second look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.regions import find_regions
from tools.see.shapes.widgets import find_widgets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.observation import Frame
    from tools.see.scene import Widget

FINE = 2
"""Levels of a channel by which neighbours of one area may differ here: an even ground is even."""


def with_faint_fields(frame: Frame, widgets: Iterable[Widget]) -> list[Widget]:
    """The widgets, and the fields that are seen with a finer tolerance where none of them lies.

    Args:
        frame: What to look at.
        widgets: Those that are known.
    """
    known = list(widgets)
    finer = find_widgets(frame, find_regions(frame, FINE))
    faint = [one for one in finer if one.is_field and not any(one.box.meets(other.box) for other in known)]
    return [*known, *faint]
