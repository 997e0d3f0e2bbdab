"""Frames that a client has seen, by the names that it was given."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.observation import differing

if TYPE_CHECKING:
    from tools.observation import Observation

_KEPT = 8
"""Frames; of older ones it is only known that they were there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An observation, and what its picture is called."""

    name: str
    observation: Observation


class ShownFrames:
    """Names each new picture, and gives those again that were shown.

    Args:
        mark: of the desktop, behind each name: a frame of another desktop must not pass for one of this.
    """

    def __init__(self, mark: str = "") -> None:
        self._mark = mark
        self._kept: OrderedDict[str, Shown] = OrderedDict()
        self._count = 0

    def named(self, observation: Observation) -> Shown:
        """The observation with its name: that of the newest frame where the two are the same picture."""
        newest = self.newest
        if newest is not None and _same(newest.observation, observation):
            shown = Shown(newest.name, observation)
        else:
            self._count += 1
            shown = Shown(f"f{self._count}{self._mark}", observation)
        self._kept[shown.name] = shown
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return shown

    @property
    def newest(self) -> Shown | None:
        """The one that was shown last."""
        return next(reversed(self._kept.values()), None)

    def get(self, name: str) -> Shown | None:
        """The frame of that name, if it is one of the last few."""
        return self._kept.get(name)


def _same(one: Observation, other: Observation) -> bool:
    return one.frame.size == other.frame.size and not differing(one.frame, other.frame).any()
