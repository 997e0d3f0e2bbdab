"""Splits: which seeds of the customer form's look are trained on, and which are for an exam.

The first weights were trained on looks of 1000000 and more, and on the plain one, and judged on 1 to 12. What
the product is judged on was fixed before it was run: no seed is taken for it, or left out, for how it went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

PLAIN = 0
"""The look without a seed; training meets it now and then."""
EXAM = range(1, 13)
"""`measure` asks for these, and a training tells on them how far it is."""
PRODUCT = range(31, 51)
"""Whole runs of `--model pocket` are counted on these; nothing in here draws them."""
_TRAINING = range(10**6, 10**9)
_PLAIN = 0.12


def training_look(chance: Random) -> int:
    """A look to train on."""
    return PLAIN if chance.random() < _PLAIN else chance.choice(_TRAINING)


def is_trained_on(look: int) -> bool:
    """Whether training may have drawn it."""
    return look == PLAIN or look in _TRAINING
