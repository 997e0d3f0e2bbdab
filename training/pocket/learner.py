"""Learner: the net with two heads that only its training has, and what it is held to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from tools.geometry import Size
from training.pocket.net.places import attended, cells, places_of
from training.pocket.net.pocket import Pocket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from training.pocket.lessons import Lesson

_BINS = 128
"""Parts of each side of the screen."""
_GRID = 1000
_READ, _AIMED = 0.7, 0.3
"""What these losses weigh beside that of the replies."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons of one kind together, on a device."""

    ids: Tensor
    """Shape (lessons, tokens); the shorter ones are filled up behind their end."""
    learned: Tensor
    places: Tensor
    """Shape (3, lessons, tokens)."""
    pictures: Tensor
    """Of all lessons, in order."""
    slots: Tensor
    """The place of each of their tokens among all `lessons * tokens`."""
    read: Tensor
    """Picture, cell, row of the table; shape (pairs, 3)."""
    aimed: Tensor
    """Picture, cell, place on the grid; shape (cells, 4)."""
    mask: Tensor | None
    """Which tokens each one attends to, shape (lessons, 1, tokens, tokens); None: all before it."""

    @classmethod
    def of(cls, lessons: Sequence[Lesson], device: torch.device) -> Batch:
        """Put lessons together."""
        longest = max(len(lesson.ids) for lesson in lessons)
        ids, learned = (
            np.zeros((len(lessons), longest), np.int64),
            np.zeros((len(lessons), longest), np.bool_),
        )
        for at, lesson in enumerate(lessons):
            ids[at, : len(lesson.ids)], learned[at, : len(lesson.ids)] = lesson.ids, lesson.learned
        size = Size(lessons[0].pictures.shape[3], lessons[0].pictures.shape[2])
        rows, columns = cells(size)
        places = np.stack([places_of(one.starts, longest, size, one.forks) for one in lessons], 1)
        starts = [at * longest + start for at, lesson in enumerate(lessons) for start in lesson.starts]
        slots = (np.array(starts)[:, None] + np.arange(rows * columns)).reshape(-1)
        firsts = np.cumsum([0, *(len(lesson.starts) for lesson in lessons)])
        read = [_numbered(first, lesson.read) for first, lesson in zip(firsts, lessons, strict=False)]
        aimed = [_numbered(first, lesson.aimed) for first, lesson in zip(firsts, lessons, strict=False)]
        arrays = (ids, learned, places, slots, np.concatenate(read), np.concatenate(aimed))
        ids_, learned_, places_, slots_, read_, aimed_ = (torch.from_numpy(one).to(device) for one in arrays)
        pictures = torch.cat([lesson.pictures for lesson in lessons]).to(device)
        mask = None
        if any(lesson.forks for lesson in lessons):
            masks = np.stack([attended(longest, lesson.forks) for lesson in lessons])[:, None]
            mask = torch.from_numpy(masks).to(device)
        return cls(ids_, learned_, places_, pictures, slots_, read_, aimed_, mask)


def _numbered(picture: int, pairs: Any) -> Any:
    return np.column_stack([np.full(len(pairs), picture), pairs])


class Learner(nn.Module):
    """The net, and what a picture's token shows (`read`) and where that is clicked (`aim`).

    Args:
        config: the library's.
        tokens: rows of the table.
    """

    def __init__(self, config: Any, tokens: int) -> None:
        super().__init__()
        width = config.text_config.hidden_size
        self.net = Pocket(config, tokens)
        self.read, self.aim = nn.Linear(width, width), nn.Linear(width, 2 * _BINS)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Losses by their names; `loss` is what is made less."""
        features, deep = self.net.visual(batch.pictures)
        states = self.net(batch.ids, batch.places, features, deep, batch.slots, batch.mask)
        wanted = batch.learned[:, 1:]
        told = {"reply": self.net.losses(states[:, :-1][wanted], batch.ids[:, 1:][wanted]).mean()}
        loss = told["reply"]
        if len(batch.read):
            picture, cell, row = batch.read.T
            told["read"] = self.net.losses(self.read(features[picture, cell]), row).mean()
            loss = loss + _READ * told["read"]
        if len(batch.aimed):
            picture, cell, *_ = batch.aimed.T
            bins = self.aim(features[picture, cell]).float().view(-1, _BINS)
            parts = (batch.aimed[:, 2:].reshape(-1) * (_BINS - 1)).div(_GRID, rounding_mode="floor")
            told["aim"] = functional.cross_entropy(bins, parts)
            loss = loss + _AIMED * told["aim"]
        return {"loss": loss, **told}
