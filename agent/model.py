"""`Model` protocol, the seam to what decides: it is shown a prompt and replies with text."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict

from agent.usage import Usage

if TYPE_CHECKING:
    from pydantic import JsonValue

    from agent.judged import Judged
    from agent.task import Task
    from tools.observation import Frame

Role = Literal["user", "assistant"]
Feedback = Literal["none", "done", "dropped", "partly", "refused", "malformed"]
"""What became of the last reply: nothing yet, carried out, dropped because the screen had changed before
the act, carried out in part and then dropped, refused by the guard, not understood."""
Wanted = Literal["call", "point", "words"]
"""What kind of reply is asked for: any tool call; a click that names a place; free text."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message: texts and pictures in order."""

    role: Role
    parts: tuple[str | Frame, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that a model is shown for one decision. The last turn holds the current frame."""

    system: str
    turns: tuple[Turn, ...]
    feedback: Feedback = "none"
    """What became of this model's last reply, for models that keep their own place in the task."""
    wanted: Wanted = "call"
    """For models that can be held to a form."""
    seconds: float = math.inf
    """That the reply may take: the time of the run is over then."""

    @property
    def frame(self) -> Frame:
        """The current frame: the last one of the last turn."""
        from tools.observation import Frame  # noqa: PLC0415

        frames = [part for part in self.turns[-1].parts if isinstance(part, Frame)]
        if not frames:
            raise TypeError("the last turn of a prompt holds the current frame")
        return frames[-1]


class RawReply(BaseModel):
    """One of several replies that a completion was made of: a planner's, a grounder's second look."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    role: str
    """What it was asked for: `plan`, `ground`, `refine`, `vote`."""
    model: str
    text: str
    """Raw, whole."""
    usage: Usage = Usage()
    note: str = ""
    """What was made of it: the place it names in frame pixels, or why it was of no use."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's reply: its text, whole."""

    text: str
    usage: Usage = field(default_factory=Usage)
    timing: dict[str, float] = field(default_factory=dict)
    """Seconds by part of the work, as the model names them (the reader: `reading`)."""
    replies: tuple[RawReply, ...] = ()
    """The raw replies that the text was made of, in order, when it is not itself the one raw reply."""
    planned: bool = False
    """Whether it was decided before the episode: by the task's steps, or by a recording. Such a plan comes to
    its end, so what it repeats is meant, and where it waits it does no step."""
    aside: str = ""
    """What it is done for where it is no step that is always done: a conditional step, a dialog that came by
    itself. A live replay does not do it again, but what the screen asks for then."""
    judged: tuple[Judged, ...] = ()
    """What the task's sentences said of this look, in order; one that does not hold fails the episode."""
    follows: int | None = None
    """Index of the task's step that it carries out; None: the model keeps no place in them. Not recorded."""


class Model(Protocol):
    """Something that decides. One conversation at a time."""

    @property
    def name(self) -> str:
        """The name a user gives to `--model`."""
        ...

    @property
    def sees(self) -> bool:
        """Whether it looks at pictures: answers a question about a frame, points at what words mean in it."""
        ...

    def check(self, task: Task) -> None:
        """Make sure that it can do this task; nothing is begun, an episode under way goes on.

        Raises:
            BadInput: it can't (the embedded one: a step outside its grammar).
        """
        ...

    def start(self, task: Task) -> None:
        """Forget everything and begin an episode of this task, which `check` let pass."""
        ...

    def prepare(self) -> None:
        """Load, connect, warm up: whatever takes long and must not count as a step's time.

        Called before an episode's programs are started; a second call costs nothing.

        Raises:
            ModelFault: it can't be loaded or reached.
        """
        ...

    def complete(self, prompt: Prompt) -> Completion:
        """Reply to the prompt.

        Raises:
            ModelFault: it can't.
        """
        ...


@runtime_checkable
class Follower(Protocol):
    """A model that keeps its own place in the task's steps, and has to see those that others decide."""

    def follow(self, prompt: Prompt) -> None:
        """Go on by one step: another model has decided what is done about this prompt.

        Raises:
            ModelFault: it can't.
        """
        ...


@runtime_checkable
class Described(Protocol):
    """A model whose replies hang on settings that its name does not tell."""

    def described(self) -> dict[str, JsonValue]:
        """Those settings, by the names of a profile's keys; no address and no key."""
        ...
