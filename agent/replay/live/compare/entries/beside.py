"""Texts beside each other: which stand in one row, and in which order, tells whose they are, in any look.

Of "Ada Lovelace, Dresden" and "Dresden, Ada Lovelace" each text is there, and so it is where two rows have
each other's ends. In another font or theme no place can be compared (`order`), but rows can. What was entered
in a field stands by its label, and beside nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.pairs import pairs_of
from tools.locate.layout.rows import is_column

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from agent.replay.live.compare.entries.pairs import Pair
    from agent.replay.live.compare.texts.said import Wording
    from tools.see.scene import Line, Scene


def beside_another(then: Scene, now: Scene, wording: Wording) -> str | None:
    """Which text stands in the row of another one than it did, or on the other side of one in its row.

    Args:
        then: The recorded screen.
        now: The present one, which has the same texts.
        wording: What may read otherwise.
    """
    then, now = (replace(scene, lines=_outside_fields(scene)) for scene in (then, now))
    pairs = [pair for pair in pairs_of(then, now, wording) if not wording.may_move(pair.was.box)]
    return (
        _turned_round(pairs, then)
        or _neighbours_turned_round(then, now, wording)
        or _crossed(pairs, then, now, wording)
    )


def _outside_fields(scene: Scene) -> tuple[Line, ...]:
    return tuple(line for line in scene.lines if not _is_entered(scene, line))


def _is_entered(scene: Scene, line: Line) -> bool:
    widget = scene.widget_at(line.box.center)
    return widget is not None and widget.is_field and not scene.holds_several_lines(widget)


def _turned_round(pairs: Sequence[Pair], then: Scene) -> str | None:
    """Two texts of a row in another order: not buttons, nor two columns that changed places as a whole."""
    rows = [
        (one, other)
        for one in pairs
        for other in pairs
        if one.was.box.right <= other.was.box.left
        and one.was.box.same_row(other.was.box)
        and one.line.box.same_row(other.line.box)
    ]
    turned = [row for row in rows if row[1].line.box.right <= row[0].line.box.left]
    for one, other in turned:
        if _is_button(then, one.was) and _is_button(then, other.was):
            continue
        like = [row for row in rows if row != (one, other) and _are_in_columns(_was(row), _was((one, other)))]
        if like and all(row in turned for row in like):
            continue
        at = one.line.box.center
        return f'"{other.line.text}" stands before "{one.line.text}" at ({at.x}, {at.y}), and stood behind it'
    return None


def _neighbours_turned_round(then: Scene, now: Scene, wording: Wording) -> str | None:
    """Likewise of what stands more than once: less often next to each other, more often the other way."""
    was, here = _neighbours(then), _neighbours(now)
    texts = dict.fromkeys(line.text for line in then.lines)
    names = {text: _recorded(text, texts, wording) for text in {line.text for line in now.lines}}
    counts = Counter((one.text, other.text) for one, other in was)
    counts_now = Counter((names[one.text], names[other.text]) for one, other in here)

    def is_turned(one: Line, other: Line) -> bool:
        row, turned = (one.text, other.text), (other.text, one.text)
        return counts_now[row] < counts[row] and counts_now[turned] > counts[turned]

    for one, other in was:
        if not is_turned(one, other) or (_is_button(then, one) and _is_button(then, other)):
            continue
        if any(wording.may_move(line.box) for line in (one, other)):
            continue
        like = [row for row in was if row != (one, other) and _are_in_columns(row, (one, other))]
        if not like or not all(is_turned(*row) for row in like):
            return f'"{other.text}" stands before "{one.text}", and stood behind it'
    return None


def _recorded(text: str, texts: Collection[str], wording: Wording) -> str:
    """What was recorded where a text stands now; the text itself where nothing was."""
    if text in texts and wording.says(text, text):
        return text
    return next((one for one in texts if wording.says(one, text)), text)


def _neighbours(scene: Scene) -> list[tuple[Line, Line]]:
    """Each text with the next one to its right in its row."""
    found = []
    for line, others in _beside(scene).items():
        behind = [one for one in others if one.box.left >= line.box.right]
        if behind:
            found.append((line, min(behind, key=lambda one: one.box.left)))
    return found


def _are_in_columns(row: tuple[Line, Line], columns: tuple[Line, Line]) -> bool:
    return all(is_column(one.box, column.box) for one, column in zip(row, columns, strict=True))


def _was(row: tuple[Pair, Pair]) -> tuple[Line, Line]:
    return row[0].was, row[1].was


def _is_button(scene: Scene, line: Line) -> bool:
    widget = scene.widget_at(line.box.center)
    return widget is not None and widget.kind == "button"


def _crossed(pairs: Sequence[Pair], then: Scene, now: Scene, wording: Wording) -> str | None:
    """A text that went from one row to another of its column, and has left its place to one of its column."""
    stood, stands = _beside(then), _beside(now)
    came = {pair: _strange(stands[pair.line], stood[pair.was], wording.says) for pair in pairs}
    for pair in pairs:
        went = _strange(stood[pair.was], stands[pair.line], lambda was, text: wording.says(text, was))
        for was, new in product(went, came[pair]):
            others = [one for one in pairs if is_column(one.was.box, pair.was.box)]
            is_elsewhere = any(wording.says(was.text, line.text) for one in others for line in came[one])
            if is_elsewhere and _is_of_column(new, was, then, wording):
                at, beside = new.box.center, f'beside "{pair.line.text}"'
                return f'"{new.text}" stands {beside} at ({at.x}, {at.y}), and "{was.text}" stood there'
    return None


def _is_of_column(new: Line, was: Line, then: Scene, wording: Wording) -> bool:
    """Whether a text stood in the column of another one on the recorded screen."""
    return any(wording.says(one.text, new.text) and is_column(one.box, was.box) for one in then.lines)


def _strange(lines: Sequence[Line], known: Sequence[Line], says: Callable[[str, str], bool]) -> list[Line]:
    """The lines that read as none of the others."""
    return [line for line in lines if not any(says(one.text, line.text) for one in known)]


def _beside(scene: Scene) -> Mapping[Line, Sequence[Line]]:
    """What stands in the row of each line."""
    found: dict[Line, list[Line]] = {line: [] for line in scene.lines}
    down = sorted(scene.lines, key=lambda line: line.box.top)
    for at, line in enumerate(down):
        for other in down[at + 1 :]:
            if other.box.top >= line.box.bottom:
                break
            if line.box.same_row(other.box):
                found[line].append(other)
                found[other].append(line)
    return found
