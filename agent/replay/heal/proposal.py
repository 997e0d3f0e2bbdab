"""Proposal of a heal, from the model's answer to what is stored of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.recording.lines import Digest
from agent.usage import Usage
from tools.geometry import Point

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from tools.observation import Frame

FORMAT = 1
"""Raised when an older deskhand could misread what a newer one writes."""
Status = Literal["proposed", "accepted", "rejected"]
_Sentence = Annotated[str, Field(max_length=1000)]


class Proposal(BaseModel):
    """A heal as it is kept beside its recording. Points are in frame pixels."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal[1] = 1
    recording: Digest
    """The sum of the recording's last line: a heal of another recording is refused."""
    step: int = Field(ge=1)
    """The recorded step's index."""
    status: Status = "proposed"
    intent: _Sentence = ""
    """What the step does, as the recording says it."""
    old_point: Point
    """On the recorded frame of the step."""
    new_point: Point
    """On `frame`."""
    old_label: _Sentence
    new_label: _Sentence
    frame: Digest
    """The screen that the target was found on."""
    after: Digest
    """The screen that the click on it led to."""
    model: _Sentence
    words: str = Field(max_length=4_000_000)
    """The model's raw reply, whole; for `reader`, which writes none, what it went by."""
    proof: tuple[_Sentence, ...] = Field(max_length=40)
    """What was verified before the click and after it."""
    made: _Sentence
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A target, found on a new frame and verified as far as it can be before the click."""

    point: Point
    """In the new frame's pixels."""
    label: str
    """What it is called now."""
    old_label: str
    """What it was called."""
    words: str
    """As in `Proposal`."""
    proof: tuple[str, ...]
    usage: Usage = field(default_factory=Usage)
    """Of the model's reply."""


@dataclass(frozen=True, slots=True)
class NotHealed:
    """Why nothing is to be clicked; for a person."""

    why: str
    words: str = ""
    """The model's raw reply, when there was one."""
    usage: Usage = field(default_factory=Usage)
    """Of that reply, or of what failed in its place."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A heal whose click is made, or about to be: nothing yet, until the click is seen to have worked."""

    step: int
    intent: str
    old_point: Point
    pointed: Pointed
    frame: Frame
    """The screen that the target was found on."""
    model: str


@dataclass(frozen=True, slots=True)
class Heal:
    """A proposal with its pictures."""

    proposal: Proposal
    frame: Frame
    after: Frame


def proven(draft: Draft, recording: Recording, after: Frame, sentences: tuple[str, ...]) -> Heal:
    """The heal that a draft becomes when its click did what the recorded one did.

    Args:
        draft: What was clicked, and why.
        recording: Of the step.
        after: The screen that the click led to.
        sentences: What was verified on it; each is a part of the proof.
    """
    pointed = draft.pointed
    proposal = Proposal(
        recording=recording.sum,
        step=draft.step,
        intent=_storable(draft.intent)[:1000],
        old_point=draft.old_point,
        new_point=pointed.point,
        old_label=pointed.old_label,
        new_label=pointed.label,
        frame=draft.frame.digest,
        after=after.digest,
        model=draft.model,
        words=_storable(pointed.words),
        proof=tuple(_storable(sentence)[:1000] for sentence in (*pointed.proof, *sentences)),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return Heal(proposal, draft.frame, after)


def _storable(text: str) -> str:
    """The text, halves of characters written as escapes: no JSON reader takes them as they are."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
