"""What is told of a text that was typed, and where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.astray import others_than
from agent.redact.references import SECRET
from tools.locate.contents import content

if TYPE_CHECKING:
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget

_EDGE = 2
"""Pixels by which the box of a field may reach into the next one, as it was seen."""


def told(text: str) -> str:
    """A text as a message has it."""
    return "a secret" if SECRET.search(text) else repr(text)


def quoted(look: Look, field: Widget, text: str) -> str:
    """What a field shows instead of a text, as a message has it."""
    return "something else" if SECRET.search(text) else repr(content(look, field))


def check_strayed(text: str, field: Widget, target: Locator, look: Look) -> None:
    """Check that what was just typed did not go into another field: this one did not take the keyboard.

    Raises:
        StepFailed: that one has changed, and this one has not.
    """
    if any(box.meets(field.box.grow(-_EDGE)) for box in look.changes):
        return
    others = others_than(field, look)
    other = next((one for one in others if any(one.box.contains(box.center) for box in look.changes)), None)
    if other is not None:
        place = other.box.center
        raise StepFailed(
            f"typed {told(text)}, and it went into another field, at ({place.x}, {place.y}): "
            f"{target} does not take the keyboard"
        )
