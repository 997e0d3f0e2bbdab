"""Cut short: what stands in a field that has no room for all of its name, which ends in dots there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.same import letters
from tools.ocrtext.shortened import is_shortened

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene


def cut_short(scene: Scene, text: str) -> list[Line]:
    """The lines in fields that are what was left of a text.

    Dots elsewhere may be an entry's own: "Edit user..." is no "Edit username".
    """
    return [line for line in scene.lines if is_shortened(text, line.text) and _lacks_room(scene, line, text)]


def _lacks_room(scene: Scene, line: Line, text: str) -> bool:
    """Whether the letters that are missing are wider than what is left of the field behind them."""
    field = scene.widget_at(line.box.center)
    if field is None or not field.is_field:
        return False
    read = len(letters(line.text))
    rest = line.box.width * (len(letters(text)) - read) / read
    return field.box.right - line.box.right < max(rest, line.box.height)
