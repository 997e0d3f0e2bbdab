"""Words of drawn forms, taken from the tokenizer's own tokens: a label of any of them can come up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

_CAPITAL, _SMALL = re.compile(rb"[A-Z][a-z]{2,9}"), re.compile(rb" [a-z]{2,9}")
_PRINTABLE = re.compile(rb"[\x21-\x7e]+| [\x21-\x7e]+")
_CAPITALS, _SMALLS = 22_000, 9_000
"""Ids up to which a token is a word: later ones are rare."""
NAMES = (
    "Ada", "Alan", "Grace", "Linus", "Emmy", "Marie", "Carl", "Anna", "Tom", "Eva", "Paul", "Nina", "Max",
    "Lena", "Otto", "Ida", "Hugo", "Nora", "Karl", "Rosa", "Ben", "Clara", "Felix", "Greta", "Jan",
    "Lovelace", "Turing", "Hopper", "Noether", "Curie", "Gauss", "Weber", "Meier", "Berg", "Stein", "Klein",
    "Lang", "Wolf", "Hahn", "Koch", "Frank", "Brown", "Smith", "Jones", "Taylor", "Davis", "Evans", "King",
    "Hill", "Green", "Baker", "Engine", "Analytical", "Charles", "Babbage",
)  # fmt: skip
_OFTEN = (
    "Name", "Phone", "Country", "Street", "City", "Postcode", "Address", "Email", "Notes", "Remarks",
    "Currency", "Customer", "Account", "Contact", "General", "Internal", "Business", "Private", "Save",
    "Clear", "Cancel", "Close", "Open", "Edit", "View", "Help", "File", "Search", "Print", "Delete", "New",
    "Order", "Price", "Amount", "Date", "Time", "Total", "Number", "Type", "State", "Status", "Company",
    "Title", "Language", "Payment", "Delivery", "Billing", "Credit", "Limit", "Terms", "Newsletter",
    "Invoice", "Product", "Quantity", "Discount", "Project", "Department", "Manager",
)  # fmt: skip
_EIGHTFOLD = 8
"""Times that a word that forms often have counts."""


@dataclass(frozen=True, slots=True)
class Words:
    """What labels and values are made of."""

    capitals: tuple[str, ...]
    smalls: tuple[str, ...]
    pieces: tuple[str, ...]
    """Every printable token that has a row, some with a space in front: what a value may be made of."""

    @classmethod
    def of(cls, vocabulary: Sequence[bytes], tokens: Iterable[int]) -> Words:
        """From the tokens that have a row."""
        known = [(one, vocabulary[one]) for one in tokens if one < len(vocabulary)]
        capitals = [text.decode() for one, text in known if one < _CAPITALS and _CAPITAL.fullmatch(text)]
        smalls = [text[1:].decode() for one, text in known if one < _SMALLS and _SMALL.fullmatch(text)]
        pieces = [text.decode() for _, text in known if _PRINTABLE.fullmatch(text)]
        often = [word for word in _OFTEN if word in capitals] * _EIGHTFOLD
        return cls(tuple(capitals + often), tuple(smalls), tuple(pieces))

    def phrase(self, chance: Random, least: int = 1, most: int = 3) -> str:
        """A label of so many words."""
        count = chance.choice([least, least, min(least + 1, most), most])
        return " ".join([chance.choice(self.capitals), *chance.choices(self.smalls, k=count - 1)])

    def name(self, chance: Random) -> str:
        """A person's, or what may pass for one."""
        return chance.choice(NAMES if chance.random() < 0.6 else self.capitals)
