"""Switches between two texts: a switch may stand before its caption, or behind its label, as a field does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.claims import CAPTION_GAP
from tools.observation import bounds
from tools.see.pixels.ink import INK, relief
from tools.see.shapes.switches import has_shape

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_AS_NEAR = 2
"""Pixels by which a label may be farther from its switch than the caption behind that."""
_FAINT = 4
"""Levels by which the border of a switch that is not seen differs from the panel, at least."""


def may_be_of_label(scene: Scene, switch: Widget, caption: Line) -> bool:
    """Whether a switch before a caption may belong to the text before it, which is as near and has no other.

    Then the caption's own, which may stand behind it as well, is perhaps not seen. Where nothing at all is
    drawn behind it, there is none, and the text before heads a row of switches, or names one that is `On`.
    """
    text = _clear_of(scene, caption.box, switch.box)
    if not has_shape(switch.box) or not _is_switch_behind(scene, switch.box, text):
        return False
    reach = text.left - switch.box.right + _AS_NEAR
    labels = [line.box for line in scene.lines if line != caption and _is_before(line.box, switch.box, reach)]
    return any(not _has_own(scene, label) for label in labels)


def _clear_of(scene: Scene, text: Box, switch: Box) -> Box:
    """A text without the switch before it, whose knob was read with it; empty where it is that alone."""
    if not text.contains(switch.center):
        return text
    rest = text._replace(left=switch.right, width=max(0, text.right - switch.right))
    drawn = bounds(relief(scene.frame, rest) > INK)
    left, width = (0, 0) if drawn is None else (drawn.left, rest.width - drawn.left)
    return rest._replace(left=rest.left + left, width=width)


def _is_switch_behind(scene: Scene, switch: Box, text: Box) -> bool:
    """Whether there may be a switch behind a text, seen or not, which is not the next text's in its turn."""
    gap = text.left - switch.right + _AS_NEAR
    place = switch._replace(left=text.right + _AS_NEAR, width=gap + switch.width)
    indicators = (one.box for one in scene.widgets if one.is_indicator)
    seen = next((one for one in indicators if _is_before(text, one, gap)), None)
    if seen is None:
        return bool(relief(scene.frame, place).max(initial=0) > _FAINT)
    texts = (_clear_of(scene, line.box, seen) for line in scene.lines if line.box.left > text.left)
    behind = next((box for box in texts if box.width and _is_before(seen, box, gap)), None)
    return behind is None or _is_switch_behind(scene, seen, behind)


def _is_before(label: Box, switch: Box, reach: int) -> bool:
    return label.same_row(switch) and 0 <= switch.left - label.right <= reach


def _has_own(scene: Scene, label: Box) -> bool:
    """Whether an indicator stands right before a text."""
    reach = round(CAPTION_GAP * label.height)
    return any(one.is_indicator and _is_before(one.box, label, reach) for one in scene.widgets)
