"""A recording as a model: it replies with the recorded calls, each at the place where its target is now.

When the screen is as it was recorded, it replies at once and nothing is read. Where it differs, the last act
must be seen to have done what it did then (`Witness`), and the next target must be found for certain
(`Target`); until both hold it waits for the screen to change, and when its patience ends it halts.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.grounding import to_grid
from agent.healing.proposal import Pointed
from agent.model import Completion, RawReply
from agent.models.reader.reply import wait
from agent.protocol import TOOL_NAME
from agent.retrace.agreement import differences, touches
from agent.retrace.heals import Heals
from agent.retrace.place import Nowhere, Place, Target
from agent.retrace.route import route_of
from agent.retrace.scenes import Scenes
from agent.retrace.witness import Witness
from agent.retrace.wording import Wording
from agent.toolcall import AnswerCall, TerminateCall
from tools.action import Click, Drag, Move, Type, point_of
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.healing.healer import Healer
    from agent.model import Feedback, Prompt
    from agent.models.reader.look import Eye
    from agent.recording.reading import Recording
    from agent.retrace.masks import Mask
    from agent.retrace.route import Waypoint
    from agent.task import Task
    from tools.geometry import Box
    from tools.observation import Frame

PATIENCE = 10.0
"""Seconds that the recorded state may take to appear."""
_LOOK_AGAIN = 2.0
"""Seconds that one of the looks in that time waits for a change, at most."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a recording is gone again."""

    wording: Wording = Wording()  # noqa: RUF009  (frozen)
    masks: tuple[Mask, ...] = ()
    patience: float = PATIENCE
    healer: Healer | None = None
    """Finds a target that no rung found; None: the replay halts there."""


@dataclass(frozen=True, slots=True)
class _Done:
    """An act of this run."""

    before: Frame
    """The screen that it was decided on."""
    clicked: Point | None
    """Where the last click was, this act's included."""
    healed: bool
    """Whether its target may have another text than the recorded one."""


_LINGER = 0.3
"""Seconds that the last look waits for a change: a question that the program asks late is no success."""
_SUCCESS: dict[str, object] = {"action": "terminate", "status": "success"}


