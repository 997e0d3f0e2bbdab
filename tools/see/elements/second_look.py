"""Second look: what the learned detector says of a scene, beside what its shapes show (`SecondLook`)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tools.see.elements.detector import Detector
from tools.see.elements.fusing import fuse, judged, with_switches
from tools.see.shapes.switches import find_switches

if TYPE_CHECKING:
    from tools.see.scene import Scene, Widget

REMEMBERED = 4
"""Looks that are kept: a step asks for the same one several times."""


class LearnedLook:
    """Asks the detector; of a whole frame only where a step needs it, of a part in a hundredth of a second.

    Args:
        detector: By default the one whose weights are in the package, loaded at the first look.
    """

    def __init__(self, detector: Detector | None = None) -> None:
        self._elements = lru_cache(maxsize=REMEMBERED)((detector or Detector()).detect)

    def widgets(self, scene: Scene) -> tuple[Widget, ...]:
        """The scene's widgets, switches that have a shape, and those that the detector adds."""
        elements = self._elements(scene.frame, None, scene.text_height)
        supposed = tuple(one.box for one in elements if one.kind == "switch")
        return fuse(with_switches(scene.widgets, find_switches(scene.frame, supposed)), elements)

    def judged(self, scene: Scene, widget: Widget) -> Widget:
        """The widget; its state is unknown where the detector sees another."""
        return judged(widget, self._elements(scene.frame, widget.box, scene.text_height))
