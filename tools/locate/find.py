"""Texts and buttons that a locator leads to. Strict: no answer rather than a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.candidates.begun import begun
from tools.locate.candidates.captions import captions, is_part
from tools.locate.candidates.cells import texts_in_cell
from tools.locate.candidates.cut_cells import cut_cells
from tools.locate.candidates.cut_short import cut_short
from tools.locate.candidates.front import in_front
from tools.locate.candidates.related import related
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.layout.relations import reading_order
from tools.locate.spots import Spot, check_dots, is_mark, most_to_click, spot_of
from tools.ocrtext.alike import nearest
from tools.ocrtext.caption import name_in
from tools.ocrtext.may_be import may_be, part_may_be
from tools.ocrtext.same import begins_small
from tools.see.text.saying import doubt, lines_that_say, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.geometry import Box
    from tools.locate.locator import Locator, Relation
    from tools.see.scene import Scene

_SAME_BUT_CASE, _SHORTENED = 0.05, 0.3
"""How unlike a text is one that differs in its case alone, and one that is cut short with dots."""
_SURE, _UNSURE = 0.9, 0.8
"""Scores of the recogniser; below the second it may have taken a slash for a one."""
_ORDER: tuple[Relation, ...] = ("in", "in row", "left of", "right of", "next to", "below", "above")
"""What is asked first: the group, then the row, and of what is left the nearest."""


def find(scene: Scene, locator: Locator) -> Spot:
    """The only text that a locator leads to; of several, the one that is most likely to be clicked.

    Where it is a column's header and a row is named, it is what stands in that cell.

    Raises:
        NotFound: it is not there; the message says what is.
        Ambiguous: several are equally good.
    """
    kept = equals(scene, locator)
    return kept[choose(locator, [spot.box for spot in kept])]


def equals(
    scene: Scene, locator: Locator, may_be_meant: Callable[[Spot], bool] = lambda _: True
) -> list[Spot]:
    """The texts that a locator leads to, all of those that are equally good.

    Args:
        scene: what is on the screen.
        locator: what they are called.
        may_be_meant: whether a text may be; others are passed over.

    Raises:
        NotFound: it is not there; the message says what is.
    """
    spots = [spot for spot in spots_of(scene, locator.text) if not _is_value(spot, locator.text)]
    if not spots:
        raise NotFound(absent(scene, locator.text))
    spots = [spot for spot in spots if not is_part(scene, spot.line)]
    if not spots:
        raise NotFound(f'"{locator.text}" is only one line of a button\'s caption: write all of it')
    spots = [spot for spot in spots if may_be_meant(spot)]
    if not spots:
        raise NotFound(f"{locator} is on the screen, but not under the entry that it belongs to")
    try:
        kept = [spots[index] for index in qualified(scene, locator, [spot.box for spot in spots])]
    except NotFound:
        cell = _cell(scene, locator, spots)
        if cell is None:
            raise
        return [cell]
    kept = [kept[index] for index in in_front(scene, locator, [spot.line.box for spot in kept])]
    if locator.ordinal is None and len(kept) > 1:
        kept = most_to_click(scene, kept)
    return kept


def spots_of(scene: Scene, text: str, *, colon: bool = False) -> list[Spot]:
    """The lines that say the text, best readings only.

    Args:
        scene: What is on the screen.
        text: As the step has it.
        colon: Whether "Name:" is as good a reading of "Name" as "Name" itself, as it is for a field's label.

    Raises:
        Ambiguous: only unlike readings fit, and they say different things.
    """
    lines = [line for line in scene.lines if not is_mark(scene, line)]
    said = lines_that_say(lines, text, captions(scene, text), begun(lines, text))
    said = said or [(line, _SHORTENED) for line in cut_short(scene, text)]
    spots = [spot_of(scene, line, far) for line, far in said]
    best = min((spot.difference for spot in spots), default=0.0)
    limit = max(best, _SAME_BUT_CASE) if colon else best
    kept = _sure([spot for spot in spots if spot.difference <= limit])
    if best > _SAME_BUT_CASE and len({name_in(spot.line.text) for spot in kept}) > 1:
        readings = " and ".join(sorted({f'"{spot.line.text}"' for spot in kept}))
        raise Ambiguous(f'"{text}" could be {readings}')
    check_dots(scene, text, kept)
    return kept


def qualified(scene: Scene, locator: Locator, boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes that fit a locator's qualifiers: with an ordinal all, else the nearest.

    Raises:
        NotFound: what a qualifier names is not there, or no box is in that relation to it.
    """
    kept, nearest = [*range(len(boxes))], locator.ordinal is None
    groups: list[list[Box]] = []
    for relation, other in sorted(locator.qualifiers, key=lambda pair: _ORDER.index(pair[0])):
        anchors = [spot.line.box for spot in anchors_of(scene, other)]
        for group in groups:
            inside = related(scene, "in", anchors, group, nearest=False)
            anchors = [anchors[index] for index in inside] or anchors
        if relation == "in":
            groups.append(anchors)
        among = [boxes[index] for index in kept]
        kept = [kept[index] for index in related(scene, relation, among, anchors, nearest=nearest)]
    if not kept:
        raise NotFound(f"nothing on the screen is {locator}: there is a {locator.text!r}, but not there")
    return kept


