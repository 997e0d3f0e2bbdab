"""Lit elements: a chosen row, a field with the focus; a key acts on them, or a button beside them.

Only where the look is the same can their colours be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from agent.replay.live.compare.entries.pairs import pairs_of
from agent.replay.live.compare.entries.repainted import differ, is_repainted
from agent.replay.live.compare.screens.look import looks_the_same
from tools.locate.element import element_at
from tools.locate.layout.bands import even_stretch
from tools.see.pixels.ink import ground_behind, share_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from agent.replay.live.compare.entries.pairs import Pair
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.compare.texts.said import Wording
    from agent.replay.live.values.chosen import ChosenEntry
    from tools.geometry import Box, Point
    from tools.observation import Frame
    from tools.see.scene import Scene

_AS_WIDE = 2
"""Times as wide as another is a text, at most, whose grounds can be compared: a sign of a title bar is read
by itself, or with the buttons beside it."""
_AS_COMMON = 0.5
"""Part of its pixels that a ground keeps, at least, where nothing is lit; letters of its colour are fewer."""
_RING = 2
"""Pixels around a field within which its ring is drawn."""


def another_is_lit(
    then: Scene,
    now: Scene,
    wording: Wording,
    pointers: tuple[Point | None, Point | None],
    *,
    by_keys: bool,
    runs: tuple[Screens, Screens] | None = None,
) -> str | None:
    """Why not to act on what is lit: it is something else than when it was recorded.

    Args:
        then: The recorded screen.
        now: The present one.
        wording: What may read otherwise.
        pointers: Where the mouse is on each: what it lights up by itself does not count.
        by_keys: Whether the next action is a key press or a text, which goes where the focus is.
        runs: The recorded run's screens, and this one's, by which another theme is told; None: it is not.
    """
    if not looks_the_same(then, now):
        return None
    pairs = pairs_of(then, now, wording)
    for pair in pairs:
        if _means_nothing(pair, then, now, wording):
            continue
        if not _is_lit_otherwise(pair, then, now, pointers):
            continue
        if by_keys or runs is None or not is_repainted(pair, pairs, wording, *runs):
            return f'"{pair.line.text}" is lit otherwise than it was: something else is chosen'
    return _another_field(then, now, pairs) if by_keys else None


def _another_field(then: Scene, now: Scene, pairs: list[Pair]) -> str | None:
    """Which field has another ring, where it is as large and stands beside its label as it did."""
    across, down = (pairs[0].place[axis] - pairs[0].was.box[axis] for axis in (0, 1)) if pairs else (0, 0)
    fields = {widget.box for widget in now.widgets if widget.is_field}
    for widget in then.widgets:
        box = widget.box.shift(across, down)
        if widget.is_field and box in fields and differ(_edge(then, widget.box), _edge(now, box)):
            return f'the field "{element_at(now, box.center).label}" has the focus now or had it then'
    return None


def _is_lit_otherwise(
    pair: Pair, then: Scene, now: Scene, pointers: tuple[Point | None, Point | None]
) -> bool:
    """Whether a text has another ground, and the pointer rests on its row in both runs or in none."""
    boxes = pair.was.box, pair.line.box
    narrow, wide = sorted(box.width for box in boxes)
    if wide > _AS_WIDE * narrow:
        return False
    frames = then.frame, now.frame
    grounds = [ground_behind(frame, box) for frame, box in zip(frames, boxes, strict=True)]
    if not differ(*grounds) or all(_is_as_common(ground, frames, boxes) for ground in grounds):
        return False
    up, down = min((_reach(then, boxes[0]), _reach(now, boxes[1])), key=sum)
    hovered = [
        pointer is not None and -up <= pointer.y - box.center.y < down
        for box, pointer in zip(boxes, pointers, strict=True)
    ]
    return hovered[0] == hovered[1]


def _is_as_common(ground: NDArray[np.float64], frames: tuple[Frame, Frame], boxes: tuple[Box, Box]) -> bool:
    """Whether a text's box has as much of a colour in both runs: a shaded ground has more than one."""
    few, many = sorted(share_of(ground, frame, box) for frame, box in zip(frames, boxes, strict=True))
    return few >= _AS_COMMON * many


def _reach(scene: Scene, text: Box) -> tuple[int, int]:
    """Pixels that the ground of a text reaches up and down from its middle: of one that is lit, its row."""
    top, bottom = even_stretch(scene.frame.gray[:, max(0, text.left - _RING)], text.center.y)
    return text.center.y - top, bottom - text.center.y


def _means_nothing(pair: Pair, then: Scene, now: Scene, wording: Wording) -> bool:
    """Whether a text is lit otherwise because another entry was chosen, or because its list was turned.

    Or it is a sign alone, which nobody chooses: the buttons of title bars are read for one sign or another.
    """
    if not any(sign.isalnum() for sign in pair.line.text):
        return True
    if any(_is_chosen(pair, entry) for entry in wording.entries):
        return False
    is_turned = pair.moved and wording.may_move(pair.line.box)
    return is_turned or any(_goes_with(pair, entry, then, now) for entry in wording.entries)


def _is_chosen(pair: Pair, entry: ChosenEntry) -> bool:
    """Whether both texts are those of an entry that was chosen: they have to be lit alike."""
    return entry.was.box.contains(pair.was.box.center) and entry.line.box.contains(pair.line.box.center)


def _goes_with(pair: Pair, entry: ChosenEntry, then: Scene, now: Scene) -> bool:
    """Whether a text is in the row of an entry that is chosen in one run only, and lit as that is."""
    texts = entry.was.box, entry.line.box
    return any(
        box.same_row(text) and not differ(ground_behind(scene.frame, box), ground_behind(scene.frame, text))
        for box, text, scene in zip((pair.was.box, pair.line.box), texts, (then, now), strict=True)
    )


def _edge(scene: Scene, field: Box) -> NDArray[np.float64]:
    """The colours of the rings around a field's edge, from the outermost one inwards."""
    return np.concatenate([_ring(scene, field, by) for by in range(_RING, -_RING - 1, -1)])


def _ring(scene: Scene, box: Box, by: int) -> NDArray[np.float64]:
    """The colour around a box: the median of the pixels of a ring so far outside of its outermost one."""
    pixels = _colours(scene, box.grow(by))
    edge = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    return np.asarray(np.median(edge, axis=0), np.float64)


def _colours(scene: Scene, box: Box) -> NDArray[np.uint8]:
    return scene.frame.bgrx[box.clip(scene.frame.size).slices][:, :, :3]
