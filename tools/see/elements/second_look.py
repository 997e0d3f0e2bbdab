"""Second look: what the learned detector says of a scene, beside what its shapes show (`SecondLook`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tools.see.elements.detector import Detector
from tools.see.elements.fusing import fuse, judged, with_switches
from tools.see.shapes.switches import find_switches

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

REMEMBERED = 4
"""Looks that are kept: a step asks for the same one several times."""
STATES = re.compile(
    r"o?(?:on|off|ein|aus|an|ja|nein|oui|non|yes|no|si|s\u00ed|s\u00ec|sim|nao|n\u00e3o|aan|uit|nej)o?|[ocdqg]*"
)
"""What a switch may say of its state, its knob read with it; and as what its round shape may be read."""


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
        switches = [
            one
            for one in find_switches(scene.frame, supposed)
            if not any(map(_is_caption, scene.lines_in(one.box)))
        ]
        return fuse(with_switches(scene.widgets, switches), elements)

    def judged(self, scene: Scene, widget: Widget) -> Widget:
        """The widget; its state is unknown where the detector sees another."""
        return judged(widget, self._elements(scene.frame, widget.box, scene.text_height))


def _is_caption(line: Line) -> bool:
    """Whether a text tells no state: what has a dot beside it is a tag, and no switch with a knob."""
    letters = "".join(filter(str.isalpha, line.text.casefold()))
    return len(letters) > 1 and STATES.fullmatch(letters) is None
