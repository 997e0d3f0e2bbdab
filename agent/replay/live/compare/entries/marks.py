"""Marks: check boxes and radio buttons that are on in one run and off in the other.

What is ticked beforehand decides what a button beside it does, whatever the texts say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.pairs import pairs_of
from agent.replay.live.compare.frame_diff import touches
from tools.locate.layout.labels import indicator_of

if TYPE_CHECKING:
    from agent.replay.live.compare.texts.said import Wording
    from tools.see.scene import Scene


def another_is_marked(then: Scene, now: Scene, wording: Wording) -> str | None:
    """Which indicator is on where it was off, or the other way round; of unsure ones nothing is said.

    Args:
        then: The recorded screen.
        now: The present one.
        wording: What may read otherwise; what a changed value chooses may be marked otherwise.
    """
    if not any(widget.is_indicator for widget in then.widgets):
        return None
    for pair in pairs_of(then, now, wording):
        was, mark = indicator_of(then, pair.was), indicator_of(now, pair.line)
        if was is None or mark is None or was.checked is mark.checked or None in (was.checked, mark.checked):
            continue
        if touches(mark.box, wording.ignored) or _is_a_value(pair.was.text, wording):
            continue
        return f'"{pair.line.text}" is {_named(mark.checked)}, and was {_named(was.checked)}'
    return None


def _is_a_value(caption: str, wording: Wording) -> bool:
    """Whether a caption holds a value that is another one in this run, the recorded or the present one."""
    changed = (*wording.substitutions.pairs, *wording.substitutions.values)
    return any(value in caption for pair in changed if pair[0] != pair[1] for value in pair)


def _named(on: bool | None) -> str:  # noqa: FBT001  (the state itself)
    return "on" if on else "off"
