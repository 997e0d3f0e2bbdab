"""Keeps secrets that a person typed out of all that is written: by name in texts, painted over in frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.models.reader.matching import fold
from agent.variables import SECRET
from tools.geometry import Box
from tools.tiles import boxes, changed
from tools.widgets import find_widgets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.observation import Frame
    from tools.scene import Scene

_TELLING = 3
"""Characters; a shorter secret is known only where it is all that was typed."""
_ECHO = 16
"""Pixels beside what changed where the last letters may come up a moment later."""


def referred(text: str, secrets: Mapping[str, str]) -> str:
    """The typed text with `${secret.NAME}` in place of each secret's value.

    Raises:
        Halted: it holds what would be taken for such a reference.
    """
    if SECRET.search(text):
        raise Halted('what was typed holds "${secret...}" itself, which can\'t be recorded; nothing was')
    for name, value in sorted(secrets.items(), key=lambda pair: -len(pair[1])):
        if value == text or (len(value) >= _TELLING and value in text):
            text = text.replace(value, f"${{secret.{name}}}")
    return text


def refuse_pieces(texts: Iterable[str], secrets: Mapping[str, str]) -> None:
    """See that no secret was typed in pieces, of which none would be known for what it is.

    Raises:
        Halted: one was.
    """
    typed = list(texts)
    whole = "".join(typed)
    for name, value in secrets.items():
        if len(value) >= _TELLING and whole.count(value) > sum(text.count(value) for text in typed):
            raise Halted(
                f"the secret {name} was typed in pieces, with clicks or other keys between, and parts of it "
                "would be in the recording; nothing was recorded: show it again, and type it in one go"
            )


def shown(before: Frame, after: Frame) -> list[Box]:
    """Where a secret typed between two frames may be seen: what changed, and the fields around that."""
    if before.size != after.size:
        return [Box(0, 0, *after.size)]
    touched = boxes(before, after, changed(before, after))
    found = [box._replace(left=box.left - _ECHO, width=box.width + 2 * _ECHO) for box in touched]
    widgets = [*find_widgets(before), *find_widgets(after)]
    fields = [widget.box for widget in widgets if widget.kind in ("field", "dropdown")]
    return found + [field for field in fields if any(field.overlap(box).area for box in found)]


def read_on(scene: Scene, secrets: Mapping[str, str]) -> list[Box]:
    """The lines on a screen that can be read as holding a secret."""
    values = [fold(value) for value in secrets.values() if len(value) >= _TELLING]
    return [line.box.grow(2) for line in scene.lines if any(value in fold(line.text) for value in values)]
