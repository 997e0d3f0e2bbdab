"""Pointing: the product's prompt for a place, on the screen or on what `--ground refine` cuts out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from agent.model import Prompt, Turn
from agent.models.grounded.refine import Refine
from agent.protocol.grounding import call_for, to_grid, to_pixel
from agent.protocol.prompt import pointing_prompt
from agent.protocol.write import write_call
from tools.action import Click
from tools.crop import Crop
from tools.geometry import Box, Point
from training.pocket import replies
from training.pocket.samples.grid import placed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from numpy.typing import NDArray

    from tools.observation import Frame
    from training.pocket.episode import Look, Mark
    from training.pocket.samples.speller import Speller

_OFF = 60
"""Pixels by which the first answer may be wrong."""
_WHOLE = 0.5
"""Share of questions on the whole screen, as `--grounder` asks; the others are on what `refine` cuts out."""
_MOST = 6
"""Questions on a picture."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """Questions about one picture; each is a text of its own behind the same beginning."""

    picture: Frame
    crop: Crop
    """Of which part of the frame it is."""
    ids: NDArray[np.int32]
    """Rows of the table: the beginning, then what each question goes on with."""
    learned: NDArray[np.bool_]
    start: int
    """Where the picture's tokens begin."""
    forks: tuple[int, ...]
    """Where each question begins."""
    asked: tuple[tuple[int, Box], ...]
    """Where the numbers of its place begin, and the box that it must lie in, in frame pixels."""

    def place(self, text: str) -> Point | None:
        """The frame's pixel that a text begins with; None where it begins with something else."""
        point = placed(text, self.picture.size)
        return None if point is None else self.crop.to_frame(point)


def pointing(look: Look, frame: Frame, chance: Random, speller: Speller) -> Pointing | None:
    """Questions on a part of a frame; None where nothing in it has a name of its own."""
    labels = [mark.label for mark in look.marks]
    marks = [mark for mark in look.marks if labels.count(mark.label) == 1]
    if not marks:
        return None
    chance.shuffle(marks)
    crop = _part(marks[0].at, frame, chance)
    chosen = [mark for mark in marks if _shows(crop, mark)][:_MOST]
    if not chosen:
        return None
    picture = crop.picture(frame)
    asked = [_asked(mark, crop, picture, speller) for mark in chosen]
    fork = _common([one.ids for one in asked])
    rest = [len(one.ids) - fork for one in asked]
    forks = tuple(fork + sum(rest[:at]) for at in range(len(asked)))
    return Pointing(
        picture,
        crop,
        speller.rows([*asked[0].ids[:fork], *(token for one in asked for token in one.ids[fork:])]),
        np.concatenate([np.zeros(fork, np.bool_), *(one.learned[fork:] for one in asked)]),
        asked[0].start,
        forks,
        tuple(
            (begin + one.number - fork, mark.box)
            for begin, one, mark in zip(forks, asked, chosen, strict=True)
        ),
    )


def _part(at: Point, frame: Frame, chance: Random) -> Crop:
    if chance.random() < _WHOLE:
        return Crop.whole(frame.size)
    rules = Refine()
    near = Point(
        min(max(at.x + chance.randint(-_OFF, _OFF), 0), frame.size.width - 1),
        min(max(at.y + chance.randint(-_OFF, _OFF), 0), frame.size.height - 1),
    )
    return Crop.around(near, max(rules.size, min(frame.size) >> 1), frame.size, rules.zoom)


def _shows(crop: Crop, mark: Mark) -> bool:
    """Whether all of it can be seen, and its label with it."""
    box = crop.box
    texts = (
        Box(line.left, line.top, max(line.edges, default=0), line.bottom - line.top) for line in mark.lines
    )
    return all(box.overlap(one) == one for one in (mark.box, *texts) if one.area)


class _Asked(NamedTuple):
    ids: list[int]
    learned: NDArray[np.bool_]
    start: int
    number: int


def _asked(mark: Mark, crop: Crop, picture: Frame, speller: Speller) -> _Asked:
    """The prompt of one question, with its reply."""
    x, y = to_grid(crop.from_frame(mark.at), picture.size)
    at = to_pixel((round(x), round(y)), picture.size)
    reply = write_call(call_for(Click(point=at), picture.size))
    words = f"Click {replies.Planned('choose', mark.label, '').name}."
    prompt = pointing_prompt(words, picture)
    whole = Prompt(prompt.system, (*prompt.turns, Turn("assistant", (reply,))))
    said = speller.written(reply, "point")
    rendered = speller.renderer.render(whole, {reply: said})
    last = len(rendered.ids) - rendered.ids[::-1].index(speller.profile.tokens.end)
    stop = rendered.ids[:last].index(speller.profile.tokens.end, rendered.starts[0])
    begin = stop + len(speller.ids("\n<|im_start|>assistant\n")) + 1
    learned = np.zeros(begin + len(said) + 1, np.bool_)
    learned[begin:] = speller.known(rendered.ids[begin : len(learned)])
    return _Asked(
        list(rendered.ids[: len(learned)]), learned, rendered.starts[0], begin + speller.opens(said)
    )


def _common(texts: Sequence[Sequence[int]]) -> int:
    """Tokens with which all of them begin, before what is asked of each; 0: there is one alone."""
    differ = (at for at, tokens in enumerate(zip(*texts, strict=False)) if len(set(tokens)) > 1)
    return next(differ, 0)
