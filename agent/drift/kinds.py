"""The drifts that there are, and what a replay should do under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

Harmless = Literal["moved", "resized", "dpi", "font", "font_size", "theme", "slow_start"]
"""The same program, looking otherwise: a replay should pass."""
Harmful = Literal["relabelled", "second_equal", "dialog", "disabled", "removed"]
"""The target is not what it was, or something stands in the way: a replay should stop before it acts."""
Drift = Harmless | Harmful

HARMLESS: tuple[Harmless, ...] = get_args(Harmless)
HARMFUL: tuple[Harmful, ...] = get_args(Harmful)
DRIFTS: tuple[Drift, ...] = (*HARMLESS, *HARMFUL)


def named(names: Sequence[str]) -> tuple[Drift, ...]:
    """Drifts by their names, in the order of `DRIFTS`; all when none is named.

    Raises:
        BadInput: there is no such drift.
    """
    unknown = [name for name in names if name not in DRIFTS]
    if unknown:
        raise BadInput(f'--drifts: there is no drift "{unknown[0]}"; known: {", ".join(DRIFTS)}')
    return tuple(drift for drift in DRIFTS if drift in names) if names else DRIFTS
