"""Pop-ups: menus, lists and dialogs that came up between two frames.

A pop-up covers a part of the screen and moves nothing: the texts around it stay where they were. Mostly it
has an outline, or a title bar; a column of new texts without one may be a pop-up or new text on a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.bands import has_edges
from tools.locate.layout.outlines import NewEdges
from tools.locate.layout.titlebars import title_bar_around
from tools.observation import differing
from tools.ocrtext.may_be import may_be
from tools.see.scene import Popup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame
    from tools.see.scene import Line, Scene, Widget

_STAYS = 0.8
"""Share of the texts outside of a pop-up that stay where they are, at least."""
_ALIKE = 0.7
"""Share of the texts of a card that have one at their place in the next card, at least."""
_ENTRY_GAP = 2.2
"""Heights of a text from its middle to that of the next entry of its list, at most."""
_ASTRAY = 3
"""Pixels by which the texts of one column may differ in their left edges."""
_BORDER = 4
"""Pixels around a button's box in which its own outline lies."""
_TIP_LINES = 3
"""Lines of text in a tip, at most."""
_SAME_EDGE = 4
"""Pixels by which an outline differs from a widget's box where it is that widget's focus ring, or from the
outline below it where both are one."""


def new_popups(before: Scene, now: Scene) -> tuple[Popup, ...]:
    """What came up over the earlier scene; whether an act opened it can't be told from the two."""
    if before.frame.size != now.frame.size:
        return ()
    fresh = [line for line in now.lines if not stands(line, now.frame, before)]
    if not fresh:
        return ()
    outlined = _outlined(before, now, fresh)
    rest = [line for line in fresh if not any(box.contains(line.box.center) for box in outlined)]
    columns = _columns([line for line in rest if not _is_in_field(before, line)])
    boxes = [(box, True) for box in outlined] + [(box, False) for box in columns]
    if boxes and (tips := _closed_tips(before, now)):
        boxes = [(box, sure) for box, sure in boxes if not _is_uncovered(before, now, box, tips)]
    if not boxes or not _moves_nothing(before, now, [box for box, _ in boxes]):
        return ()
    return tuple(_popup(before, now, box, sure=sure) for box, sure in boxes)


def still_open(popup: Popup, scene: Scene) -> bool:
    """Whether a pop-up's outline is still there, or at least half of its texts are where they were.

    Those alone that did not stand there before it came: they were seen through it while it faded in.
    """
    if popup.is_sure and has_edges(scene.frame, popup.box):
        return True
    own = [line for line in popup.lines if not any(_is_alike(line, other) for other in popup.covers)]
    texts = own or popup.lines
    stay = sum(any(_is_alike(line, other) for other in scene.lines) for line in texts)
    return 2 * stay >= len(texts)


def is_painted(popup: Popup, now: Frame, frame: Frame) -> bool:
    """Whether most of a pop-up's texts are the same pixels on another frame."""
    if now.size != frame.size:
        return False
    equal = sum(not differing(now, frame, line.box.clip(now.size)).any() for line in popup.lines)
    return 2 * equal > len(popup.lines)


def is_cut(widget: Widget, popup: Popup) -> bool:
    """Whether a field ends where a pop-up beside it begins, in whose rows it lies: what is seen is a rest.

    It may be the rest of more than a field, of a panel's head for one.
    """
    box, over = widget.box, popup.box
    is_beside = min(abs(box.right - over.left), abs(over.right - box.left)) <= _SAME_EDGE
    return widget.is_field and is_beside and over.top <= box.top and box.bottom <= over.bottom


def _popup(before: Scene, now: Scene, box: Box, *, sure: bool) -> Popup:
    lines = now.lines_in(box)
    is_sure = sure and len(lines) > 1 and not _repeats(lines, now)
    return Popup(box, lines, before.lines_in(box), is_sure=is_sure)


