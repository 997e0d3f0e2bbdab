"""Presses: what the form says was pressed, held against what its task's steps ask for."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRESS = "press 1 "


def asked_for(country: str) -> tuple[str, ...]:
    """What a person who follows `tasks/fill_form.yaml` presses, in the words of the form's own events."""
    return (
        "TEntry name", "TEntry email", "TEntry phone", "TCombobox country", f'list country "{country}"',
        'TRadiobutton "Business"', "TSpinbox credit_limit", "TCombobox currency", 'list currency "GBP"',
        "TCheckbutton terms", "TCheckbutton newsletter", 'tabs "Addresses"', "TEntry billing_street",
        "TEntry billing_city", "TEntry billing_postcode", "TEntry delivery_street", 'tabs "Notes"',
        "Text note", 'TButton "Save customer"', 'TButton "Yes"',
    )  # fmt: skip


def pressed(events: Sequence[str]) -> list[str]:
    """What was pressed, each click once, however many presses it had."""
    return [what for what, _ in groupby(e.removeprefix(_PRESS) for e in events if e.startswith(_PRESS))]


def wrong(clicks: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The clicks that no step asks for at that point: those outside the longest order that both share."""
    blocks = SequenceMatcher(None, clicks, wanted, autojunk=False).get_matching_blocks()
    right = {block.a + at for block in blocks for at in range(block.size)}
    return [click for at, click in enumerate(clicks) if at not in right]
