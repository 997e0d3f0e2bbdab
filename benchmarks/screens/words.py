"""Words on the screens, and texts that differ from them in a letter or a digit."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

CAPTIONS = (
    "Save", "Send", "Open", "Close", "Cancel", "Apply", "Next", "Back", "Finish", "Install", "Remove",
    "Repair", "Browse", "Search", "Replace", "Print", "Export", "Import", "Refresh", "Details",
    "Settings", "Connect", "Disconnect", "Upload", "Download", "Start", "Stop", "Pause", "Resume",
    "Archive", "Publish", "Approve", "Reject", "Submit", "Reset", "Verify", "Restore", "Backup",
    "Format", "Mount", "Eject", "Rename", "Duplicate", "Add customer", "Delete customer",
    "Edit customer", "New invoice", "Print invoice", "Send invoice", "Accept the terms",
    "Decline the terms", "Install for all users", "Install for me only", "Create a desktop icon",
    "Create a menu entry", "Check for updates", "Send usage reports", "Custom installation",
    "Typical installation", "Minimal installation", "Show advanced options", "Full name", "Street",
    "Postal code", "Country", "Telephone", "E-mail", "Company", "Account", "Password", "Quantity",
    "Unit price", "Discount", "Reference", "Comment", "Department", "Cost centre", "Delivery date",
)  # fmt: skip
NAMES = (
    "Lovelace", "Turing", "Hopper", "Dijkstra", "Knuth", "Liskov", "Hoare", "Backus", "Noether",
    "Gauss", "Euler", "Curie", "Bohr", "Planck", "Fermi", "Meitner", "Hertz", "Volta", "Ampere",
    "Faraday",
)  # fmt: skip
STATES = ("open", "paid", "overdue", "draft")


def another_letter(text: str, random: Random, taken: set[str]) -> str:
    """The text with one letter changed; none of those that are taken.

    Signs that a font may draw alike (l and I) are not exchanged for one another: nobody could tell.
    """
    places = [place for place, sign in enumerate(text) if sign.isalpha() and sign not in "lI"]
    while True:
        place = random.choice(places)
        letters = string.ascii_lowercase if text[place].islower() else string.ascii_uppercase
        sign = random.choice([letter for letter in letters if letter not in {text[place], "l", "I"}])
        changed = text[:place] + sign + text[place + 1 :]
        if changed not in taken:
            return changed


def another_digit(text: str, random: Random, taken: set[str]) -> str:
    """The text with one digit changed; none of those that are taken."""
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    while True:
        place = random.choice(places)
        changed = text[:place] + random.choice(string.digits) + text[place + 1 :]
        if changed not in taken and changed != text:
            return changed
