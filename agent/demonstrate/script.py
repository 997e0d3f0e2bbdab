"""What a person did, made ready to be recorded: frames, replies, and nothing secret in either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.demonstrate.replies import reply_to
from agent.demonstrate.secrecy import referred, refuse_pieces, shown
from agent.runs.redact import read_on
from tools.action import Drag, Move, Type, point_of
from tools.observation import Frame, Monitor, Observation, Settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.demonstrate.listener import Act
    from agent.protocol.write import Call
    from tools.action import Action
    from tools.geometry import Point
    from tools.host.redactions import Masks
    from tools.see.parser import Eye


@dataclass(frozen=True, slots=True)
class Moment:
    """What was on the screen, and what the person did about it."""

    observation: Observation
    call: Call
    seconds: float
    """That they took for it, since they were done with the one before."""


class Script:
    """The moments of a demonstration.

    Args:
        acts: what was done.
        last: the screen when it was over.
        secrets: values by name.
        masks: gets what is to be painted over, for the screens that come after, too.
        eye: reads frames.
    """

    def __init__(
        self, acts: Sequence[Act], last: Frame, secrets: Mapping[str, str], masks: Masks, eye: Eye
    ) -> None:
        self._acts, self._last, self._secrets = acts, last, secrets
        self._masks, self._eye = masks, eye
        self._typed = False
        """Whether a secret was typed: from then on every frame is read for it."""

    def moments(self) -> list[Moment]:
        """All of them, in order.

        Raises:
            Halted: a secret would show.
        """
        texts = [act.gesture.action.text for act in self._acts if isinstance(act.gesture.action, Type)]
        refuse_pieces(texts, self._secrets)
        return [moment for place in range(len(self._acts)) for moment in self._of(place)]

    def covered(self, frame: Frame) -> Frame:
        """A frame with all secrets painted over."""
        covered = self._masks.apply(frame)
        if self._typed and (found := read_on(self._eye.read(covered), self._secrets)):
            self._masks.add(found)
            covered = self._masks.apply(frame)
        return covered

    def _of(self, place: int) -> Iterator[Moment]:
        act = self._acts[place]
        action, before = act.gesture.action, act.before.frame()
        began = self._acts[place - 1].gesture.ended if place else act.gesture.began
        seconds = act.gesture.ended - began
        hidden = action
        if isinstance(action, Type) and (text := referred(action.text, self._secrets)) != action.text:
            hidden = Type(text=text)
        approach = act.gesture.start if isinstance(action, Drag) else point_of(action)
        unlit = before if act.unlit is None else act.unlit.frame()
        if approach is not None and (act.unlit is not None or isinstance(action, Drag)):
            yield self._moment(unlit, act.pointer, Move(point=approach), 0.0, unlit)
        yield self._moment(before, approach or act.pointer, hidden, seconds, unlit)
        if hidden is not action:
            self._typed = True
            self._masks.add(shown(before, self._after(place)))

    def _after(self, place: int) -> Frame:
        """The screen after an act: the next that differs, for what was typed may come up late."""
        before = self._acts[place].before
        later = (packed for act in self._acts[place + 1 :] for packed in (act.unlit, act.before) if packed)
        return next((packed.frame() for packed in later if packed.pixels != before.pixels), self._last)

    def _moment(
        self, frame: Frame, pointer: Point | None, action: Action, seconds: float, unlit: Frame
    ) -> Moment:
        """One of them; what is pointed at is named as it was before the pointer lit it up."""
        covered = self.covered(frame)
        scene = self._eye.read(self.covered(unlit)) if point_of(action) is not None else None
        # A person who does the same again and again means it: the loop must not take it for being stuck.
        settled = Settled(quiet=True, changed=True)
        return Moment(
            Observation(covered, 0.0, Monitor(), settled, pointer), reply_to(action, scene), seconds
        )
