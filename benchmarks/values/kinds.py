"""Kinds of values, and what each is for each act. The recorded values are those of `RECORDED`."""

from __future__ import annotations

ACTS = ("typed", "drop-down", "list", "radio", "menu", "tree", "spin", "date")
"""In the order in which the program writes their values."""
KINDS = {
    "shorter": ("Bo", "Ulm", "Bari", "Air", "Id", "Out", "7", "2026-3-4"),
    "longer": (
        "Wolfgang Amadeus Mozart of Salzburg", "Frankfurt am Main", "Rotterdam Europoort",
        "Overnight before ten", "Value of the parcel", "Correspondence of the year", "1250",
        "2026-11-23 12:00",
    ),
    "look-alike": ("Ada Lovelaoe", "Hail", "Mail", "Expross", "Slat", "Bull", "56", "2026-03-11"),
    "accented": (
        "Zoë Łukasiewicz", "Tromsø", "Malmö", "Économique", "Größe", "Übersicht", "12", "2026-03-15",
    ),
    "out of sight": (
        "A name that is longer than its field shows, Ph. D.", "Zwolle", "Zadar", "Sea", "Zone", "Zoo", "99",
        "2026-12-31",
    ),
    "also elsewhere": ("Grace Hopper", "Leipzig", "Leith", "Courier", "Volume", "Notes", "33", "2026-01-01"),
    "prefix of another": ("Ada", "Berlin", "Bergen", "Express", "Date", "Plan", "5", "2026-03-1"),
    "not there": ("", "Atlantis", "Atlantis", "Atlantis", "Atlantis", "Atlantis", "", ""),
}  # fmt: skip
RECORDED = ("Ada Lovelace", "Emden", "Dover", "Standard", "Weight", "Bill", "50", "2026-03-14")
NAMES = ("name", "town", "port", "speed", "sort", "folder", "copies", "due")
"""The task's variables, in the order of `ACTS`."""
LISTS = tuple(
    "|".join(listed)
    for listed in (
        ("Aachen", "Berlin Mitte", "Berlin", "Bonn", "Bremen", "Dresden", "Emden", "Essen",
         "Frankfurt am Main", "Gera", "Hall", "Hail", "Hamburg", "Jena", "Kassel", "Kiel", "Köln", "Leipzig",
         "Mainz", "Oslo", "Potsdam", "Rostock", "Stade", "Trier", "Tromsø", "Ulm", "Weimar", "Worms",
         "Zwolle"),
        ("Antwerp", "Bari", "Bergen Nord", "Bergen", "Cork", "Dover", "Gdynia", "Genoa", "Leith", "Malmö",
         "Mall", "Mail", "Narvik", "Odense", "Porto", "Riga", "Rotterdam Europoort", "Split", "Zadar"),
        ("Standard", "Express night", "Express", "Expross", "Économique", "Air", "Overnight before ten",
         "Courier", "Sea"),
        ("Weight", "Id", "Value of the parcel", "Slot", "Slat", "Größe", "Date due", "Date", "Volume",
         "Zone"),
        ("Inbox", "Out", "Correspondence of the year", "Bill", "Bull", "Übersicht", "Plan B", "Plan", "Notes",
         "Zoo"),
        ("Grace Hopper", "Leipzig", "Leith", "Courier", "Volume", "Notes", "33", "2026-01-01"),
    )
)  # fmt: skip
"""Towns, ports, speeds, sorts and folders to choose from, and words that merely stand on the form."""
STEPS = {
    "typed": 'Type "${name}" into "Name"',
    "drop-down": 'Select "${town}" in "Town"',
    "list": 'Click "${port}"',
    "radio": 'Choose "${speed}"',
    "menu": 'Choose "Sort > ${sort}"',
    "tree": 'Click "${folder}"',
    "spin": 'Type "${copies}" into "Copies"',
    "date": 'Type "${due}" into "Due"',
}
