"""Pop-ups during a task: which are open, and which of them an act of the task has opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from agent.models.reader.clicked import Clicked
from agent.models.reader.proposals import has_proposals
from agent.models.reader.steps import TypeStep
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.locate.candidates.front import can_be_answered
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.layout.popups import is_cut, is_painted, new_popups, still_open
from tools.locate.look import difference_box
from tools.see.text.saying import visible

if TYPE_CHECKING:
    from agent.models.reader.steps import ParsedStep
    from agent.protocol.toolcall import AnswerCall, TerminateCall
    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.observation import Frame
    from tools.see.scene import Popup, Scene, Widget

_EDITING = frozenset(("home", "end", "left", "right", "up", "down", "delete", "backspace", "a"))
"""Last keys of chords that move about in a field or change what it holds, and so open nothing."""
_LEAVING = frozenset(("tab", "enter", "escape"))
"""Last keys of chords after which the focus may be elsewhere."""
_HEAD = 3.0
"""Heights of a text between a field and what is made out of a calendar below it, whose head has a line of its
own, at most."""
_BORDER = 2
"""Pixels of a field's lower border, lit up, that seem to have come up with what hangs on it, at most."""
_NEAR, _WEEK, _MONTH = 16.0, 5, 20
"""Heights of a text that a calendar begins below its field, at most; columns of days in it, and days, at
least: some are not read."""


class _Act(NamedTuple):
    """What was done on a frame."""

    frame: Frame
    opens: bool
    """Whether what came up after it may have been opened by it."""
    awaits: str | None = None
    """What a step waits for that goes on without it too; something else comes by itself."""

    def is_awaited(self, popup: Popup) -> bool:
        """Whether what was waited for stands in a pop-up, as the step itself looks for it."""
        return self.awaits is not None and visible(self.awaits, popup.lines)


class OpenPopups:
    """The pop-ups that have come up since the task began and are still open.

    A pop-up is the task's own if it came up with an act that may open one (a click, a key, a new line), or
    while that act was waited for; and when something in it is clicked. A window may be painted in parts, its
    frame first: what came up is told from the screen that was last acted on, not from the last look.
    """

    def __init__(self) -> None:
        self._scene: Scene | None = None
        """The last one that was read."""
        self._acted_on: Scene | None = None
        """The one on which something was done last, waits left out."""
        self._acts: list[_Act] = []
        """What was done since then."""
        self._is_read = False
        """Whether a screen was read since the last of them."""
        self._last: _Act | None = None
        self._before: _Act | None = None
        """The act before the last one."""
        self._under: Scene | None = None
        """The one over which the first of those came up that were open last, or the first sure one."""
        self._clicked: Clicked | None = None
        """Where a field may have been clicked last: what hangs on it is the task's own."""
        self._opener: Point | None = None
        """Where the last act clicked, pointing and waiting left out; None where it was no click."""

    def found_on(self, scene: Scene) -> Scene:
        """The scene, with the pop-ups that are open on it, and without what they leave of fields."""
        earlier, new = self._came_over(scene)
        if earlier is not None:
            stay = [popup for popup in earlier.popups if still_open(popup, scene)]
            if len(stay) < len(earlier.popups):
                new = self._not_uncovered(new, scene)
            came = [
                replace(one, is_own=True, opener=self._opener) if self._is_own(one, scene) else one
                for one in new
                if one.is_sure or not any(_is_within(one, old) for old in stay)
            ]
            if not stay or (not any(map(_is_sure, stay)) and any(map(_is_sure, came))):
                self._under = earlier if came else None
            scene = replace(scene, popups=(*stay, *came))
        self._scene, self._is_read = scene, True
        return _without_rests(scene, self._clicked) if scene.popups else scene

    def did(
        self,
        act: Action | AnswerCall | TerminateCall,
        frame: Frame,
        *,
        expects: bool,
        awaits: str | None = None,
    ) -> None:
        """Remember what is being done.

        Args:
            act: What was decided.
            frame: On which frame.
            expects: Whether the step is one that waits for something to come up, and stops without it.
            awaits: What a step waits for that goes on without it too.
        """
        opens = expects or _opens(act, before=self._last is not None and self._last.opens)
        self._before, self._last = self._last, _Act(frame, opens, awaits)
        if self._is_read and not (self._acts and isinstance(act, Move | Wait)):
            self._acted_on, self._acts, self._is_read = self._scene, [], False
        self._acts.append(self._last)
        if not isinstance(act, Move | Wait):
            self._opener = act.point if isinstance(act, Click) else None
        if isinstance(act, Click | Drag | Scroll) or (isinstance(act, Key) and act.keys[-1] in _LEAVING):
            self._clicked = None
        if isinstance(act, Click | Drag) and self._scene is not None:
            self._clicked = Clicked(self._scene, act.point)
            self._scene = self._acted_on = replace(self._scene, popups=_used(self._scene.popups, act.point))

    def was_dropped(self) -> None:
        """Take the last act back: the screen had changed before it was done.

        It did so by itself, or the act before had led to nothing yet, and now it has.
        """
        if self._last is None:
            return
        self._last = _Act(self._last.frame, self._led_to_nothing(self._last.frame))
        if self._acts:
            self._acts[-1] = self._last

    def _led_to_nothing(self, frame: Frame) -> bool:
        """Whether the act before the last one may open something, and nothing of it is seen on a frame."""
        before = self._before
        return before is not None and before.opens and difference_box(before.frame, frame) is None

    def _came_over(self, scene: Scene) -> tuple[Scene | None, tuple[Popup, ...]]:
        """The earlier screen over which something came up, and what; where nothing did, the last one."""
        for earlier in (self._acted_on, self._scene) if self._acts else ():
            if earlier is not None and (new := new_popups(earlier, scene)):
                return earlier, new
        return self._scene, ()

    def _not_uncovered(self, new: tuple[Popup, ...], scene: Scene) -> tuple[Popup, ...]:
        """Of what seems to have come up, what was not there before what has closed now had covered it."""
        if self._under is None:
            return new
        came = new_popups(self._under, scene)
        return tuple(one for one in new if any(one.box.overlap(other.box).area for other in came))

    def _is_own(self, popup: Popup, now: Scene) -> bool:
        """Whether it hangs on the field that was clicked, or the last act before it may have opened it."""
        field = self._clicked.field if self._clicked else None
        hangs = field is not None and _hangs_on(popup, field.box, now.text_height)
        if hangs and (_is_calendar(popup) or not can_be_answered(now, popup)):
            return True
        before = [act for act in self._acts if not is_painted(popup, now.frame, act.frame)]
        return bool(before) and (before[-1].opens or before[-1].is_awaited(popup))

    def is_under_typed(self, scene: Scene, step: ParsedStep) -> bool:
        """Whether a calendar or a list of proposals is open at the field of one line that a step typed into.

        There a Tab goes on to the next field, and closes it.
        """
        field = self._typed_into(scene, step)
        if field is None or scene.holds_several_lines(field):
            return False
        high = scene.text_height
        below = [one for one in scene.popups if -_BORDER <= one.box.top - field.box.bottom <= _NEAR * high]
        hang = [
            one
            for one in below
            if one.covers and (_hangs_on(one, field.box, high) or _is_calendar_of(one, field.box, high))
        ]
        if hang or _are_days(below, field.box):
            return True
        return self._clicked is not None and has_proposals(field.box, self._clicked.scene, scene)

    def _typed_into(self, scene: Scene, step: ParsedStep) -> Widget | None:
        """The field of a step; where a placeholder named it, which is gone, the one that was clicked."""
        if not isinstance(step, TypeStep) or step.field is None:
            return None
        try:
            return find_field(scene, step.field)
        except NotFound:
            return self._clicked.field if self._clicked else None


