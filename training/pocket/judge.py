"""Judge: what a model has right in an episode, of places, points, clicks and whole replies.

A place is asked for as in training's single frames, a point by the product's pointing prompt; a click and a
reply in the product's own prompt, each after the right history (teacher forcing): what stands there is what a
run would decode, up to its first slip.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import torch

from training.pocket.net.places import attended, cells, places_of
from training.pocket.samples.grid import placed
from training.pocket.samples.pictures import pixels, shown
from training.pocket.samples.pointing import pointing
from training.pocket.samples.single import single
from training.pocket.samples.speller import OPENS
from training.pocket.samples.window import windows
from training.pocket.shape import SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from torch import Tensor

    from tools.geometry import Box
    from tools.observation import Frame
    from training.pocket.episode import Episode, Look
    from training.pocket.net.pocket import Pocket
    from training.pocket.samples.speller import Speller
    from training.pocket.samples.window import Window

Counts = Counter[str]
"""What was right (`places`), and of how many (`places of`)."""
_PLACE = 11
"""Tokens of a place, at most: two numbers of four digits, and what is between and after them."""
_PADS = cells(SHOWN)[0] * cells(SHOWN)[1]


class Judge:
    """A model that is asked."""

    def __init__(self, net: Pocket, speller: Speller) -> None:
        self._net, self._speller = net.eval(), speller

    @torch.no_grad()
    def judge(self, episode: Episode, frames: Sequence[Frame], chance: Random, share: float = 1.0) -> Counts:
        """What is right in an episode.

        Args:
            episode: its turns.
            frames: its frames.
            chance: which things are asked for.
            share: of the frames on which places are asked for; 0: clicks and replies alone.
        """
        counts: Counts = Counter()
        seen = [self._net.visual(shown(pixels(frame)[None])) for frame in frames]
        for turn, frame, one in zip(episode.turns, frames, seen, strict=True):
            if chance.random() < share:
                self._places(turn.look, one, chance, counts)
                self._points(turn.look, frame, chance, counts)
        for window in windows(episode, self._speller):
            self._replies(window, episode, seen, counts)
        return counts

    def _states(
        self,
        ids: Any,
        starts: Sequence[int],
        seen: Sequence[tuple[Tensor, list[Tensor]]],
        forks: Sequence[int] = (),
    ) -> Tensor:
        """Last states of a prompt, or of several that begin alike; shape (tokens, width)."""
        features = torch.cat([one[0] for one in seen])
        deep = [torch.cat(parts) for parts in zip(*(one[1] for one in seen), strict=True)]
        slots = (torch.tensor(starts)[:, None] + torch.arange(_PADS)).view(-1)
        places = torch.from_numpy(places_of(starts, len(ids), SHOWN, forks))[:, None]
        mask = torch.from_numpy(attended(len(ids), forks))[None, None] if forks else None
        states: Tensor = self._net(torch.tensor(ids)[None], places, features, deep, slots, mask)
        return states[0]

    def _said(self, states: Tensor) -> str:
        """What follows each of some states, most likely."""
        return self._speller.text(self._net.score(states).argmax(-1).tolist())

    def _places(self, look: Look, seen: tuple[Tensor, list[Tensor]], chance: Random, counts: Counts) -> None:
        asked = single(look, chance, self._speller)
        states = self._states(self._speller.rows(asked.ids), [asked.picture], [seen])
        for at, box in asked.asked:
            counts["places of"] += 1
            counts["places"] += _lies_in(self._said(states[at - 1 : at - 1 + _PLACE]), box)

    def _points(self, look: Look, frame: Frame, chance: Random, counts: Counts) -> None:
        part = pointing(look, frame, chance, self._speller)
        if part is None:
            return
        picture = shown(pixels(part.picture)[None])
        states = self._states(part.ids, [part.start], [self._net.visual(picture)], part.forks)
        for at, box in part.asked:
            counts["points of"] += 1
            point = part.place(self._said(states[at - 1 : at - 1 + _PLACE]))
            counts["points"] += point is not None and box.contains(point)

    def _replies(
        self,
        window: Window,
        episode: Episode,
        seen: Sequence[tuple[Tensor, list[Tensor]]],
        counts: Counts,
    ) -> None:
        """The replies of the window's learned turns."""
        first, many = window.first, len(window.pictures)
        states = self._states(window.ids, window.pictures, seen[first : first + many])
        turns = episode.turns[first : first + many]
        for turn, (start, end) in zip(turns, window.replies, strict=True):
            if not turn.learned:
                continue
            said = self._said(states[start - 1 : end])
            wanted = self._speller.text(window.ids[start : end + 1].tolist())
            hit = True
            if turn.target and OPENS in wanted:
                hit = _lies_in(said.partition(OPENS)[2], turn.target)
                counts["clicks of"] += 1
                counts["clicks"] += hit
            right = (
                said == wanted if not turn.target else hit and _without_place(said) == _without_place(wanted)
            )
            counts["replies of"] += 1
            counts["replies"] += right


def _lies_in(text: str, box: Box) -> bool:
    point = placed(text)
    return point is not None and box.contains(point)


def _without_place(reply: str) -> tuple[str, str]:
    """A reply before its place and after it."""
    before, _, after = reply.partition(OPENS)
    return before, after.partition("]")[2]
