"""Script of a demonstration: frames and replies ready to be recorded, free of secrets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.demonstrate.replies import reply_to
from agent.demonstrate.secrecy import referred, refuse_pieces, shown
from agent.redact.frames import censor
from tools.action import Drag, Move, Type, point_of
from tools.host.redactions import Redactions
from tools.observation import Frame, Observation, Settled, differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.demonstrate.listener import HumanAction
    from agent.protocol.write import Reply
    from tools.action import Action
    from tools.geometry import Point
    from tools.see.parser import ScreenParser


@dataclass(frozen=True, slots=True)
class DemoStep:
    """One step of a demonstration: a screen, and the reply for what the person did on it."""

    observation: Observation
    reply: Reply
    seconds: float
    """Seconds since the step before was over."""


class DemoScript:
    """Script of one demonstration.

    Args:
        acts: the person's actions.
        last: the screen when it was over.
        secrets: values by name.
        parser: reads frames.
    """

    def __init__(
        self,
        acts: Sequence[HumanAction],
        last: Frame,
        secrets: Mapping[str, str],
        parser: ScreenParser,
    ) -> None:
        self._acts, self._last, self._secrets, self._parser = acts, last, secrets, parser
        self._redactions = Redactions(censor(secrets, parser))
        self._seen: Frame | None = None
        """The screen of the moment before, with nothing painted over."""

    def moments(self) -> list[DemoStep]:
        """All steps, in order.

        Raises:
            Halted: a secret would show.
        """
        texts = [act.gesture.action.text for act in self._acts if isinstance(act.gesture.action, Type)]
        refuse_pieces(texts, self._secrets)
        return [moment for index in range(len(self._acts)) for moment in self._of(index)]

    def covered(self, frame: Frame) -> Frame:
        """A frame with all secrets painted over."""
        return self._redactions.hide(frame)

    def is_new(self, frame: Frame) -> bool:
        """Whether a screen differs from that of the moment before; the first one does not."""
        before, self._seen = self._seen, frame
        return before is not None and (before.size != frame.size or bool(differing(before, frame).any()))

    def _of(self, index: int) -> Iterator[DemoStep]:
        act = self._acts[index]
        action, before = act.gesture.action, act.before.frame()
        began = self._acts[index - 1].gesture.ended if index else act.gesture.began
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
            self._redactions.add(shown(before, self._after(index)))

    def _after(self, index: int) -> Frame:
        """The screen after an act: the next that differs, for what was typed may come up late."""
        before = self._acts[index].before
        later = (packed for act in self._acts[index + 1 :] for packed in (act.unlit, act.before) if packed)
        return next((packed.frame() for packed in later if packed.pixels != before.pixels), self._last)

    def _moment(
        self, frame: Frame, pointer: Point | None, action: Action, seconds: float, unlit: Frame
    ) -> DemoStep:
        """One of them; what is pointed at is named as it was before the pointer lit it up."""
        covered = self.covered(frame)
        scene = self._parser.read(self.covered(unlit)) if point_of(action) is not None else None
        settled = Settled(quiet=True, changed=self.is_new(frame))
        return DemoStep(Observation(covered, settled, pointer), reply_to(action, scene), seconds)