def choose(locator: Locator, boxes: Sequence[Box]) -> int:
    """The index of the box that a locator's ordinal names, or of the only one.

    Raises:
        NotFound: there are not so many.
        Ambiguous: there are several, and nothing says which.
    """
    count = len(boxes)
    if locator.ordinal is None and count > 1:
        places = ", ".join(f"({box.center.x}, {box.center.y})" for box in boxes)
        raise Ambiguous(
            f"{count} places are equally good for {locator}, at {places}: say which, as in "
            f'the second "{locator.text}", or "{locator.text}" in "…"'
        )
    wanted = locator.ordinal or 1
    index = wanted if wanted < 0 else wanted - 1
    if not -count <= index < count:
        raise NotFound(f'there are {count} of "{locator.text}", and {locator} is asked for')
    return reading_order(boxes)[index]


def absent(scene: Scene, text: str) -> str:
    """What to say of a text that is not there, or may be another."""
    unsure = doubt(text, scene.lines)
    if unsure is not None:
        return f'{unsure}; if it is meant, name it by its picture: Click image "..."'
    near = ", ".join(f'"{line}"' for line in nearest(text, [line.text for line in scene.lines]))
    cut = [line.text for line in cut_cells(scene, text)]
    if cut:
        shown = " or ".join(f'"{one}"' for one in cut)
        return f'no "{text}" on the screen; {shown} may be it, cut short: if it is, name it as it is shown'
    return f'no "{text}" on the screen; nearest: {near}' if near else f'no "{text}": the screen holds no text'


def sees(scene: Scene, text: str) -> bool:
    """Whether the text is read anywhere, also as a part of a line: to be believed."""
    return visible(text, scene.lines)


def may_see(scene: Scene, text: str) -> bool:
    """Whether what is read anywhere may be the text, also as a part of a line: to look it up, or to doubt."""
    return any(may_be(text, line.text) or part_may_be(text, line.text) for line in scene.lines)


def _cell(scene: Scene, locator: Locator, headers: Sequence[Spot]) -> Spot | None:
    """What stands under the headers that a locator names, in the row that it says; None where nothing does.

    Raises:
        NotFound: there are several.
    """
    columns = [header.line.box for header in headers]
    for pair in locator.qualifiers:
        rows = [spot.line.box for spot in anchors_of(scene, pair[1])] if pair[0] == "in row" else []
        found = [spot_of(scene, line) for line in texts_in_cell(scene, columns, rows)]
        if found:
            rest = replace(locator, qualifiers=tuple(one for one in locator.qualifiers if one != pair))
            kept = [found[index] for index in qualified(scene, rest, [spot.box for spot in found])]
            return kept[choose(locator, [spot.box for spot in kept])]
    return None


def _is_value(spot: Spot, text: str) -> bool:
    """Whether a text in small letters is what stands in a table, say, and no caption that has a capital."""
    is_button = spot.widget is not None and spot.widget.kind == "button"
    return not is_button and begins_small(spot.line.text, text)


def anchors_of(scene: Scene, locator: Locator) -> list[Spot]:
    """The lines that a qualifier's locator may mean.

    Raises:
        NotFound: it is not there, or there are not so many of it.
    """
    spots = spots_of(scene, locator.text)
    if not spots:
        raise NotFound(absent(scene, locator.text))
    if locator.ordinal is not None:
        return [spots[choose(locator, [spot.box for spot in spots])]]
    return spots


def _sure(spots: list[Spot]) -> list[Spot]:
    """Without the readings that the recogniser doubts, where it is sure of another."""
    if not any(spot.line.score >= _SURE for spot in spots):
        return spots
    return [spot for spot in spots if spot.line.score >= _UNSURE]
