"""Window of an episode: the product's own prompt at one of its turns, with all that is replied in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agent.episode import Step
from agent.model import Completion, Prompt, Turn
from agent.protocol.prompt import FRAMES_DROPPED, FRAMES_KEPT, build_prompt
from agent.task import Task, TaskStep
from tools.observation import Observation, UnkeptFrame
from training.pocket.shape import SCREEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from training.pocket.episode import Episode
    from training.pocket.samples.speller import Speller


class _Seen(UnkeptFrame):
    """A frame of a prompt that is only counted: its pixels are the tower's business."""

    digest = "of the episode"


@dataclass(frozen=True, slots=True)
class Window:
    """A prompt, with the reply of its last turn."""

    ids: NDArray[np.int32]
    """Rows of the table, shape (tokens)."""
    learned: NDArray[np.bool_]
    """Which of them are learned to be written."""
    pictures: tuple[int, ...]
    """Where the tokens of each picture begin."""
    first: int
    """The turn whose frame is the first that is shown; the others follow it."""
    replies: tuple[tuple[int, int], ...]
    """Where each reply to a shown frame begins, and where what ends it stands."""


def windows(episode: Episode, speller: Speller) -> Iterator[Window]:
    """Windows that together show every frame of an episode; the last one may show some once more."""
    for first in range(0, len(episode.turns), FRAMES_KEPT):
        yield window(episode, min(first + FRAMES_KEPT, len(episode.turns)), speller)


def window(episode: Episode, end: int, speller: Speller) -> Window:
    """The prompt of turn `end` (from 1), and its reply."""
    turns = episode.turns[:end]
    said = {turn.reply: speller.written(turn.reply) for turn in turns}
    prompt = _prompt(episode, end)
    whole = Prompt(prompt.system, (*prompt.turns, Turn("assistant", (turns[-1].reply,))))
    rendered = speller.renderer.render(whole, said)
    first = end - len(rendered.frames)
    opened = speller.ids("<|im_start|>assistant\n")
    spans = _spans(rendered.ids, opened, speller.profile.tokens.end)[:end]
    learned = np.zeros(len(rendered.ids), np.bool_)
    for turn, (start, stop) in list(zip(turns, spans, strict=True))[first:]:
        learned[start : stop + 1] = turn.learned
    learned &= speller.known(rendered.ids)
    last = spans[-1][1] + 1
    return Window(
        speller.rows(rendered.ids[:last]), learned[:last], rendered.starts, first, tuple(spans[first:])
    )


def shown_from(end: int) -> int:
    """The first turn whose frame the prompt of turn `end` shows."""
    return max(0, -(-(end - FRAMES_KEPT) // FRAMES_DROPPED)) * FRAMES_DROPPED


def _prompt(episode: Episode, end: int) -> Prompt:
    seen = Observation(_Seen(SCREEN))
    nothing = Prompt("", ())
    steps = [
        Step(number, seen, nothing, Completion(turn.reply), "done")
        for number, turn in enumerate(episode.turns[: end - 1], 1)
    ]
    task = Task(
        id="drawn", instruction=episode.instruction, source=Path("drawn"), digest="",
        steps=tuple(TaskStep(text=text, line=line) for line, text in enumerate(episode.plan, 1)),
    )  # fmt: skip
    return build_prompt(task, steps, seen)


def _spans(ids: Sequence[int], opened: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Where every reply begins, and where it ends."""
    array = np.asarray(ids)
    matches = np.all([array[at : len(array) - 2 + at] == one for at, one in enumerate(opened)], axis=0)
    starts = np.flatnonzero(matches) + len(opened)
    return [
        (int(start), int(start + np.flatnonzero(array[start:] == end)[0]))
        for start in starts
        if (array[start:] == end).any()
    ]
