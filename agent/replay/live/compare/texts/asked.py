"""Questions: texts that came up with what is answered next, in which every number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes, touches
from agent.replay.live.compare.screens.counted import says_something
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.compare.texts.said import Wording
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.scene import Line

_DIALOG = 3
"""Heights of a text that a dialog is higher than; a lower change is a text that was exchanged."""
_BESIDE = 4
"""Heights of a text from a question to what answers it, at most."""


def is_asked(line: Line, then: Screens, target: Point | None) -> bool:
    """Whether a text came up together with what the next action takes hold of, or in what a key answers.

    Args:
        line: A recorded text.
        then: The recorded screens.
        target: Where the next action takes hold on the last of them; None: by the keyboard.
    """
    step = _came_up(line, then)
    if step is None:
        return False
    changed, beside = changes(*step), line.box.grow(_BESIDE * line.box.height)
    if target is not None:
        return any(box.contains(target) and touches(beside, [box]) for box in changed)
    return any(box.height > _DIALOG * line.box.height for box in changed if touches(line.box, [box]))


def an_old_value_is_asked(then: Screens, now: Screens, wording: Wording, target: Point | None) -> str | None:
    """Which question still holds a short value that is another one now; elsewhere one may stand by chance."""
    if not wording.substitutions.short:
        return None
    for was in says_something(then.present, wording.ignored):
        meant = wording.substitutions.with_short_values(was.text)
        if not meant or wording.stays(was) or any(_says(now, one) for one in meant):
            continue
        if _says(now, was.text) and is_asked(was, then, target):
            return f'"{was.text}" holds a recorded value, and was to be "{min(meant)}"'
    return None


def _says(screens: Screens, text: str) -> bool:
    """Whether the present screen shows a text, or showed it whole before it was covered in part."""
    lines = screens.present.lines
    return any(same(text, line.text) for line in lines) or any(
        same(text, screens.whole(line)) for line in lines
    )


def shows(screens: Screens, frame: Frame, line: Line) -> bool:
    """Whether a frame shows a text, wherever it stands."""
    return any(same(line.text, one.text) for one in screens.parser.read(frame).lines)


def _came_up(line: Line, screens: Screens) -> tuple[Frame, Frame] | None:
    """The frames before and after a text came up; not those between which it was only uncovered."""
    frames = (*screens.earlier, screens.present.frame)
    shown = [shows(screens, frame, line) for frame in frames]
    for at in reversed(range(len(screens.earlier))):
        if shown[at + 1] and not shown[at] and not screens.was_so(line.box, at):
            return frames[at], frames[at + 1]
    return None
