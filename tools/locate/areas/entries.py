"""Entries of a list: one that a drop-down has opened, or one that always stands there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from tools.locate.areas.alphabet import stands_between_its_neighbours
from tools.locate.areas.crop import scene_in
from tools.locate.areas.wheel import WheelPlace
from tools.locate.candidates.captions import captions
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.find import find
from tools.locate.layout.rows import is_column
from tools.locate.locator import Locator
from tools.ocrtext.caption import name_and_rest
from tools.ocrtext.same import is_other_case
from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.scene import Line, Scene, Widget

_WHOLE = 0.8
"""Part of the usual height that a row has at least which is not cut off."""
_IN_PART = 0.65
"""Part of the usual height that a row at an edge has at most which is cut off; small letters are .7 high."""
_LIT = 32
"""Levels of a channel by which the ground of a chosen row differs from that of the others, at least."""
_ASTRAY = 2
"""Pixels by which the distances of the rows of a list differ, at most."""
_FEWEST = 2
"""Other rows, at least, next to which one can be told to be chosen."""


@dataclass(frozen=True, slots=True)
class EntryList:
    """Where a list is, in frame pixels."""

    area: Box
    field: Box | None = None
    """The drop-down's that has opened it, which may lie in that area and is no part of the list."""

    def lines(self, look: Look) -> tuple[Line, ...]:
        """What it shows now."""
        return self._listed(look).lines

    def entry(self, look: Look, option: str) -> Box | None:
        """Where an entry is; None where it is out of sight, or there are several of that name."""
        try:
            return find_entry(self._listed(look), option).box
        except NotFound:
            return None

    def hides_part(self, look: Look, entry: Box, *, at_foot: bool) -> bool:
        """Whether the foot, or the head, of what is shown cuts an entry: so "Mail" becomes "Mall"."""
        usual = median(line.box.height for line in self.lines(look))
        return entry.height < _IN_PART * usual and is_cut(entry, self.shown, at_foot=at_foot)

    def doubt(self, look: Look, option: str) -> str | None:
        """Why none of several entries in sight may be taken for an option; None where there are none."""
        try:
            find_entry(self._listed(look), option)
        except Ambiguous as why:
            return str(why)
        except NotFound:
            return None
        return None

    def spellings(self, look: Look, option: str) -> set[str]:
        """The entries in sight that are the option in other capitals."""
        listed = self._listed(look)
        texts = [line.text for line in (*listed.lines, *captions(listed, option))]
        return {name_and_rest(text)[0] for text in texts if is_other_case(option, text)}

    def only_spelling(self, look: Look, option: str) -> str | None:
        """The entry that is the option in other capitals, where none of its own can be out of sight."""
        lines = self.lines(look)
        others = [line for line in lines if is_other_case(option, line.text)]
        if len(others) != 1:
            return None
        [entry] = others
        rows = sorted(
            (line for line in lines if is_column(line.box, entry.box)), key=lambda line: line.box.top
        )
        texts = [line.text for line in rows]
        return entry.text if stands_between_its_neighbours(texts, rows.index(entry), option) else None

    def _listed(self, look: Look) -> Scene:
        listed = scene_in(look, self.area, without=self.field)
        rows = [one for one in listed.widgets if _is_of_rows(one, listed.lines)]
        return replace(listed, widgets=tuple(one for one in listed.widgets if one not in rows))

    def chosen(self, look: Look) -> Line | None:
        """The only entry on a ground of its own; None where none is, or several are."""
        lines = self.lines(look)
        grounds = [ground_behind(look.frame, line.box) for line in lines]
        for line, ground in zip(lines, grounds, strict=True):
            others = [
                its for other, its in zip(lines, grounds, strict=True) if not other.box.same_row(line.box)
            ]
            if len(others) >= _FEWEST and all(np.abs(its - ground).max() > _LIT for its in others):
                return line
        return None

    def place(self, look: Look) -> WheelPlace:
        """Where to turn the wheel over it, and how far it may move without passing over a row."""
        shown = self.shown
        rows = _whole_rows(self.lines(look), shown)
        ahead = rows[-1].box.top - rows[0].box.top if rows else 0
        pitch = ahead // (len(rows) - 1) if len(rows) > 1 else 0
        across = (self.field or shown).center.x
        return WheelPlace(shown.center._replace(x=across), ahead + pitch, shown)

    @property
    def shown(self) -> Box:
        """The area, or the larger part of it above its drop-down or below it."""
        field, area = self.field, self.area
        if field is None:
            return area
        above, below = field.top - area.top, area.bottom - field.bottom
        if below >= above and below > 0:
            return area._replace(top=field.bottom, height=below)
        return area._replace(height=above) if above > 0 else area


def find_entry(listed: Scene, option: str) -> Line:
    """The only entry of a list that is an option, capitals included: another one may stand out of sight.

    Args:
        listed: What the list shows.
        option: The entry's text.

    Raises:
        NotFound: it shows none.
        Ambiguous: it shows several.
    """
    lines = tuple(line for line in listed.lines if not is_other_case(option, line.text))
    others = [line.text for line in listed.lines if line not in lines]
    try:
        entry = find(replace(listed, lines=lines), Locator(option)).line
    except Ambiguous:
        raise
    except NotFound:
        if not others:
            raise
    else:
        if not is_other_case(option, entry.text):  # read in pieces
            return entry
        others = [entry.text]
    raise NotFound(f'"{others[0]}" is in the list, and no "{option}"')


def is_cut(entry: Box, shown: Box, *, at_foot: bool) -> bool:
    """Whether an entry reaches to the foot, or the head, of what its list shows: an arrow may cover it."""
    inner = shown.grow(-entry.height // 4)
    return entry.bottom > inner.bottom if at_foot else entry.top < inner.top


def _is_of_rows(one: Widget, lines: Sequence[Line]) -> bool:
    """Whether what seems a button with a caption of several lines is rows of a list, or all of it.

    Its lines begin at one edge, a caption's have one middle; they are as far apart as from the next entry,
    or from each other where they are three or more.
    """
    over = (line.box for line in lines if one.box.left <= line.box.center.x < one.box.right)
    column = sorted(over, key=lambda box: box.top)
    pairs = [
        (lower.top - upper.top, sum(one.box.contains(box.center) for box in (upper, lower)))
        for upper, lower in pairwise(column)
    ]
    within, beyond = ([step for step, count in pairs if count == inside] for inside in (2, 1))
    lefts = [box.left for box in column if one.box.contains(box.center)]
    if one.kind != "button" or not within or max(lefts) - min(lefts) > _ASTRAY:
        return False
    is_next = any(abs(step - other) <= _ASTRAY for step in within for other in beyond)
    return is_next or (len(within) > 1 and max(within) - min(within) <= _ASTRAY)


def _whole_rows(lines: tuple[Line, ...], shown: Box) -> list[Line]:
    usual = median([line.box.height for line in lines] or [0])
    whole = (
        line
        for line in lines
        if _WHOLE * usual <= line.box.height <= usual / _WHOLE
        and line.box.top >= shown.top
        and not is_cut(line.box, shown, at_foot=True)
    )
    return sorted(whole, key=lambda line: line.box.top)
