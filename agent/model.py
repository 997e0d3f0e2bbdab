"""The other seam: something that is shown a prompt and replies with text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from agent.task import Task
    from tools.observation import Frame

Role = Literal["user", "assistant"]
Feedback = Literal["none", "done", "dropped", "refused", "malformed"]
"""What became of the last reply: nothing yet, carried out, dropped because the screen had changed before
the act, refused by the guard, not understood."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message: texts and pictures in order."""

    role: Role
    parts: tuple[str | Frame, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that a model is shown for one decision. The last turn ends with the current frame."""

    system: str
    turns: tuple[Turn, ...]
    feedback: Feedback = "none"
    """What became of this model's last reply, for models that keep their own place in the task."""

    @property
    def frame(self) -> Frame:
        """The current frame."""
        from tools.observation import Frame  # noqa: PLC0415

        part = self.turns[-1].parts[-1]
        if not isinstance(part, Frame):
            raise TypeError("the last part of a prompt is the current frame")
        return part


class Usage(BaseModel):
    """Tokens of one completion, failed attempts included."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    prompt: int = 0
    reply: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's reply: its raw text, whole."""

    text: str
    usage: Usage = field(default_factory=Usage)
    timing: dict[str, float] = field(default_factory=dict)
    """Seconds by part of the work, as the model names them (the reader: `reading`)."""


class Model(Protocol):
    """Something that decides. One conversation at a time."""

    @property
    def name(self) -> str:
        """The name a user gives to `--model`."""
        ...

    @property
    def answers(self) -> bool:
        """Whether it can answer a question about a frame in words, as an `ask` check wants."""
        ...

    def start(self, task: Task) -> None:
        """Forget everything and begin an episode of this task.

        Raises:
            BadInput: this model can't do this task (the embedded one: a step outside its grammar).
        """
        ...

    def complete(self, prompt: Prompt) -> Completion:
        """Reply to the prompt.

        Raises:
            ModelFault: it can't.
        """
        ...
