"""Asks: is the icon that a step names found among random held ones? So the eye's least likelihood is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

ASKED, MANY = 4000, 20
"""Screens of which one icon is asked for, and the icons on each."""
ALIKE, OF = 2, 150
"""Of so many further icons some are added that look most like what is asked for: icons come in families."""


def answers(likely: NDArray[np.float32], wanted: NDArray[np.int64]) -> list[NDArray[np.float32]]:
    """How likely each icon of a screen shows what is asked for, the right one first."""
    return list(_screens(likely, wanted, np.random.default_rng(0)))


def _screens(
    likely: NDArray[np.float32], wanted: NDArray[np.int64], rng: np.random.Generator
) -> Iterator[NDArray[np.float32]]:
    known = np.nonzero(wanted < likely.shape[1] - 1)[0]
    for right in rng.choice(known, ASKED):
        asked = wanted[right]
        others = rng.choice(np.nonzero(wanted != asked)[0], MANY + OF, replace=False)
        near = others[MANY:][np.argsort(-likely[others[MANY:], asked])[:ALIKE]]
        yield likely[np.concatenate([[right], others[:MANY], near]), asked]


def outcome(screens: list[NDArray[np.float32]], least: float, rival: float) -> tuple[float, float]:
    """The shares found and astray, where one that is so likely is taken if no other may be meant."""
    taken = [scores for scores in screens if scores.max() >= least and (scores >= rival).sum() == 1]
    right = sum(int(scores.argmax() == 0) for scores in taken)
    return right / len(screens), (len(taken) - right) / len(screens)
