"""Conversations to train on, of an episode: each reply once, in the context in which the model gave it.

A prompt is an append-only log until old screenshots drop out of it. So the steps between two drops share one
conversation. Loaders train every answer of a conversation; therefore a reply that is only context there (an
earlier conversation has it, it was not carried out, or it can't be told verbatim) is quoted in the turn
before the next screenshot, and is no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.protocol.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.bench.exports.episode import RecordedEpisode
    from agent.episode import Step
    from agent.model import Prompt, Turn
    from tools.observation import Frame

PLACEHOLDER = "<image>"
"""Where a picture stands in the text of a turn."""
_PLACEHOLDERS = re.compile(r"<(?=(?:image|video|audio)>)")
_CARRIED_OUT = {"done", "ended"}
_QUOTED = "Earlier reply:\n"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a person shows and says, and the answer."""

    human: str
    answer: str
    """The raw reply, whole."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A system text, exchanges, and the pictures of all placeholders in order."""

    system: str
    exchanges: tuple[Exchange, ...]
    frames: tuple[Frame, ...]


def conversations(episode: RecordedEpisode) -> Iterator[Conversation]:
    """Those of an episode, in order; one in which nothing is to be trained is left out."""
    for stretch in _stretches(episode.steps):
        trained = {step.index for step in stretch if is_answer(step)}
        if trained:
            yield _conversation(stretch[-1], episode.steps, trained)


def is_answer(step: Step) -> bool:
    """Whether its reply is one to learn: it was carried out, and no loader takes a part of it for a sign."""
    text = step.completion.text
    return step.outcome in _CARRIED_OUT and said(text) == text


def said(text: str) -> str:
    """Text in which nothing is read as a placeholder or as a special token of the model."""
    return _PLACEHOLDERS.sub("< ", harmless(text))


def _stretches(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Steps by turns whose prompts begin with the prompt of the one before."""
    stretch: list[Step] = []
    for step in steps:
        if stretch and not _goes_on(stretch[-1].prompt, step.prompt):
            yield stretch
            stretch = []
        stretch.append(step)
    if stretch:
        yield stretch


def _goes_on(before: Prompt, prompt: Prompt) -> bool:
    begun = prompt.turns[: len(before.turns)]
    return [_told(turn) for turn in begun] == [_told(turn) for turn in before.turns]


def _told(turn: Turn) -> tuple[str, ...]:
    return (turn.role, *(part if isinstance(part, str) else part.digest for part in turn.parts))


def _conversation(last: Step, steps: Sequence[Step], trained: set[int]) -> Conversation:
    """The log of a stretch's last step, up to the last reply that is to be trained."""
    exchanges: list[Exchange] = []
    frames: list[Frame] = []
    human, shown = "", 0
    replied = iter(steps)
    for turn in last.prompt.turns:
        if turn.role == "user":
            human += "".join(said(part) if isinstance(part, str) else PLACEHOLDER for part in turn.parts)
            frames += [part for part in turn.parts if not isinstance(part, str)]
            step = next(replied)
            if step.index in trained:
                exchanges.append(Exchange(human, step.completion.text))
                human, shown = "", len(frames)
            else:
                human += f"\n{_QUOTED}{said(step.completion.text)}\n"
    return Conversation(said(last.prompt.system), tuple(exchanges), tuple(frames[:shown]))
