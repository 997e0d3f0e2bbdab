"""Texts of a recording that are no targets, which a drift can alter: questions, headings, values.

A replay that acts on although one of them says something else has acted on another screen than the recorded
one. In recorded pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.targets import DriftTarget, since_when
from agent.replay.live.compare.screens.counted import says_something
from tools.action import point_of
from tools.ocrtext.same import same

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from agent.drift.kinds import GroupChange
    from agent.recording.trajectory import RecordedAction
    from tools.geometry import Box, Point
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line

_LETTERS = 3
"""That a text has at least; what is shorter may be an icon."""
_MORE = 3
"""So many texts are other ones besides the first where another record is open."""
_LONGER, _LARGER = 2, 1.3
"""By so much two texts that are exchanged may differ: in signs, in height."""


def texts_of(
    trajectory: Sequence[RecordedAction], targets: Sequence[DriftTarget], parser: ScreenParser
) -> list[DriftTarget]:
    """The texts that are seen before each action, save the captions of targets.

    The caption of a target that is clicked later is judged when it is clicked, and only then.

    Args:
        trajectory: What was recorded.
        targets: Those of its clicks.
        parser: Reads frames.
    """
    return [
        text
        for at, recorded_action in enumerate(trajectory)
        for line in says_something(parser.read(recorded_action.before), ())
        if _is_altered(line, targets) and (text := _text(trajectory, at, line)) is not None
    ]


def any_step(texts: Sequence[DriftTarget], draw: random.Random) -> DriftTarget:
    """One of the texts: of any action alike, and as often one that has just come up as one of the others.

    A question is one text among twenty, and the one that matters.
    """
    at = draw.choice(sorted({text.at for text in texts}))
    here = [text for text in texts if text.at == at]
    new = [text for text in here if text.since == at]
    return draw.choice(new if new and draw.random() < 0.5 else here)  # noqa: PLR2004  (half of them)


def group_of(
    how: GroupChange, texts: Sequence[DriftTarget], targets: Sequence[DriftTarget], draw: random.Random
) -> list[DriftTarget]:
    """Texts of one screen that are altered together; none where a change finds none.

    Args:
        how: The change.
        texts: All that may be altered.
        targets: What is clicked.
        draw: Decides which.
    """
    if how == "names_swapped":
        return _names(texts, targets, draw)
    fitting = texts if how != "swapped" else [text for text in texts if _exchangeable(text, texts)]
    if not fitting:
        return []
    first = any_step(fitting, draw)
    if how == "inserted":
        return [first]
    if how == "swapped":
        return [first, draw.choice(_exchangeable(first, texts))]
    others = [text for text in texts if text.at == first.at and text is not first]
    return [first, *draw.sample(others, min(len(others), _MORE))]


def _names(
    texts: Sequence[DriftTarget], targets: Sequence[DriftTarget], draw: random.Random
) -> list[DriftTarget]:
    """A text in the row of a target when that is clicked, and one in its column, in another row."""
    pairs = [
        [text, other]
        for target in targets
        for text in texts
        if text.at == target.at and text.label.same_row(target.label)
        for other in _exchangeable(text, texts)
        if not other.label.same_row(text.label)
    ]
    return draw.choice(pairs) if pairs else []


def _exchangeable(text: DriftTarget, texts: Sequence[DriftTarget]) -> list[DriftTarget]:
    """Others of its screen, in its row or its column, as large and about as long: names in a list."""
    return [
        other
        for other in texts
        if other.at == text.at
        and not same(other.text, text.text)
        and _is_beside(text.label, other.label)
        and max(len(other.text), len(text.text)) <= _LONGER * min(len(other.text), len(text.text))
    ]


def _is_beside(one: Box, other: Box) -> bool:
    low, high = sorted((one.height, other.height))
    in_column = abs(one.left - other.left) <= low // 2
    return high <= _LARGER * low and (in_column or one.same_row(other))


def _is_altered(line: Line, targets: Sequence[DriftTarget]) -> bool:
    letters = sum(map(str.isalpha, line.text))
    return letters >= _LETTERS and not any(same(line.text, target.text) for target in targets)


def _text(trajectory: Sequence[RecordedAction], at: int, line: Line) -> DriftTarget | None:
    """The text before an action; None where one of the actions goes to it, which the picture would take."""
    box = line.box.grow(2).clip(trajectory[at].before.size)
    since = since_when(trajectory, at, box)
    wide = box.grow(box.height)
    if any(wide.contains(point) for point in _points(trajectory[max(0, since - 1) : at + 1])):
        return None
    return DriftTarget(
        at=at,
        since=since,
        point=line.box.center,
        name=f'"{line.text}"',
        text=line.text,
        label=line.box,
        target=line.box,
        box=box,
        recorded=trajectory[at].before,
    )


def _points(actions: Sequence[RecordedAction]) -> Iterator[Point]:
    yield from (point for one in actions if (point := point_of(one.action)) is not None)
