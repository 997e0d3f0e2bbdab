"""Secrecy: typed secrets become their names in texts, and are painted over in frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.redact.forms import LONG
from agent.redact.frames import TELLING
from agent.redact.pieces import pieces_in
from agent.redact.references import SECRET
from agent.redact.search import stretches
from agent.redact.signs import Signs
from agent.redact.texts import hide
from tools.geometry import Box
from tools.see.shapes.widgets import find_widgets
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.observation import Frame

_ECHO = 16
"""Pixels beside what changed where the last letters may come up a moment later."""


def referred(text: str, secrets: Mapping[str, str]) -> str:
    """The typed text with `${secret.NAME}` in place of each secret's value.

    Raises:
        Halted: it holds what would be taken for such a reference, or a secret but for a sign or its form.
    """
    if SECRET.search(text):
        raise Halted('what was typed holds "${secret...}" itself, which can\'t be recorded; nothing was')
    for name, value in sorted(secrets.items(), key=lambda pair: -len(pair[1])):
        if value == text or (len(value) >= TELLING and value in text):
            text = text.replace(value, f"${{secret.{name}}}")
    for name, value in secrets.items():
        if len(value) >= LONG and _tells(text, value):
            raise Halted(
                f"what was typed holds most of the secret {name}, or all of it in another form, and would be "
                "in the recording; nothing was recorded: show it again, and type it in one go"
            )
    return text


def _tells(text: str, value: str) -> bool:
    """Whether more than half of a value can be read beside its references, or nearly all of it."""
    rest = SECRET.sub("\0", text)
    read, seen = Signs(rest).folded(), Signs(value).folded().text
    return hide(rest, {"X": value}) != rest or any(pieces_in(read, seen)) or any(stretches(read.text, seen))


def refuse_pieces(texts: Iterable[str], secrets: Mapping[str, str]) -> None:
    """Refuse a secret that was typed in several pieces, none of which could be recognised.

    Raises:
        Halted: one was.
    """
    typed = list(texts)
    whole = "".join(typed)
    for name, value in secrets.items():
        if len(value) >= TELLING and whole.count(value) > sum(text.count(value) for text in typed):
            raise Halted(
                f"the secret {name} was typed in pieces, with clicks or other keys between, and parts of it "
                "would be in the recording; nothing was recorded: show it again, and type it in one go"
            )


def shown(before: Frame, after: Frame) -> list[Box]:
    """Areas where a secret typed between two frames may show: the changes, and the fields around them."""
    if before.size != after.size:
        return [Box(0, 0, *after.size)]
    touched = boxes(before, after, changed(before, after))
    found = [box._replace(left=box.left - _ECHO, width=box.width + 2 * _ECHO) for box in touched]
    widgets = [*find_widgets(before), *find_widgets(after)]
    fields = [widget.box for widget in widgets if widget.is_field]
    return found + [field for field in fields if any(field.overlap(box).area for box in found)]
