"""Captions that are no line by themselves: in pieces, wrapped, behind a mark, a link, beside others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.candidates.parts import parts_of
from tools.locate.layout.labels import indicator_of
from tools.ocrtext.same import letters
from tools.ocrtext.within import reads_within
from tools.see.text.links import links_in
from tools.see.text.marks import behind_mark, behind_picture, is_marked, may_begin_with_picture
from tools.see.text.passages import joined, next_line, rows, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_LONGEST = 8
"""Lines of a caption, at most."""


def captions(scene: Scene, text: str) -> Iterator[Line]:
    """The captions that may say a text; of a wrapped one all of its text, in the box of its first line."""
    for row in rows(scene.lines):
        if all(scene.widget_at(line.box.center) == scene.widget_at(row[0].box.center) for line in row):
            yield from spans(row)
    for block in _wrapped(scene):
        yield replace(joined(block), box=block[0].box)
    for line in scene.lines:
        yield from _within(scene, line, text)


def _within(scene: Scene, line: Line, text: str) -> list[Line]:
    """What stands in a part of a line that may say a text, each place once."""
    reads = reads_within(text, line.text)
    if line.evidence is None or not (reads or letters(text) in letters(line.text)):
        return []
    found = parts_of(scene, line)
    links = links_in(scene.frame, line.box) if reads and not _is_caption(scene, line) else []
    behind = _behind(scene, line) if reads else None
    others = [*links, *([] if behind is None else [behind])]
    return [
        *found,
        *(line.evidence.read(box) for box in others if not any(_is_there(box, part.box) for part in found)),
    ]


def _is_there(box: Box, part: Box) -> bool:
    """Whether two boxes in a line are one place."""
    return max(abs(box.left - part.left), abs(box.right - part.right)) <= box.height / 2


def is_part(scene: Scene, line: Line) -> bool:
    """Whether a line is one of several that are a button's caption: "Delete" above "all"."""
    button = scene.widget_at(line.box.center)
    if button is None or button.kind != "button" or line not in scene.lines:
        return False
    others = [other for other in scene.lines_in(button.box) if other != line]
    return any(next_line(line, [other]) or next_line(other, [line]) for other in others)


def _behind(scene: Scene, line: Line) -> Box | None:
    """The part of a line behind a mark or a picture that was read with it."""
    if is_marked(line.text):
        return behind_mark(scene.frame, line.box)
    return behind_picture(scene.frame, line.box) if may_begin_with_picture(line.text) else None


def _wrapped(scene: Scene) -> Iterator[list[Line]]:
    """The texts of several lines, each with all of them."""
    after = {line: _goes_on(scene, line) for line in scene.lines if not _is_entry(scene, line)}
    for line in after.keys() - {*after.values()}:
        block = [line]
        while len(block) < _LONGEST and (following := after.get(block[-1])) is not None:
            block.append(following)
        if len(block) > 1:
            yield block


def _is_entry(scene: Scene, line: Line) -> bool:
    """Whether it stands in a field or list."""
    widget = scene.widget_at(line.box.center)
    return widget is not None and widget.is_field


def _goes_on(scene: Scene, line: Line) -> Line | None:
    """The line in which a text goes on; one with an indicator of its own begins another."""
    indicator = indicator_of(scene, line)
    after = next_line(line, scene.lines, None if indicator is None else indicator.box.left)
    if after is None or scene.widget_at(after.box.center) != scene.widget_at(line.box.center):
        return None
    return after if indicator_of(scene, after) is None else None


def _is_caption(scene: Scene, line: Line) -> bool:
    """Whether a line is a button's, whose caption counts as a whole."""
    widget = scene.widget_at(line.box.center)
    return widget is not None and not scene.holds_several_lines(widget)
