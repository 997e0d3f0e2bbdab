"""`Seat`: a client at the two seams of a run. It decides as a model does, and the desktop waits for it.

So the use of a desktop by a client is an episode like any other: guard, rules, recorder, checks and verdict
are those of every run, and its recording replays without the client.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.mcp.seat.frames import ShownFrames
from agent.mcp.seat.looks import looked, read
from agent.mcp.seat.picture import encoded
from agent.mcp.seat.pointing import PointedActs, Waiting, actions_of
from agent.mcp.seat.requests import (
    Act,
    Answer,
    Approved,
    Asked,
    Close,
    Look,
    Pause,
    Read,
    Steps,
    Withdrawn,
)
from agent.mcp.seat.sentences import SpokenActs
from agent.mcp.seat.turns import Told, Turn, Unfit
from agent.model import Completion
from agent.protocol.write import finish
from agent.runs.attendance import Attendant

if TYPE_CHECKING:
    from agent.episode import Step
    from agent.loop import Ask
    from agent.mcp.line import Line
    from agent.mcp.seat.frames import Shown
    from agent.mcp.seat.requests import Request
    from agent.mcp.seat.sentences import Sentences
    from agent.mcp.seat.turns import Doing
    from agent.model import Prompt
    from agent.runs.question import Question
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Observation
    from tools.see.parser import ScreenParser


class Seat(Attendant):
    """A client at one desktop.

    Args:
        line: its requests come in, the answers go out.
        sentences: writes down what it wants in words.
        parser: reads frames.
        mark: of its frames, as `ShownFrames` has it.
    """

    def __init__(self, line: Line, sentences: Sentences, parser: ScreenParser, mark: str = "") -> None:
        self._line, self._sentences, self._parser = line, sentences, parser
        self._frames = ShownFrames(mark)
        self._waited = 0.0
        self._answer: Answer | None = None
        """Of the request before, until it is sent."""
        self._kept: Request | None = None
        """A request that came while a person was asked about the one before."""
        self._doing: Doing | None = None
        self._request: Request | None = None
        self._step: Step | None = None
        self._decided: Completion | None = None
        self._is_heard = True
        """Whether anybody waits for what comes of the request under way."""

    # The person at a run.

    @property
    def waited(self) -> float:
        """Seconds that the run has waited for the client."""
        return self._waited

    def until(self, until: float) -> float:
        """When what is under way is over: at once, when the client wants it no more."""
        return float("-inf") if self._is_cancelled() else until

    def desktop(self, desktop: Desktop, display: str | None, *, has_secrets: bool) -> Desktop:
        """The desktop, which is looked at when the client wants something done."""
        del display, has_secrets
        self._desktop = desktop
        return self

    def ask(self, ask: Ask, model: str) -> Ask:
        """Ask the client, who has decided."""
        del ask, model
        return self._complete

    def stepped(self, step: Step) -> None:
        """Note what became of the decision."""
        self._step = step

    def answer(self, question: Question) -> bool:
        """What the person at the client says to an act; whatever else the client wants is a no."""
        said = str(question)
        request = self._next(Asked(said))
        while request == self._request:
            request = self._next(Asked(said))
        if isinstance(request, Withdrawn):
            return False
        if isinstance(request, Approved) and request.question == said:
            return True
        self._kept, self._is_heard = request, False
        return False

    # The desktop, between the loop and the run's own.

    def observe(self) -> Observation:
        """What the next act was decided on, once the client wants one; all else is answered meanwhile."""
        while True:
            if self._doing is None:
                self._doing = self._begun(self._wanted())
                continue
            try:
                turn = self._doing.turn(self._taken_step())
            except Unfit as why:
                turn = Told("refused", None, str(why))
            if isinstance(turn, Turn):
                self._decided = turn.completion
                return turn.observation
            self._doing = None
            self._tell(turn)

    def execute(self, action: Action, seen: Observation) -> None:
        """Act."""
        self._desktop.execute(action, seen)

    def _complete(self, prompt: Prompt) -> Completion:
        del prompt
        assert self._decided is not None
        return self._decided

    def _taken_step(self) -> Step | None:
        step, self._step = self._step, None
        return step

    # The line.

    def _wanted(self) -> Request:
        """The next request, once the answer to the one before is sent."""
        if self._kept is not None:
            request, self._kept = self._kept, None
        else:
            request = self._next(self._answer or looked(Look(), self._frames, self.look))
        self._answer, self._request, self._is_heard = None, request, True
        return request

    def _next(self, message: Answer | Asked) -> Request:
        began = time.monotonic()
        request: Request = self._line.ask(message)
        self._waited += time.monotonic() - began
        return request

    def _is_cancelled(self) -> bool:
        return self._line.is_unwanted

    # Requests.

    def _begun(self, request: Request) -> Doing | None:
        """What is to be done about a request; None: it is answered."""
        match request:
            case Look():
                self._answer = looked(request, self._frames, self.look)
            case Read():
                self._answer = read(request, self.look(), self._parser, self._sentences.find)
            case Close():
                return _Leaving(self)
            case Pause(seconds=seconds):
                return Waiting(self.look, seconds, self._parser, self._is_cancelled)
            case Act() | Steps():
                try:
                    return self._acting(request)
                except Unfit as why:
                    self._tell(Told("refused", None, str(why)))
            case _:
                self._tell(Told("refused", None, "there is nothing that a person was asked about"))
        return None

    def _acting(self, request: Act | Steps) -> Doing:
        if isinstance(request, Act):
            shown = self._current(request.frame)
            actions = actions_of(request, shown, self._sentences.find)
            return PointedActs(shown, actions, self.look, self._parser)
        seen = None if request.frame is None else self._current(request.frame)
        model = self._sentences.model(request.sentences, dict(request.values))
        return SpokenActs(seen, model, self.look, request, self._parser, self._is_cancelled)

    def _current(self, name: str) -> Shown:
        """The frame of that name, which must be the one that was shown last.

        Raises:
            Unfit: it is not.
        """
        newest = self._frames.newest
        if newest is None or newest.name != name:
            latest = newest.name if newest else "none yet"
            raise Unfit(
                f"the frame {name!r} is not the newest one ({latest}); nothing was done; "
                "decide again on the new picture"
            )
        return newest

    def look(self) -> Shown:
        """The screen, once it has come to rest."""
        return self._frames.named(self._desktop.observe())

    def _tell(self, told: Told) -> None:
        shown = self.look()
        if self._is_heard:
            self._answer = Answer(told.acted(shown), encoded(shown.observation.frame))


class _Leaving:
    """The end, on a look of its own."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat

    def turn(self, last: Step | None) -> Turn | Told:
        """End the episode."""
        del last
        seen = self._seat.look().observation
        return Turn(seen, Completion(finish("The client is done.").render(seen.frame.size)))
