"""One grounding call for a target that no rung found, and the proof that what it points at may be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import MalformedCall, ModelFault
from agent.grounding import ground
from agent.healing.neighbours import stands_alike
from agent.healing.proposal import Pointed, Refusal
from agent.healing.thing import Thing, thing_at
from agent.model import Prompt, Turn
from agent.models.grounded.crop import Crop
from agent.models.reader.look import Look
from agent.models.reader.matching import contains, difference, plain
from agent.models.reader.model import ReaderModel
from agent.prompt import pointing_text
from agent.toolcall import AnswerCall, TerminateCall, parse_tool_call
from tools.action import point_of

if TYPE_CHECKING:
    from agent.model import Model
    from agent.models.reader.look import Eye
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.scene import Scene

_SHOWN = 160
"""Pixels of the shorter side of the old crop that a model is shown, enlarged."""
_ZOOM = 3
_LIKE_SIZE = 2.0
"""Something without a text may be so many times as large as it was, or as small."""


_UNDOING = frozenset(
    {"abort", "abbrechen", "cancel", "clear", "close", "delete", "discard", "dismiss", "erase", "exit"}
    | {"löschen", "nein", "no", "quit", "remove", "reset", "revert", "undo"}
)
"""A caption with one of these words is never taken for another name of one without."""


class Healer:
    """Points with a model, and believes it only with proof.

    Args:
        model: points; the embedded `reader` goes by what stands around the target.
        eye: reads the frames.
    """

    def __init__(self, model: Model, eye: Eye) -> None:
        self.name = model.name
        self._model, self._eye = model, eye

    def prepare(self) -> None:
        """Load the model.

        Raises:
            ModelFault: it can't be.
        """
        self._model.prepare()

    def point(self, old: Frame, at: Point, intent: str, new: Frame) -> Pointed | Refusal:
        """Where a target of an old frame is on a new one.

        Args:
            old: The recorded frame.
            at: The target on it.
            intent: What was to be done there, in words.
            new: The screen now.
        """
        before = self._eye.read(old)
        target = thing_at(before, at)
        if isinstance(self._model, ReaderModel):
            return self._by_neighbours(before, target, new)
        text, found = self._ask(old, at, intent, new)
        if isinstance(found, str):
            return Refusal(found, text)
        thing = thing_at(self._eye.read(new), found)
        proof = self._prove(target, thing, before, new, spoken=text)
        if isinstance(proof, str):
            return Refusal(proof, text)
        return Pointed(found, thing.label, target.label, text, proof)

    def _by_neighbours(self, before: Scene, target: Thing, new: Frame) -> Pointed | Refusal:
        alike = stands_alike(before, target, self._eye.read(new))
        if len(alike) != 1:
            count = len(alike) or "no"
            return Refusal(f"{count} {target.kind or 'text'}s stand where it stood among its neighbours")
        thing = alike[0]
        words = f'Click "{thing.label}": it stands to its neighbours as "{target.label}" did.'
        proof = self._prove(target, thing, before, new, spoken=words)
        if isinstance(proof, str):
            return Refusal(proof)
        told = "it is the only one that stands to its neighbours as before"
        return Pointed(thing.box.center, thing.label, target.label, words, (told, *proof))

    def _ask(self, old: Frame, at: Point, intent: str, new: Frame) -> tuple[str, Point | str]:
        """The model's reply, and the point or what is wrong with it."""
        crop = Crop.around(at, _SHOWN, old.size, _ZOOM).picture(old)
        asked = (
            "This is a part of an earlier screenshot; what was clicked is in its middle.",
            crop,
            "This is the screen now; it may have another place, look or caption.",
            new,
            f'What was done there: {intent} Say "Action: Click" and its caption of now, then click it.',
        )
        try:
            completion = self._model.complete(Prompt(pointing_text(), (Turn("user", asked),), wanted="call"))
        except ModelFault as fault:
            return "", f"the model {self.name} did not answer: {fault}"
        return completion.text, _place_in(completion.text, new)

    def _prove(
        self, old: Thing, new: Thing, before: Scene, frame: Frame, spoken: str
    ) -> tuple[str, ...] | str:
        """What speaks for it, or the first thing that speaks against it."""
        if old.kind != new.kind:
            return f"it is a {new.kind or 'text'}, and was a {old.kind or 'text'}"
        scene = self._eye.read(frame)
        named = _prove_name(old, new, before, scene, spoken)
        if isinstance(named, str):
            return named
        look = Look(frame, self._eye)
        lines = [line for line in scene.lines if new.box.contains(line.box.center)]
        if lines and all(look.is_dim(line) for line in lines):
            return f'"{new.label}" is greyed out'
        return (f"it is a {new.kind or 'text'} as before", *named, "it is in use, not greyed out")


def _prove_name(  # noqa: PLR0911  (one return a reason)
    old: Thing, new: Thing, before: Scene, scene: Scene, spoken: str
) -> tuple[str, ...] | str:
    if not old.label and not new.label:
        return _prove_size(old, new)
    count = _count(new.label, scene)
    if count > 1:
        return f'"{new.label}" stands {count} times on the screen'
    if new.label and old.label and difference(old.label, new.label) is not None:
        return (f'it reads "{new.label}", as before, and nothing else does',)
    if not new.label:
        return f'it has no text, and was called "{old.label}"'
    if old.label and _count(old.label, scene):
        return f'it reads "{new.label}", and "{old.label}" is on the screen elsewhere'
    if _count(new.label, before):
        return f'it reads "{new.label}", which was something else on the recorded screen'
    if _undoes(new.label) and not _undoes(old.label):
        return f'"{new.label}" takes something back, and "{old.label}" did not'
    if not contains(new.label, spoken):
        return f'it reads "{new.label}", and the model speaks of something else'
    return (
        f'it reads "{new.label}", nothing else does, and the model names it',
        f'"{old.label}" is nowhere on the screen',
    )


def _prove_size(old: Thing, new: Thing) -> tuple[str, ...] | str:
    ratio = max(new.box.area, 1) / max(old.box.area, 1)
    if not 1 / _LIKE_SIZE**2 <= ratio <= _LIKE_SIZE**2:
        return "it has no text, and is of another size"
    return ("it has no text, as before, and is of a like size",)


def _undoes(label: str) -> bool:
    return any(word in _UNDOING for word in plain(label).split())


def _count(label: str, scene: Scene) -> int:
    return sum(difference(label, line.text) is not None for line in scene.lines)


def _place_in(reply: str, frame: Frame) -> Point | str:
    """The point that a reply clicks, in the frame's pixels; or what is wrong with the reply."""
    try:
        call = parse_tool_call(reply)
    except MalformedCall as slip:
        return f"the model's reply is no click: {slip}"
    if isinstance(call, AnswerCall | TerminateCall):
        return "the model does not find it"
    point = point_of(ground(call, frame.size))
    return point if point is not None else "the model's reply names no place"
