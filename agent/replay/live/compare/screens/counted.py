"""Counted texts: those of a screen that say something, each as often as it stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import touches
from tools.ocrtext.caption import is_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

    Lines: TypeAlias = tuple[Sequence[Line], Sequence[Line]]
    """Of the recorded screen, and of the present one."""

_CLEAR = 0.75
"""Recogniser's score, 0 to 1; what it is less sure of is no text."""
_BLOCKS = " \u25a0\u2588\u258c\u25ae"
"""What a terminal's cursor behind a text is read as."""
_BORDERS = "[]|"
"""What the border of a field, its caret, or the arrow of a drop-down, beside a text is read as."""
_LETTERS, _DIGITS = 3, 2
"""What a text has at least, of one or the other; shorter ones are icons, or rests of covered texts."""


def says_something(scene: Scene, ignored: Iterable[Box]) -> list[Line]:
    """The lines that are clearly texts, outside of all ignored areas."""
    ignored = list(ignored)
    lines = (without_edges(line, scene) for line in scene.lines)
    return [line for line in lines if is_text(line) and not touches(line.box, ignored)]


def without_edges(line: Line, scene: Scene) -> Line:
    """The line without a cursor behind it, and in a field without what its border or arrow is read as."""
    field = scene.widget_at(line.box.center)
    text = line.text.rstrip(_BLOCKS)
    text = text.strip(_BORDERS) if field is not None and field.is_field else text
    return replace(line, text=text or line.text)


def is_text(line: Line) -> bool:
    """Whether a line is clearly a text."""
    letters, digits = (sum(map(kind, line.text)) for kind in (str.isalpha, str.isdigit))
    is_long = letters >= _LETTERS or digits >= _DIGITS
    return is_long and line.score >= _CLEAR and not is_shortcut(line.text)


def apart(lines: Lines, alike: Callable[[Line, Line], bool]) -> Lines:
    """The recorded and the present lines that have no counterpart on the other side; each counts once.

    Of equal texts the one in the recorded row comes first.
    """
    left, alone = list(lines[1]), []
    for one in lines[0]:
        here = (line for line in left if line.box.same_row(one.box) and alike(one, line))
        match = next(here, None) or next((line for line in left if alike(one, line)), None)
        if match is None:
            alone.append(one)
        else:
            left.remove(match)
    return alone, left