def _without_rests(scene: Scene, clicked: Clicked | None) -> Scene:
    """The scene without what a pop-up leaves of fields; it may open beside the one that was clicked."""
    rests = [
        one for one in scene.widgets if any(popup.is_sure and is_cut(one, popup) for popup in scene.popups)
    ]
    field = clicked.field if rests and clicked else None
    kept = [one for one in scene.widgets if one not in rests or (field is not None and one.box == field.box)]
    return replace(scene, widgets=tuple(kept))


def _is_within(popup: Popup, old: Popup) -> bool:
    """Whether new texts are the next page of a dialog that is open."""
    return old.is_sure and popup.box.overlap(old.box) == popup.box


def _is_sure(popup: Popup) -> bool:
    return popup.is_sure


def _opens(act: Action | AnswerCall | TerminateCall, *, before: bool) -> bool:
    """Whether an act may open something; what is waited for is what the act before may have opened."""
    match act:
        case Click() | Drag():
            return True
        case Key(keys=keys):
            return keys[-1] not in _EDITING
        case Type(text=text):
            return "\n" in text
        case Move() | Wait():
            return before
    return False


def _used(popups: tuple[Popup, ...], point: Point) -> tuple[Popup, ...]:
    """The pop-ups after a click: what it went to is the task's own; what was opened before that stays so."""
    last = max((at for at, popup in enumerate(popups) if popup.box.contains(point)), default=-1)
    return tuple(
        replace(popup, is_own=popup.box.contains(point) or (popup.is_own and at < last))
        for at, popup in enumerate(popups)
    )


def _hangs_on(popup: Popup, field: Box, high: float) -> bool:
    """Whether a pop-up begins not far below a field, at its left edge."""
    return _is_right_below(popup, field, high) and abs(popup.box.left - field.left) <= high


def _is_right_below(popup: Popup, field: Box, high: float) -> bool:
    return popup.is_sure and -_BORDER <= popup.box.top - field.bottom <= _HEAD * high


def _is_calendar(popup: Popup) -> bool:
    """Whether a month stands in it, whose arrows may be seen as buttons: no question has so many numbers."""
    return sum(word.isdecimal() for line in popup.lines for word in line.text.split()) >= _MONTH


def _is_calendar_of(popup: Popup, field: Box, high: float) -> bool:
    """Whether it is a calendar right below a field, that begins left of its middle: with its shadow."""
    is_across = popup.box.left < field.center.x < popup.box.right
    return is_across and _is_right_below(popup, field, high) and _is_calendar(popup)


def _are_days(popups: list[Popup], field: Box) -> bool:
    """Whether columns of numbers begin below a field, as the days of a calendar without an outline."""
    days = [
        one
        for one in popups
        if one.box.left >= field.left and all(line.text.isdecimal() for line in one.lines)
    ]
    return len(days) >= _WEEK
