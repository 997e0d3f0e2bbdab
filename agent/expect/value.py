"""Value that stands in a field, or beside its name where no field is drawn. Strict, as `find`.

A name and its value are one line ("Total: 42.00"), or the value is the next text on the name's row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tools.locate.contents import content_line, is_cut
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.fields import find_field
from tools.locate.find import choose, qualified, spots_of
from tools.locate.sliders import find_slider, numbers_at
from tools.ocrtext.same import letters, unlikeness
from tools.see.text.saying import rival_of, unlikeness_of

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Line, Scene

_NAMED = re.compile(r"(?P<name>[^:]*\S)\s*:\s*(?P<value>\S.*)")
"""A name and its value in one line."""
_APART = 12
"""Heights of a text between a name and the value that stands on its row, at most."""
_LEAST_SCORE = 0.8
"""Of the recogniser, below which a value is not believed."""


class Value(NamedTuple):
    """What was read of a value."""

    line: Line
    """The whole line that it stands in."""
    ahead: str = ""
    """The part of that line before it: its name."""
    cut: bool = False
    """Whether it reaches the edge of its field, beyond which it may go on."""

    @property
    def text(self) -> str:
        """The value itself."""
        return self.line.text[len(self.ahead) :].strip()

    def is_text(self, text: str) -> bool | None:
        """Whether it is a text, all of it; None where that can't be told."""
        if not text.strip() or not self.text:
            return not text.strip() and not self.text
        whole = self.ahead + text
        if unlikeness_of(self.line, whole) is not None:
            return None if self.cut else True
        reads_as_it = unlikeness(whole, self.line.text) is not None  # but may as well be another
        begins = self.cut and bool(letters(self.text)) and letters(text).startswith(letters(self.text))
        return None if reads_as_it or begins else False

    def doubt(self) -> str | None:
        """Why it is not certain what it is; None where it is."""
        rival = rival_of(self.line, self.line.text)
        if rival is not None:
            return f'"{self.text}" may as well be "{rival[len(self.ahead) :].strip()}"'
        if self.line.score < _LEAST_SCORE:
            return f'"{self.text}" is not read for certain'
        return f'"{self.text}" may go on beyond the edge of its field' if self.cut else None


def value_of(look: Look, target: Locator) -> Value:
    """The value that a name leads to.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    beside = _beside(look.scene, target)
    try:
        field = find_field(look.scene, target)
    except Ambiguous:
        raise
    except NotFound as missing:
        number = _on_slider(look.scene, target)
        found = beside or number
        if found is None:
            raise NotFound(f"{missing}, and no text on its row") from None
        return found
    if beside is not None and not beside.line.box.same_row(field.box):
        return beside
    return Value(content_line(look, field), cut=is_cut(look, field))


def _on_slider(scene: Scene, target: Locator) -> Value | None:
    """The one number that a slider of that name shows."""
    try:
        numbers = numbers_at(scene, find_slider(scene, target))
    except NotFound:
        return None
    return Value(numbers[0]) if len(numbers) == 1 else None


def _beside(scene: Scene, target: Locator) -> Value | None:
    """What stands on a name's row, in its line or next to it, where that is no widget's.

    Raises:
        Ambiguous: there are several such names.
    """
    found = [*_in_line(scene, target), *_next_to(scene, target)]
    boxes = [box for _, box in found]
    try:
        kept = [found[index] for index in qualified(scene, target, boxes)] if found else []
        return kept[choose(target, [box for _, box in kept])][0] if kept else None
    except Ambiguous:
        raise
    except NotFound:
        return None


def _in_line(scene: Scene, target: Locator) -> list[tuple[Value, Box]]:
    """Of lines that hold a name and its value: the value, and the line's place."""
    named = ((line, _NAMED.fullmatch(line.text)) for line in scene.lines)
    return [
        (Value(line, line.text[: found.start("value")]), line.box)
        for line, found in named
        if found is not None and unlikeness(target.text, found["name"]) is not None
    ]


def _next_to(scene: Scene, target: Locator) -> list[tuple[Value, Box]]:
    """Of lines that are a name: the next text on their row, unless a widget lies there; and their place."""
    try:
        names = [spot.line for spot in spots_of(scene, target.text, colon=True)]
    except NotFound:
        return []
    return [(Value(line), name.box) for name in names if (line := _behind(scene, name)) is not None]


def _behind(scene: Scene, name: Line) -> Line | None:
    row = [line for line in scene.lines if line.box.same_row(name.box) and line.box.left >= name.box.right]
    line = min(row, key=lambda one: one.box.left, default=None)
    if line is None or line.box.left - name.box.right > _APART * name.box.height:
        return None
    drawn = [one.box for one in scene.widgets if one.box.same_row(name.box)]
    between = [box for box in drawn if name.box.right <= box.right and box.left < line.box.right]
    inside = any(box.contains(name.box.center) for box in drawn)
    return None if between or inside or line.text.rstrip().endswith(":") else line
