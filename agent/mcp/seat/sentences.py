"""Sentences of a client, carried out by the embedded model as the steps of a task are: each is checked."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import BadInput, MalformedCall
from agent.interactive.written import written_run
from agent.mcp.seat.effect import PAINTED_OVER, news
from agent.mcp.seat.turns import Told, Turn, Unfit, place_of, undone
from agent.mcp.seat.wording import named
from agent.model import Prompt
from agent.model import Turn as Message
from agent.models import new_model
from agent.protocol.grounding import ground
from agent.protocol.toolcall import AnswerCall, TerminateCall, parse_tool_call, thought_line
from agent.redact.references import BEGINS
from tools.action import Click, Move, Wait
from tools.settling.recheck import objection
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from agent.episode import Step
    from agent.mcp.seat.frames import Shown
    from agent.mcp.seat.requests import Steps
    from agent.model import Completion, Feedback, Model
    from agent.task import Task
    from tools.action import Action
    from tools.geometry import Point
    from tools.observation import Observation
    from tools.see.parser import ScreenParser

_PATIENCE = 1.0
"""Seconds that a sentence waits for what is not there: the client may look, and ask again."""
_AT_ONCE = 0.001
_PLACE = re.compile(r"(?<=tep \d )\(line \d+: |(?<=tep \d\d )\(line \d+: ")
"""Where a sentence stands in the file that was written for it."""
_FEEDBACK: dict[str, Feedback] = {"done": "done", "dropped": "dropped", "refused": "refused"}


class Sentences:
    """Writes sentences down as a task, and makes sure that they are steps.

    Args:
        folder: gets their files.
        secrets: names that they may use.
        known: values of the desktop's task, by the names of its variables.
    """

    def __init__(self, folder: Path, secrets: Sequence[str], known: Mapping[str, str] | None = None) -> None:
        self._folder, self._secrets, self._known, self._count = folder, secrets, known or {}, 0

    def model(
        self, sentences: Sequence[str], values: Mapping[str, str], patience: float = _PATIENCE
    ) -> Model:
        """An embedded model of its own that is to carry them out.

        Raises:
            Unfit: one is none that it understands.
        """
        model = new_model("reader")
        try:
            task = self._task(sentences, values, patience)
            model.check(task)
        except BadInput as fault:
            raise Unfit(str(fault).replace(f"{self._path}:", "")) from None
        finally:
            self._path.unlink(missing_ok=True)  # what is done is recorded; a refused one may hold a secret
        model.start(task)
        return model

    @property
    def _path(self) -> Path:
        return self._folder / f"steps-{self._count:03}.yaml"

    def _task(self, sentences: Sequence[str], values: Mapping[str, str], patience: float) -> Task:
        self._count += 1
        limits = {"wait": patience}
        run = written_run(self._path, "steps", sentences, {**self._known, **values}, self._secrets, limits)
        return run.resolve(self._folder / "workdir")

    def find(self, target: str, shown: Shown) -> Point:
        """The point of a target on a frame.

        Raises:
            Unfit: it is not there, or there are several; the message says what is.
        """
        model = self.model([f"Click {named(target)}"], {}, _AT_ONCE)
        while True:
            reply = model.complete(_prompt(shown, "none"))
            action = _action(reply, shown)
            if action is None:
                raise Unfit(_reason(reply))
            if isinstance(action, Click | Move):
                return action.point
            time.sleep(_AT_ONCE)


class SpokenActs:
    """Sentences on their way.

    Args:
        shown: the frame that the client saw; None: it does not matter.
        model: carries them out.
        look: shows the screen.
        steps: the request: how long it may take, and what of it can't be seen.
        parser: reads what came up.
        is_cancelled: whether the client wants it no more.
    """

    def __init__(
        self,
        shown: Shown | None,
        model: Model,
        look: Callable[[], Shown],
        steps: Steps,
        parser: ScreenParser,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._shown, self._model, self._look, self._parser = shown, model, look, parser
        self._hides = any(BEGINS in sentence for sentence in steps.sentences)
        self._until, self._is_cancelled = time.monotonic() + steps.seconds, is_cancelled
        self._has_acted = False
        self._at: tuple[int, int] | None = None

    def turn(self, last: Step | None) -> Turn | Told:
        """The embedded model's next act, or what came of the sentences."""
        if last is not None and last.outcome == "denied":
            return self._ended(undone(last) or Told("denied"))
        self._heed(last)
        if (late := self._late()) is not None:
            return late
        shown = self._look()
        reply = self._model.complete(_prompt(shown, _feedback(last)))
        action = _action(reply, shown)
        if action is None:
            return self._told(reply)
        if self._shown and not self._has_acted and not isinstance(action, Wait | Move):
            self._check_standing(action, self._shown.observation, shown.observation)
        return Turn(shown.observation, replace(reply, judged=(), follows=None, aside=""))

    def _heed(self, last: Step | None) -> None:
        acts = last is not None and last.action is not None and not isinstance(last.action, Wait | Move)
        if last is not None and acts and (last.outcome == "done" or last.partly):
            self._has_acted = True
            self._at = place_of(last) or self._at

    def _late(self) -> Told | None:
        if self._is_cancelled():
            return self._ended(Told("refused", None, "the client wants it no more"))
        if time.monotonic() > self._until:
            return self._ended(Told("refused", None, "the time for it is over"))
        return None

    def _check_standing(self, action: Action, before: Observation, after: Observation) -> None:
        """Make sure that where the first act takes hold is as the client saw it.

        Raises:
            Unfit: it is not.
        """
        if before.frame.size != after.frame.size:
            raise Unfit("the screen's size has changed; decide again on the new picture")
        found = boxes(before.frame, after.frame, changed(before.frame, after.frame))
        if told := objection(action, after.pointer, after.frame.size, found, ()):
            raise Unfit(f"{told}; nothing was done; decide again on the new picture")

    def _told(self, reply: Completion) -> Told:
        said = _reason(reply)
        call = parse_tool_call(reply.text)
        if isinstance(call, TerminateCall) and call.status == "failure":
            return self._ended(Told("refused", None, said))
        if "no effect seen" in said:
            return self._with_news(Told("done", "none", said, self._at))
        if self._hides:
            return self._with_news(Told("done", "unverifiable", PAINTED_OVER, self._at))
        return self._with_news(Told("done", "confirmed", "", self._at))

    def _ended(self, told: Told) -> Told:
        """As told, but that something was done where it was."""
        if not self._has_acted:
            return told
        return self._with_news(replace(told, status="failed", effect="unverifiable", at=self._at))

    def _with_news(self, told: Told) -> Told:
        before, after = self._shown, self._look()
        if before is None or before.name == after.name:
            return told
        appeared, gone = news(before.observation.frame, after.observation.frame, self._parser)
        return replace(told, appeared=appeared, gone=gone)


def _prompt(shown: Shown, feedback: Feedback) -> Prompt:
    return Prompt("", (Message("user", (shown.observation.frame,)),), feedback)


def _feedback(last: Step | None) -> Feedback:
    if last is None:
        return "none"
    return "partly" if last.partly else _FEEDBACK.get(last.outcome, "malformed")


def _action(reply: Completion, shown: Shown) -> Action | None:
    """What a reply does on the desktop; None: it ends the sentences."""
    try:
        call = parse_tool_call(reply.text)
    except MalformedCall as slip:
        raise Unfit(str(slip)) from None
    ends = isinstance(call, TerminateCall | AnswerCall)
    return None if ends else ground(call, shown.observation.frame.size)


def _reason(reply: Completion) -> str:
    """Why, without the place in a file that the client does not have."""
    return _PLACE.sub("(", thought_line(reply.text)) or "it can't be done"