class RetraceModel:
    """Goes a recording's way again. One episode at a time.

    Args:
        recording: what was done.
        choices: new wording, masks, patience.
        upto: the last recorded step that is done again, for a fork; None: all, of a run that passed.
        eye: reads frames; by default `tools.reading.shared_reader`, loaded when a frame has to be read.
        clock: monotonic seconds.

    Raises:
        BadRecording: the recorded run did not pass, or did nothing.
    """

    answers = False

    def __init__(
        self,
        recording: Recording,
        choices: Choices = Choices(),
        upto: int | None = None,
        eye: Eye | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"recording:{recording.folder.name}"
        self.route = route_of(recording, upto)
        self._recording, self._choices, self._clock = recording, choices, clock
        self._scenes = Scenes(eye)
        self._forks = upto is not None
        self._begin()

    def start(self, task: Task) -> None:
        """Go back to the first step."""
        del task
        self._begin()

    def prepare(self) -> None:
        """Load the healer; what reads is loaded when something has to be read."""
        if self._choices.healer:
            self._choices.healer.prepare()

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for.

        Only where the last act has a recorded change that can be seen in full: a screen that was to stay as
        it is says nothing about whether the program is done.
        """
        expected = self._expected
        if expected is None or frame.size != expected.size or self._is_over() or self._is_doubted(frame):
            return False
        return self._is_told_apart(expected) and not self._news(expected, frame)

    def complete(self, prompt: Prompt) -> Completion:
        """The next recorded call, or a wait for the screen to become what it was.

        Raises:
            Halted: it does not.
        """
        began = self._clock()
        self._heed(prompt.feedback)
        frame = prompt.frame
        doubt = self._doubt(frame)
        place = self._place(frame) if doubt is None else Nowhere(doubt)
        replies: tuple[RawReply, ...] = ()
        if isinstance(place, Nowhere) and doubt is None and self._left() <= 0:
            place, replies = self._healed(frame, place)
        text = self._wait(frame, place.why) if isinstance(place, Nowhere) else self._go(frame, place)
        return Completion(text, timing={"matching": self._clock() - began}, replies=replies)

    def _is_over(self) -> bool:
        """Whether only something that is not recorded could still come up."""
        return self._at == len(self.route) and self._lingered

    def _is_doubted(self, frame: Frame) -> bool:
        """Whether this is the screen that the last wait was about."""
        return self._doubted is not None and not differences(self._doubted, frame)

    def _begin(self) -> None:
        self._at = 0
        self._arrived = False
        self._lingered = self._forks
        self._trail: list[_Done] = []
        self._allowed: list[Box] = []
        self._waiting: float | None = None
        self._doubted: Frame | None = None
        self.heals = Heals(self._recording, self._choices.healer)
        self._witness = Witness(self.route, self._scenes, self._choices.wording)

    @property
    def arrived(self) -> bool:
        """Whether all was done and seen to be done."""
        return self._arrived

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return {waypoint.step: done.before for waypoint, done in zip(self.route, self._trail, strict=False)}

    @property
    def waiting(self) -> bool:
        """Whether the last reply was only a wait."""
        return self._waiting is not None

    @property
    def _expected(self) -> Frame | None:
        """The recorded screen that comes next; None when none of its steps is done again."""
        if not self.route:
            return None
        return self.route[self._at].before if self._at < len(self.route) else self.route[-1].after

    def _heed(self, feedback: Feedback) -> None:
        """What became of the last act: one that was dropped is decided again."""
        if feedback in ("refused", "malformed"):
            raise Halted(self._told(f"the recorded action was {feedback}"))
        if feedback == "dropped" and self._waiting is None and self._at > 0:
            self._at -= 1
            self._trail.pop()

    def _news(self, expected: Frame, frame: Frame) -> list[Box]:
        """Where a frame differs from the recorded one, apart from where it may."""
        return differences(expected, frame, [*self._allowed, *self._masked()])

    def _masked(self) -> list[Box]:
        step = self.route[self._at].step if self._at < len(self.route) else None
        return [mask.box for mask in self._choices.masks if mask.step in (None, step)]

    def _is_told_apart(self, expected: Frame) -> bool:
        """Whether the last act's recorded change shows that it is done, where nothing else may differ."""
        if self._at == 0:
            return True
        change = differences(self.route[self._at - 1].before, expected, self._masked())
        return bool(change) and not any(touches(box, self._allowed) for box in change)

    def _doubt(self, frame: Frame) -> str | None:
        """What speaks against going on; None: the last act has done what it did when it was recorded."""
        if frame.size != self._recording.header.size:
            was = self._recording.header.size
            return f"the screen is {frame.size.width}x{frame.size.height}, and was {was.width}x{was.height}"
        expected = self._expected
        if expected is None:
            return None
        clear = self._is_told_apart(expected) or self._is_still(expected, frame)
        doubt = None if clear and not self._news(expected, frame) else self._objection(expected, frame)
        if doubt is None and self._at > 0:
            self.heals.confirm(self.route[self._at - 1].step, frame)
        return doubt

    def _objection(self, expected: Frame, frame: Frame) -> str | None:
        """What speaks against going on, by reading the screen."""
        if self._at == 0:
            doubt = self._witness.objection_at_start(frame)
        else:
            last = self._trail[-1]
            doubt = self._witness.objection(
                self._at - 1, last.before, frame, last.clicked, healed=last.healed
            )
        if doubt is None:
            self._allowed = differences(expected, frame)
        return doubt

    def _is_still(self, expected: Frame, frame: Frame) -> bool:
        """Whether nothing was to change, and the screen is the recorded one in every pixel but a caret's."""
        change = differences(self.route[self._at - 1].before, expected)
        return not change and not differences(expected, frame)

    def _place(self, frame: Frame) -> Place | Nowhere:
        """Where the next act takes hold."""
        if self._at == len(self.route):
            return Place(Point(0, 0), "the end")
        waypoint = self.route[self._at]
        point = point_of(waypoint.action)
        if point is None:
            return Place(Point(0, 0), "by the keyboard")
        masks = [box for box in self._masked() if not box.contains(point)]
        if not differences(waypoint.before, frame, masks):
            return Place(point, "the screen is as it was")
        found = Target(waypoint.before, point, self._scenes, self._choices.wording).find(frame)
        other = self.heals.known(waypoint.step)
        if isinstance(found, Nowhere) and other is not None:
            found = Target(*other, self._scenes, self._choices.wording).find(frame)
            if isinstance(found, Place):
                found = replace(found, how=f"an accepted heal, {found.how}", healed=True)
        if isinstance(found, Nowhere) and self._is_harmless():
            return Place(point, "the same point of the screen")
        return found

    def _healed(self, frame: Frame, nowhere: Nowhere) -> tuple[Place | Nowhere, tuple[RawReply, ...]]:
        """What the healer finds, where there is one; it is asked once a step."""
        waypoint = self.route[self._at]
        at = point_of(waypoint.action)
        wording = self._choices.wording
        # Another value may have another target: what reads as it did is then the wrong one.
        healable = at is not None and wording.spoken(waypoint.sentence) == waypoint.sentence
        found = self.heals.heal(waypoint, at, frame) if at is not None and healable else None
        if found is None or self._choices.healer is None:
            return nowhere, ()
        replies = (RawReply(role="heal", model=self._choices.healer.name, text=found.words),)
        if isinstance(found, Pointed):
            return Place(found.point, f"healed, {'; '.join(found.proof)}", healed=True), replies
        return Nowhere(f"{nowhere.why}; not healed: {found.why}"), replies

    def _is_harmless(self) -> bool:
        """Whether the next act only puts the mouse somewhere, and nothing is dragged from there."""
        following = self.route[self._at + 1 : self._at + 2]
        drags = any(isinstance(waypoint.action, Drag) for waypoint in following)
        return isinstance(self.route[self._at].action, Move) and not drags

    def _go(self, frame: Frame, place: Place) -> str:
        """The reply that carries out the next act at that place."""
        self._waiting = self._doubted = None
        if self._at == len(self.route) and not self._lingered:
            self._lingered = True
            return wait(_LINGER, "All is done; does anything more come up?").render(frame.size)
        if self._at == len(self.route):
            self._arrived = True
            call = self._recording.steps[-1].call
            end = call.model_dump() if isinstance(call, AnswerCall | TerminateCall) else _SUCCESS
            return _reply(f"All {len(self.route)} recorded actions were done again.", "End.", end)
        waypoint = self.route[self._at]
        clicked = self._trail[-1].clicked if self._trail else None
        clicked = place.point if isinstance(waypoint.action, Click) else clicked
        self._trail.append(_Done(frame, clicked, place.healed))
        self._at += 1
        thought = f"As in step {waypoint.step} of the recording: {place.how}."
        sentence = self._choices.wording.spoken(waypoint.sentence)
        return _reply(thought, sentence, self._arguments(waypoint, place, frame))

    def _arguments(self, waypoint: Waypoint, place: Place, frame: Frame) -> dict[str, object]:
        arguments: dict[str, object] = waypoint.call.model_dump(exclude_none=True)
        if isinstance(waypoint.action, Type):
            arguments["text"] = self._choices.wording.now(waypoint.action.text)
            self._witness.typed.append(str(arguments["text"]))
        at = point_of(waypoint.action)
        if at is not None and at != place.point:
            arguments["coordinate"] = to_grid(place.point, frame.size)
        return arguments

    def _left(self) -> float:
        """Seconds of patience that are left for this step; they count from the first call."""
        now = self._clock()
        if self._waiting is None:
            self._waiting = now
        return self._choices.patience - (now - self._waiting)

    def _wait(self, frame: Frame, why: str) -> str:
        """A wait for the screen to change.

        Raises:
            Halted: there was time enough.
        """
        self._doubted = frame
        left = self._left()
        if left <= 0:
            raise Halted(self._told(why))
        thought = f"It is not yet as it was recorded: {why}."
        return wait(min(left, _LOOK_AGAIN), thought).render(self._recording.header.size)

    def _told(self, why: str) -> str:
        """A halt, for a person: which step, why, and what can be done."""
        total, folder = len(self.route), self._recording.folder
        if self._at == total:
            where = f"after the last of {total} recorded actions"
        else:
            waypoint = self.route[self._at]
            sentence = self._choices.wording.spoken(waypoint.sentence)
            where = f"before step {waypoint.step} ({sentence} {self._at + 1} of {total})"
        return f"{folder}: {where}: {why}; nothing more was done"


def _reply(thought: str, sentence: str, arguments: dict[str, object]) -> str:
    call = json.dumps({"name": TOOL_NAME, "arguments": arguments}, ensure_ascii=False)
    return f"Thought: {thought}\nAction: {sentence}\n<tool_call>\n{call}\n</tool_call>"
