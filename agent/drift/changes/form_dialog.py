"""What a dialog says that has the captions of the form: those of the recording's own targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from agent.drift.changes.covers import Said
    from agent.drift.targets import DriftTarget

_TITLES = ("New entry", "Quick entry", "Copy", "Defaults")
_MOST = 3
"""Lines, and buttons, at most."""


def said_like(targets: Sequence[DriftTarget], draw: random.Random) -> Said:
    """A dialog in which some targets stand a second time, named as they are."""
    some = draw.sample(targets, min(len(targets), 2 * _MOST))
    buttons = tuple(dict.fromkeys(target.text for target in some if _is_caption(target)))
    labels = tuple(dict.fromkeys(f"{target.text}:" for target in some if not _is_caption(target)))
    return draw.choice(_TITLES), labels[:_MOST] or ("Once more?",), buttons[:_MOST] or ("OK",)


def _is_caption(target: DriftTarget) -> bool:
    """Whether the target's text stands in it, as a button's does."""
    return target.target.contains(target.label.center)
