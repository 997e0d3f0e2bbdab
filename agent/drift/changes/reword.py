"""Another text in place of one, as a picture laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.changes import painting
from agent.drift.changes.fonts import usual_file

if TYPE_CHECKING:
    from agent.drift.targets import DriftTarget
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.x11.overlay import Overlays


def reword(frame: Frame, box: Box, text: DriftTarget, new: str, overlays: Overlays) -> str:
    """Show another text in a box around one; what became of it, in words."""
    picture = painting.relabelled(frame, box, text.label, (text.text, new), usual_file())
    overlays.cover(box, picture)
    return f'to "{new}"'


def reword_text(frame: Frame, text: DriftTarget, new: str, overlays: Overlays) -> str:
    """The same in the text's own box, and as much of the even ground behind it as a longer text takes."""
    label = text.label
    more = label.width * (len(new) - len(text.text)) // len(text.text)
    free = painting.even_beside(frame, label, more + label.height) - label.height // 2
    box = label._replace(width=label.width + max(0, free)).grow(2).clip(frame.size)
    return reword(frame, box, text, new, overlays)
