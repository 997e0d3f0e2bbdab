"""Repainted areas: in another theme a list or a field may have other colours, and nothing in it is lit.

An entry's ground says what is chosen only beside the grounds of its neighbours. But where many can be chosen,
all of them lit is no other theme; so this is believed of a list alone that the last action has brought up, in
which nobody has chosen anything yet. A text that was typed is not selected where the rest of its field has
the same ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.locate.layout.rows import is_column
from tools.ocrtext.same import same
from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from agent.replay.live.compare.entries.pairs import Pair
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.compare.texts.said import Wording
    from tools.see.scene import Line, Scene

OTHER = 32
"""Levels of a channel by which what is lit differs from what is not."""
_GAP = 2.2
"""Heights of a text from its middle to that of its neighbour in a list, at most."""
_EMPTY = 0.97
"""Part of an area that is its ground, at least, where nothing is written in it."""
_FEWEST = 3
"""Entries that are lit alike, at least, for their common ground to be the list's."""


def is_repainted(pair: Pair, pairs: Sequence[Pair], wording: Wording, then: Screens, now: Screens) -> bool:
    """Whether a text has another ground since all around it has, and is lit no otherwise than it was.

    Args:
        pair: The text.
        pairs: All texts of the screens.
        wording: What was typed.
        then: The recorded screens.
        now: The present ones.
    """
    if not (then.earlier and now.earlier):
        return False
    earlier = then.parser.read(then.earlier[-1]), now.parser.read(now.earlier[-1])
    return _is_list_repainted(pair, pairs, then.present, now.present, earlier) or (
        _is_typed(pair, wording)
        and _is_on_its_ground(pair.was, then.present)
        and _is_on_its_ground(pair.line, now.present)
    )


def _is_typed(pair: Pair, wording: Wording) -> bool:
    """Whether a text is one that was typed in both runs, so that it stands in a field."""
    return any(
        same(old, pair.was.text) and same(new, pair.line.text)
        for old, new in wording.typed.pairs
        if old and new
    )


def _is_on_its_ground(line: Line, scene: Scene) -> bool:
    """Whether the field below a text is empty and of one colour with its ground: what is selected is not."""
    below = line.box.shift(0, line.box.height)
    if below.clip(scene.frame.size) != below:
        return False
    area = scene.frame.bgrx[below.slices][:, :, :3].reshape(-1, 3)
    ground = np.asarray(np.median(area, axis=0), np.float64)
    is_empty = np.mean(np.abs(area - ground).max(axis=1) <= OTHER) >= _EMPTY
    return bool(is_empty) and not differ(ground, ground_behind(scene.frame, line.box))


def _is_list_repainted(
    pair: Pair, pairs: Sequence[Pair], then: Scene, now: Scene, earlier: tuple[Scene, Scene]
) -> bool:
    """Whether the list of an entry has come up in other colours, and the same of its entries are lit.

    Args:
        pair: The entry.
        pairs: All texts of the screens.
        then: The recorded screen.
        now: The present one.
        earlier: Both as they were before the last action.
    """
    if _stood(pair.was, earlier[0]):
        return False
    entries = _list_of(pair, pairs, [line for line in then.lines if not _stood(line, earlier[0])])
    if any(_stood(one.line, earlier[1]) for one in entries):
        return False
    was = [ground_behind(then.frame, one.was.box) for one in entries]
    shown = [ground_behind(now.frame, one.line.box) for one in entries]
    at = entries.index(pair)
    alike_then = [not differ(ground, was[at]) for ground in was]
    alike_now = [not differ(ground, shown[at]) for ground in shown]
    return alike_then == alike_now and sum(alike_then) >= max(_FEWEST, len(entries) // 2 + 1)


def differ(one: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    """Whether two colours are not the same."""
    return bool(np.abs(one - other).max() > OTHER)


def _list_of(pair: Pair, pairs: Sequence[Pair], lines: Sequence[Line]) -> list[Pair]:
    """The entries of an entry's list, itself included, as far as each is on both screens once.

    Args:
        pair: The entry.
        pairs: All texts of the screens.
        lines: The texts that came up with it.
    """
    around = pair.was.box
    column = sorted((line.box for line in lines if is_column(line.box, around)), key=lambda box: box.center.y)
    at, found = column.index(around), [around]
    for others in (column[at + 1 :], column[:at][::-1]):
        last = around
        for box in others:
            if abs(box.center.y - last.center.y) > _GAP * last.height:
                break
            found.append(box)
            last = box
    return [one for one in pairs if one.was.box in found]


def _stood(line: Line, earlier: Scene) -> bool:
    """Whether a text stood at its place before."""
    return any(one.text == line.text and one.box.meets(line.box) for one in earlier.lines)
