"""Overlay drifts: a window with a picture of the altered target, or a dialog, is laid over the program.

A press on such a window is counted, and never reaches the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.changes import painting
from agent.drift.changes.fonts import usual_file
from agent.drift.changes.labels import another, rewritten
from agent.drift.changes.reword import reword, reword_text
from agent.drift.kinds import TEXT_CHANGES
from tools.geometry import Box, Size

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from agent.drift.kinds import TargetChange, TextChange
    from agent.drift.targets import DriftTarget
    from tools.observation import Frame
    from tools.x11.overlay import Overlays

Said = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Title, lines and buttons of a dialog."""
_QUESTIONS: tuple[Said, ...] = (
    ("Connection", ("The connection was lost.",), ("Retry", "Cancel")),
    ("Update", ("A new version is available. Install it now?",), ("Yes", "Later")),
    ("Warning", ("The disk is almost full.",), ("OK",)),
    ("Session", ("Your session is about to expire.",), ("Stay", "Log out")),
    ("Licence", ("The licence ends in three days.",), ("Renew", "Close")),
)
_APART = 6
"""Pixels of free ground around a copy."""


class PictureHook:
    """Hook that lays pictures over a screen, once and at one moment.

    Args:
        texts: what must be in sight then.
        at: number of actions before that moment.
        overlays: of the display.
    """

    def __init__(self, texts: Sequence[DriftTarget], at: int, overlays: Overlays) -> None:
        self._texts, self.at, self._overlays = texts, at, overlays
        self.told: str | None = None

    @property
    def pressed(self) -> int:
        """Presses on the pictures."""
        return self._overlays.touched()

    def open(self) -> None:
        """Nothing to do yet."""

    def look(self, done: int, frame: Frame) -> bool:
        """Lay the pictures over the screen when their time has come."""
        if self.told is not None or done != self.at or not all(text.is_shown(frame) for text in self._texts):
            return False
        self.told = self.cover(frame)
        return True

    def act(self, done: int, frame: Frame) -> None:
        """Nothing to do."""

    def cover(self, frame: Frame) -> str | None:
        """Lay them over it; what was done in words, None where it is impossible."""
        raise NotImplementedError


class OverlayDrift(PictureHook):
    """Hook that alters the target of one click, when it is to be clicked or as soon as it can be seen.

    Args:
        how: the alteration.
        target: the target, or a text that is none.
        overlays: of the display.
        draw: decides when, and to what.
    """

    def __init__(
        self, how: TargetChange | TextChange, target: DriftTarget, overlays: Overlays, draw: random.Random
    ) -> None:
        super().__init__((target,), draw.choice((target.since, target.at)), overlays)
        self._how, self._target, self._draw = how, target, draw

    def cover(self, frame: Frame) -> str | None:
        """Alter the target."""
        return self._told(self._cover(frame))

    def _cover(self, frame: Frame) -> str | None:
        """Alter the target; the new state in words, None where that is impossible."""
        box = self._target.box
        if self._how == "second_equal":
            return self._copy(frame)
        if self._how == "relabelled":
            box = self._target.label.grow(3).clip(frame.size).union(self._inside_label(box))
            return reword(frame, box, self._target, another(self._target.text, self._draw), self._overlays)
        if self._how in TEXT_CHANGES:
            new = rewritten(self._how, self._target.text, self._draw)
            return None if new is None else reword_text(frame, self._target, new, self._overlays)
        paint = painting.greyed if self._how == "disabled" else painting.emptied
        self._overlays.cover(box, paint(frame, box))
        return ""

    def _inside_label(self, box: Box) -> Box:
        """The whole target where its label stands in it, else only the label."""
        label = self._target.label
        return box if box.height < 3 * label.height and box.contains(label.center) else label

    def _copy(self, frame: Frame) -> str | None:
        """Show the target a second time where there is room on the same ground, else on any flat ground."""
        box = self._target.box
        grounds = (painting.ground_around(frame, box), painting.colours(frame, Box(0, 0, *frame.size))[0])
        for ground in grounds:
            places = painting.free_places(
                frame, Size(box.width + 2 * _APART, box.height + 2 * _APART), ground
            )
            if places:
                to = self._draw.choice(places).grow(-_APART)
                self._overlays.cover(to, frame.bgrx[box.slices].copy())
                return f"at ({to.center.x}, {to.center.y})"
        return None

    def _told(self, how: str | None) -> str | None:
        if how is None:
            return None
        when = "" if self.at == self._target.at else f" {self._target.at - self.at} actions before"
        return f"{self._target.name} {self._how.replace('_', ' ')} {how}".rstrip() + when


class DialogDrift:
    """Hook that opens a dialog of another program in the middle of a replay.

    Args:
        at: number of actions before it.
        late: whether it opens between the decision and the action instead of before the look.
        overlays: of the display.
        draw: decides what it says and where it stands.
        said: what it may say: title, lines, buttons.
    """

    def __init__(
        self,
        at: int,
        overlays: Overlays,
        draw: random.Random,
        said: Sequence[Said] = _QUESTIONS,
        *,
        late: bool,
    ) -> None:
        self.at, self._late, self._overlays, self._draw, self._said = at, late, overlays, draw, said
        self.told: str | None = None

    @property
    def pressed(self) -> int:
        """Presses on the dialog, and keys that went into it."""
        return self._overlays.touched()

    def open(self) -> None:
        """Nothing to do yet."""

    def look(self, done: int, frame: Frame) -> bool:
        """Open the dialog before the look."""
        return not self._late and self._show(done, frame)

    def act(self, done: int, frame: Frame) -> None:
        """Open the dialog between the decision and the action."""
        if self._late:
            self._show(done, frame)

    def _show(self, done: int, frame: Frame) -> bool:
        if self.told is not None or done != self.at:
            return False
        title, lines, buttons = self._draw.choice(self._said)
        picture = painting.dialog(lines, buttons, usual_file())
        height, width, _ = picture.shape
        left = self._draw.randint(0, frame.size.width - width - 2)
        top = self._draw.randint(0, frame.size.height - height - 30)
        self._overlays.dialog(Box(left, top, width, height), picture, title)
        when = "after the decision" if self._late else "before the look"
        self.told = f'"{" ".join((*lines, *buttons))}" at ({left}, {top}), {when}, after {done} actions'
        return True
