"""Drifts: their names, what a replay should do under each, and whether its program is redrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WindowChange = Literal["moved", "resized"]
"""Drifts of a program's windows."""
EnvironmentChange = Literal["dpi", "font", "font_size", "theme", "slow_start"]
"""Drifts of what a program is started in."""
TargetChange = Literal["relabelled", "second_equal", "disabled", "removed"]
"""Drifts of one target."""
TextChange = Literal["other_number", "other_word", "negated", "suffixed"]
"""Drifts of one text that is no target: a question, a heading, a value."""
GroupChange = Literal["other_record", "swapped", "names_swapped", "inserted"]
"""Drifts of several texts of one screen that are no targets."""
RowChange = Literal["row_inserted"]
"""Drifts of the rows of a table, which a program has to do itself."""
DialogChange = Literal["dialog", "form_dialog"]
"""A window that comes up: another program's, or one with the captions of the form."""
Drift = WindowChange | EnvironmentChange | TargetChange | TextChange | GroupChange | RowChange | DialogChange


class Kind(NamedTuple):
    """One drift, as the judging knows it."""

    harmless: bool
    """True: the same program, looking otherwise; a replay should pass. False: the target is not what it was,
    or something stands in the way; a replay should stop before it acts."""
    redraws: bool = False
    """Whether an element may be elsewhere in its window, so that places are not compared."""


KINDS: Mapping[Drift, Kind] = {
    "moved": Kind(harmless=True),
    "resized": Kind(harmless=True, redraws=True),
    "dpi": Kind(harmless=True, redraws=True),
    "font": Kind(harmless=True, redraws=True),
    "font_size": Kind(harmless=True, redraws=True),
    "theme": Kind(harmless=True, redraws=True),
    "slow_start": Kind(harmless=True),
    "row_inserted": Kind(harmless=True, redraws=True),
    "relabelled": Kind(harmless=False),
    "second_equal": Kind(harmless=False),
    "dialog": Kind(harmless=False),
    "disabled": Kind(harmless=False),
    "removed": Kind(harmless=False),
    "other_number": Kind(harmless=False),
    "other_word": Kind(harmless=False),
    "negated": Kind(harmless=False),
    "suffixed": Kind(harmless=False),
    "other_record": Kind(harmless=False),
    "swapped": Kind(harmless=False),
    "names_swapped": Kind(harmless=False),
    "inserted": Kind(harmless=False),
    "form_dialog": Kind(harmless=False),
}
"""Every drift, in the order in which a battery tries them."""
DRIFTS: tuple[Drift, ...] = tuple(KINDS)
HARMLESS: tuple[Drift, ...] = tuple(drift for drift, kind in KINDS.items() if kind.harmless)
HARMFUL: tuple[Drift, ...] = tuple(drift for drift, kind in KINDS.items() if not kind.harmless)
TARGET_CHANGES: tuple[TargetChange, ...] = get_args(TargetChange)
TEXT_CHANGES: tuple[TextChange, ...] = get_args(TextChange)
GROUP_CHANGES: tuple[GroupChange, ...] = get_args(GroupChange)
ROW_CHANGES: tuple[RowChange, ...] = get_args(RowChange)
"""Drifts that a program is told to do even where it is changed from outside: no picture can show them."""
ONLY_OUTSIDE: tuple[Drift, ...] = (*TEXT_CHANGES, *GROUP_CHANGES, "form_dialog")
"""Drifts that a program that drifts itself does not know."""


def named(names: Sequence[str]) -> tuple[Drift, ...]:
    """Drifts by their names, in the order of `DRIFTS`; all when none is named.

    Raises:
        BadInput: there is no such drift.
    """
    unknown = [name for name in names if name not in DRIFTS]
    if unknown:
        raise BadInput(f'--drifts: there is no drift "{unknown[0]}"; known: {", ".join(DRIFTS)}')
    return tuple(drift for drift in DRIFTS if drift in names) if names else DRIFTS
