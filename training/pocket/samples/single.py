"""Single frame: where things stand that are named, what stands where, and what the tower alone sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from training.pocket import replies
from training.pocket.net.places import TOKEN, cells
from training.pocket.samples.grid import named
from training.pocket.shape import SCREEN, SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from numpy.typing import NDArray

    from tools.geometry import Box
    from training.pocket.episode import Look, Mark
    from training.pocket.samples.speller import Speller

LONGEST = 1152
"""Tokens, the picture's included."""
_ROOM = 90
"""That the last of what is asked may take."""
_MOST = 18
"""Things asked of a frame."""
_READ, _AIMED = 64, 64
"""Cells that are asked of a frame, at most."""
_SCALE = (SHOWN.width / SCREEN.width / TOKEN, SHOWN.height / SCREEN.height / TOKEN)


@dataclass(slots=True)
class Single:
    """A frame with questions about it."""

    ids: list[int]
    """Of the tokenizer."""
    learned: list[bool]
    picture: int
    """Where the picture's tokens begin."""
    asked: list[tuple[int, Box]] = field(default_factory=list)
    """Where the numbers of a place begin, and the box that they must lie in."""
    read: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    """Cells of the picture, and tokens that stand in them, by the table's rows; shape (pairs, 2)."""
    aimed: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 3), np.int64))
    """Cells of the picture, and where their widget is clicked, on the grid; shape (cells, 3)."""

    def say(self, ids: list[int], learned: bool) -> None:  # noqa: FBT001  (of each token)
        """Goes on."""
        self.ids += ids
        self.learned += [learned] * len(ids)


def single(look: Look, chance: Random, speller: Speller) -> Single:
    """Questions about a frame."""
    rows, columns = cells(SHOWN)
    opening = speller.ids("<|im_start|>user\n<|vision_start|>")
    made = Single([], [], len(opening))
    made.say([*opening, *[speller.profile.tokens.image] * (rows * columns)], learned=False)
    made.say(speller.ids("<|vision_end|>"), learned=False)
    marks = [mark for mark in look.marks if _is_clear(mark, look)]
    chance.shuffle(marks)
    for mark in marks[:_MOST]:
        if len(made.ids) > LONGEST - _ROOM:
            break
        _ask(made, mark, chance, speller)
    made.read = _sampled(chance, list(_read(look, speller)), _READ, 2)
    made.aimed = _sampled(chance, list(_aimed(look)), _AIMED, 3)
    return made


def _ask(made: Single, mark: Mark, chance: Random, speller: Speller) -> None:
    """One question: its place, what stands at its place, what it holds, or a click on it."""
    name = f" {replies.Planned('choose', mark.label, mark.group if chance.random() < 0.5 else '').name}"
    x, y = named(mark.at)
    place = speller.ids(f" [{x}, {y}")
    made.say(speller.ids("\n"), learned=False)
    style = chance.random()
    if mark.value and style < 0.4:
        made.say(speller.ids(name + " ="), learned=False)
        made.say(speller.ids(f' "{mark.value}"'), learned=True)
    elif style < 0.4:
        made.say([*speller.ids(name), place[0]], learned=False)
        made.asked.append((len(made.ids), mark.box))
        made.say(place[1:], learned=True)
    elif style < 0.6:
        made.say([*place, *speller.ids(name)[:1]], learned=False)
        made.say(speller.ids(name)[1:], learned=True)
    else:
        _click(made, mark, name.strip(), speller)


def _click(made: Single, mark: Mark, name: str, speller: Speller) -> None:
    """A click as the product's replies have it; its numbers are what is learned."""
    said = replies.click("", name, mark.at).partition("\n")[2]
    ids = list(speller.written(said))
    start = speller.opens(ids)
    end = next(at for at in range(start, len(ids)) if "]" in speller.spelled(ids[at : at + 1]))
    made.say(ids[:start], learned=False)
    made.asked.append((len(made.ids), mark.box))
    made.say(ids[start:end], learned=True)
    made.say(ids[end:], learned=False)


def _is_clear(mark: Mark, look: Look) -> bool:
    """Whether its label means it alone, within its group at least."""
    alike = [one for one in look.marks if one.label == mark.label]
    return len(alike) == 1


def _read(look: Look, speller: Speller) -> Iterator[tuple[int, int]]:
    """Every cell in which a good part of a token stands."""
    rows, columns = cells(SHOWN)
    for line in (*look.lines, *(line for mark in look.marks for line in mark.lines)):
        row = int((line.top + line.bottom) / 2 * _SCALE[1])
        for token, first, last in speller.spans(line.text):
            left = (line.left + (line.edges[first - 1] if first else 0)) * _SCALE[0]
            right = (line.left + line.edges[last - 1]) * _SCALE[0]
            for column in range(int(left), int(right) + 1):
                shared = min(right, column + 1) - max(left, column)
                if 0 <= column < columns and 0 <= row < rows and (shared > 0.25 or shared == right - left):
                    yield row * columns + column, token


def _aimed(look: Look) -> Iterator[tuple[int, int, int]]:
    """Every cell of a label, with the place of what it names."""
    rows, columns = cells(SHOWN)
    for mark in look.marks:
        for line in mark.lines:
            row = int((line.top + line.bottom) / 2 * _SCALE[1])
            left, right = line.left + 4, line.left + (line.edges[-1] if line.edges else 0) - 4
            for column in range(int(left * _SCALE[0]), int(right * _SCALE[0]) + 1):
                if 0 <= column < columns and 0 <= row < rows:
                    yield row * columns + column, *named(mark.at)


def _sampled(chance: Random, found: list[tuple[int, ...]], most: int, width: int) -> NDArray[np.int64]:
    return np.array(chance.sample(found, min(most, len(found))), np.int64).reshape(-1, width)
