"""Healer: one grounding call for a target that was not found, and the proof that it may be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import MalformedCall, ModelFault
from agent.model import Prompt, Turn
from agent.protocol.grounding import ground
from agent.protocol.system import pointing_text
from agent.protocol.toolcall import AnswerCall, TerminateCall, parse_tool_call
from agent.replay.heal.position import stands_alike
from agent.replay.heal.proof import Case, Unproved
from agent.replay.heal.proposal import NotHealed, Pointed
from agent.usage import Usage
from tools.action import Click
from tools.crop import Crop
from tools.locate.aim import middle_of
from tools.locate.element import place_at
from tools.locate.layout.rows import is_entry

if TYPE_CHECKING:
    from agent.model import Completion, Model
    from tools.geometry import Point
    from tools.locate.element import Element
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

_SHOWN = 160
"""Pixels of the shorter side of the old crop that a model is shown, enlarged."""
_ZOOM = 3
_SNAP = 20
"""Pixels by which a click is moved to the middle of what it points at, at most."""


class Healer:
    """Points with a model, and believes it only with proof.

    Args:
        model: points; for one that sees no pictures, what stands around the target points.
        parser: reads the frames.
    """

    def __init__(self, model: Model, parser: ScreenParser) -> None:
        self.name = model.name
        self._model, self._parser = model, parser

    def prepare(self) -> None:
        """Load the model.

        Raises:
            ModelFault: it can't be.
        """
        self._model.prepare()

    def point(self, old: Frame, at: Point, intent: str, new: Frame) -> Pointed | NotHealed:
        """Where a target of an old frame is on a new one.

        Args:
            old: The recorded frame.
            at: The target on it.
            intent: What was to be done there, in words.
            new: The screen now.
        """
        before, after = self._parser.read(old), self._parser.read(new)
        target = place_at(before, at)
        if not self._model.sees:
            return _by_neighbours(before, target, after)
        try:
            reply = self._ask(old, at, intent, new)
        except ModelFault as fault:
            return NotHealed(f"the model {self.name} did not answer: {fault}", usage=fault.usage or Usage())
        try:
            found = _clicked(reply.text, new)
            thing = place_at(after, found)
            proof = Case(before, target, after, thing).prove(reply.text)
        except Unproved as fault:
            return NotHealed(str(fault), reply.text, reply.usage)
        point = middle_of(thing.box, found, _SNAP) if thing.box.contains(found) else thing.box.center
        return Pointed(point, thing.label, target.label, reply.text, proof, reply.usage)

    def _ask(self, old: Frame, at: Point, intent: str, new: Frame) -> Completion:
        """The model's reply.

        Raises:
            ModelFault: it gives none.
        """
        wanted = (
            f'What was done there: {intent} Say "Action: Click" and its caption of now, then click it. '
            "If it is not there, terminate with failure."
        )
        asked = (
            "This is a part of an earlier screenshot; what was clicked is in its middle.",
            Crop.around(at, _SHOWN, old.size, _ZOOM).picture(old),
            "This is the screen now; it may have another place, look or caption.",
            new,
            wanted,
        )
        return self._model.complete(Prompt(pointing_text(), (Turn("user", asked),), wanted="call"))


def _by_neighbours(before: Scene, target: Element, after: Scene) -> Pointed | NotHealed:
    """Where what stands around the target says that it is: for a model that sees no pictures."""
    if target.kind == "text" and is_entry(before, target.box):
        return NotHealed(f'"{target.label}" is an entry of a list, and its place says nothing about another')
    alike = stands_alike(before, target, after)
    if len(alike) != 1:
        return NotHealed(f"{len(alike) or 'no'} {target.kind}s stand where it stood among its neighbours")
    thing = alike[0]
    try:
        proof = Case(before, target, after, thing).prove(None)
    except Unproved as fault:
        return NotHealed(str(fault))
    words = f'"{thing.label}" stands to its neighbours as "{target.label}" did.'
    return Pointed(thing.box.center, thing.label, target.label, words, proof)


def _clicked(reply: str, frame: Frame) -> Point:
    """The point that a reply clicks, in the frame's pixels.

    Raises:
        Unproved: it clicks none.
    """
    try:
        call = parse_tool_call(reply)
    except MalformedCall as slip:
        raise Unproved(f"the model's reply is no click: {slip}") from None
    if isinstance(call, AnswerCall | TerminateCall):
        raise Unproved("the model does not find it")
    action = ground(call, frame.size)
    if not isinstance(action, Click):
        raise Unproved(f"the model's reply is no click: it is a {call.action}")
    return action.point
