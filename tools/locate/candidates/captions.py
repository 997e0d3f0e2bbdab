"""Captions that are no line by themselves: in pieces, wrapped, behind a mark, a link, beside others."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tools.locate.candidates.parts import parts_of
from tools.locate.candidates.repeated import behind_repeated
from tools.locate.layout.labels import indicator_of
from tools.ocrtext.same import letters
from tools.ocrtext.scripts import begins_in_other_script, ends_in_other_script
from tools.ocrtext.within import reads_within
from tools.see.pixels.glyphs import bounds
from tools.see.text.gaps import as_high_as_ink
from tools.see.text.links import links_in
from tools.see.text.marks import (
    before_picture,
    behind_mark,
    behind_picture,
    beyond_picture,
    ends_in_arrow,
    is_marked,
    may_begin_with_picture,
)
from tools.see.text.passages import joined, next_line, rows, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_APART = 2.0
"""Times the space between two lines of one text from which a line is of another."""
_SIGNS = 2
"""Signs as which a picture is read, at most."""
_ARROW = 1.0
"""Heights of a line that an arrow at its end is wide, at most: no word before it is a part of it."""
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
    yield from (part for line in scene.unread for part in _beside_indicators(scene, line))


def _within(scene: Scene, line: Line, text: str) -> list[Line]:
    """What stands in a part of a line that may say a text, each place once."""
    reads = reads_within(text, line.text)
    if line.evidence is None:
        return []
    if not reads and letters(text) not in letters(line.text):
        return [*_beside_indicators(scene, line)]
    found = parts_of(scene, line)
    links = links_in(scene.frame, line.box) if reads and not _is_caption(scene, line) else []
    alone = [_behind(scene, line), behind_repeated(scene, line)] if reads else []
    if _begins_otherwise(line.text, text):
        alone.append(beyond_picture(scene.frame, line.box))
    if ends_in_other_script(line.text):
        alone.append(before_picture(scene.frame, line.box))
    if ends_in_arrow(line.text):
        alone.append(before_picture(scene.frame, line.box, long=_ARROW))
    others = [*links, *(box for box in alone if box is not None)]
    for part in (*_beside_indicators(scene, line), *map(line.evidence.read, others)):
        if not any(_is_there(part.box, one.box) or _is_again(part, one) for one in found):
            found.append(part)
    return found


def _beside_indicators(scene: Scene, line: Line) -> Iterator[Line]:
    """What stands in a line beside each indicator that was read with it: as a letter, or as nothing."""
    for one in scene.widgets if line.evidence is not None else ():
        if one.is_indicator and one.box.lies_mostly_in(line.box):
            assert line.evidence is not None
            for part in (_beyond(line.box, one.box), _ahead(line.box, one.box)):
                if part.width > line.box.height:
                    # The line is as high as the indicator.
                    beside = line.evidence.read(as_high_as_ink(scene.frame, part))
                    yield from (beside, *parts_of(scene, beside))


def _is_again(part: Line, other: Line) -> bool:
    """Whether two parts of a line are one text: what was read beside it makes the one box wider."""
    return part.text == other.text and part.box.lies_mostly_in(other.box)


def _beyond(line: Box, indicator: Box) -> Box:
    """The part of a line behind an indicator."""
    return line._replace(left=indicator.right + 1, width=max(0, line.right - indicator.right - 1))


def _ahead(line: Box, indicator: Box) -> Box:
    """The part of a line before an indicator."""
    return line._replace(width=max(0, indicator.left - 1 - line.left))


def _begins_otherwise(read: str, text: str) -> bool:
    """Whether a sign or two stand before a text in what was read, as which a picture may be read.

    Letters and digits with a space behind them are a word: "Ve" is no caption in "Wi Ve". An ideograph by
    itself is none.
    """
    before = letters(read).removesuffix(letters(text))
    is_word = len(read.split()) != len(text.split()) and any(map(str.isalnum, read.split(maxsplit=1)[0]))
    is_word = is_word and not begins_in_other_script(read)
    return not is_word and 0 < len(before) <= _SIGNS and before != letters(read)


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
    if not may_begin_with_picture(line.text):
        return None
    behind = behind_picture(scene.frame, line.box)
    if behind is not None or line.text.split()[1][0].islower():  # a Q is larger than a small letter
        return behind
    return beyond_picture(scene.frame, line.box, is_word=True)


def _wrapped(scene: Scene) -> Iterator[list[Line]]:
    """The texts of several lines, each with all of them."""
    after = {line: _goes_on(scene, line) for line in scene.lines if not _is_entry(scene, line)}
    for line in after.keys() - {*after.values()}:
        block = [line]
        while len(block) < _LONGEST and (following := after.get(block[-1])) is not None:
            block.append(following)
        if len(block) > 1:
            yield from _blocks(scene, block)


def _blocks(scene: Scene, chain: list[Line]) -> Iterator[list[Line]]:
    """Some lines of which each may go on in the next, and the parts of them that are set off as one text."""
    yield chain
    for start in range(len(chain)):
        for end in range(start + 2, len(chain) + 1):
            block = chain[start:end]
            ends = [(chain[at - 1], chain[at]) for at in (start, end) if 0 < at < len(chain)]
            if ends and all(_is_apart(scene, upper, lower, block) for upper, lower in ends):
                yield block


def _is_apart(scene: Scene, upper: Line, lower: Line, block: list[Line]) -> bool:
    """Whether one of two lines is of a block and the other is not: further off, or not beside its field."""
    within = max(next_.box.top - one.box.bottom for one, next_ in pairwise(block))
    if lower.box.top - upper.box.bottom >= max(2, within) * _APART:
        return True
    around, other = bounds([line.box for line in block]), upper if lower in block else lower
    return any(
        one.is_field
        and one.box.left >= around.right
        and one.box.same_row(around)
        and not one.box.same_row(other.box)
        for one in scene.widgets
    )


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