def _closed_tips(before: Scene, now: Scene) -> list[Box]:
    """The tips that were shown before, and are no more: an outline, a few lines of text, nothing to click."""
    gone = [line for line in before.lines if not stands(line, before.frame, now)]
    edges = NewEdges(now.frame, before.frame) if gone else None
    boxes = {edges.around(line.box, line.box.height // 2) for line in gone} if edges else set()
    return [box for box in boxes if box is not None and _is_tip(before, box)]


def _is_tip(scene: Scene, box: Box) -> bool:
    has_widgets = any(box.contains(one.box.center) for one in scene.widgets)
    return not has_widgets and 1 <= len(scene.lines_in(box)) <= _TIP_LINES


def _is_uncovered(before: Scene, now: Scene, box: Box, tips: Sequence[Box]) -> bool:
    """Whether all that is new in a box was covered by a tip: a dialog would reach beyond that."""
    box = box.clip(now.frame.size)
    rest = differing(before.frame, now.frame, box)
    for tip in tips:
        rest[tip.grow(_SAME_EDGE).overlap(box).shift(-box.left, -box.top).slices] = False
    return not rest.any()


def _repeats(lines: Sequence[Line], scene: Scene) -> bool:
    """Whether the same stands above or below it, as where it is a new row of cards."""
    others = [line for line in scene.lines if line not in lines]
    shifts = {
        other.box.top - line.box.top
        for line in lines
        for other in others
        if line.text == other.text and abs(line.box.left - other.box.left) <= _ASTRAY
    }
    return any(
        sum(_has_like(line, shift, others) for line in lines) >= _ALIKE * len(lines) for shift in shifts
    )


def _has_like(line: Line, down: int, others: Sequence[Line]) -> bool:
    place = line.box.shift(0, down)
    return any(max(abs(place.left - one.box.left), abs(place.top - one.box.top)) <= _ASTRAY for one in others)


def stands(line: Line, frame: Frame, scene: Scene) -> bool:
    """Whether a text of a frame is at its place on another scene as well."""
    box = line.box.clip(frame.size)
    if not differing(frame, scene.frame, box).any():
        return True
    top, bottom = line.box.top, line.box.bottom
    in_row = (one for one in scene.lines if one.box.top < bottom and top < one.box.bottom)
    return any(_is_alike(line, one) for one in in_row)


def _is_alike(line: Line, other: Line) -> bool:
    return line.box.meets(other.box) and may_be(line.text, other.text)


def _outlined(before: Scene, now: Scene, fresh: Sequence[Line]) -> list[Box]:
    """The outlines and windows that new texts stand in, none within another."""
    edges = NewEdges(before.frame, now.frame)
    found: list[Box] = []
    for line in fresh:
        if any(box.contains(line.box.center) for box in found):
            continue
        box = edges.around(_own_box(now, line), line.box.height // 2) or _window(now, line, fresh)
        if box is not None and not _is_old(
            before, box, [one for one in fresh if box.contains(one.box.center)]
        ):
            found.append(box)
    outer = [box for box in found if not any(other != box and other.overlap(box) == box for other in found)]
    return [box for box in _stacked(outer) if not _is_filled_up(before, now, box)]


def _stacked(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those that go on below each other as one: a menu's lit entry has an outline of its own."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.top):
        above = next((one for one in joined if _goes_on(one, box)), None)
        if above is not None:
            joined.remove(above)
        joined.append(box if above is None else above.union(box))
    return joined


def _goes_on(above: Box, below: Box) -> bool:
    misses = above.left - below.left, above.right - below.right, above.bottom - below.top
    return all(abs(miss) <= _SAME_EDGE for miss in misses)


def _is_filled_up(before: Scene, now: Scene, box: Box) -> bool:
    """Whether what stood in a box stands there still: a table with a new row hides nothing.

    One text alone may be the chosen entry of a list that opens over its field.
    """
    lines = before.lines_in(box)
    return len(lines) > 1 and sum(stands(one, before.frame, now) for one in lines) >= _STAYS * len(lines)


def _own_box(scene: Scene, line: Line) -> Box:
    """The text's box, or that of the button it stands in: a button's outline is no pop-up's."""
    widget = scene.widget_at(line.box.center)
    if widget is None or scene.holds_several_lines(widget):
        return line.box
    return widget.box.grow(_BORDER).union(line.box)


def _window(scene: Scene, line: Line, fresh: Sequence[Line]) -> Box | None:
    """From a new title bar down to the last new text below it."""
    bar = title_bar_around(scene, line)
    if bar is None:
        return None
    below = (one.box for one in fresh if one.box.top >= bar.top and bar.gap_across(one.box) == 0)
    bottom = max((box.bottom for box in below), default=line.box.bottom)  # which may begin above its bar
    return Box(bar.left, bar.top, bar.width, bottom + line.box.height - bar.top)


def _is_old(before: Scene, box: Box, fresh: Sequence[Line]) -> bool:
    """Whether a widget was there: its outline is new since it got the focus.

    A ring around all its sides makes it larger; so may a list be that opens over it, with several new texts.
    """
    boxes = [widget.box for widget in before.widgets]
    return any(
        all(abs(side - same) <= _SAME_EDGE for side, same in zip(one, box, strict=True)) for one in boxes
    ) or (len(fresh) <= 1 and any(_has_edges_of(box, one) for one in boxes))


def _has_edges_of(one: Box, other: Box) -> bool:
    misses = one.left - other.left, one.top - other.top, one.right - other.right, one.bottom - other.bottom
    return all(abs(miss) <= _SAME_EDGE for miss in misses)


def _is_in_field(before: Scene, line: Line) -> bool:
    widget = before.widget_at(line.box.center)
    return widget is not None and widget.is_field


def _columns(lines: Sequence[Line]) -> list[Box]:
    """The boxes around columns of two texts or more, each close below the other."""
    boxes: list[tuple[Box, int, int]] = []
    for line in sorted(lines, key=lambda line: line.box.top):
        for index, (box, left, count) in enumerate(boxes):
            gap = line.box.center.y - (box.bottom - line.box.height / 2)
            if abs(left - line.box.left) <= _ASTRAY and gap <= _ENTRY_GAP * line.box.height:
                boxes[index] = (box.union(line.box), left, count + 1)
                break
        else:
            boxes.append((line.box, line.box.left, 1))
    return [box for box, _, count in boxes if count > 1]


def _moves_nothing(before: Scene, now: Scene, boxes: Sequence[Box]) -> bool:
    # One sign may be a button in a title bar, which is drawn otherwise when its window loses the focus.
    texts = [line for line in before.lines if len(line.text) > 1]
    around = [line for line in texts if not any(box.overlap(line.box).area for box in boxes)]
    stay = sum(stands(line, before.frame, now) for line in around)
    return stay >= _STAYS * len(around)
