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
    "begins as recorded": (
        "Ada Lovelace King", "Emden Nord", "Dover East", "Standard plus", "Weight in all", "Bill of lading",
        "505", "2026-03-14 08:00",
    ),
    "in capitals": ("ADA LOVELACE", "HALL", "MAIL", "AIR", "ID", "OUT", "0", "2026-MAR-14"),
    "with digits": ("R2 D2", "Halle 11", "Pier 7", "Day 2", "Size 10", "Year 2025", "1048", "14.03.26"),
    "not there": ("", "Atlantis", "Atlantis", "Atlantis", "Atlantis", "Atlantis", "", ""),
}  # fmt: skip
RECORDED = ("Ada Lovelace", "Emden", "Dover", "Standard", "Weight", "Bill", "50", "2026-03-14")
NAMES = ("name", "town", "port", "speed", "sort", "folder", "copies", "due")
"""The task's variables, in the order of `ACTS`."""
LISTS = tuple(
    "|".join(listed)
    for listed in (
        ("Aachen", "Berlin Mitte", "Berlin", "Bonn", "Bremen", "Dresden", "Emden Nord", "Emden", "Essen",
         "Frankfurt am Main", "Gera", "Hall", "HALL", "Hail", "Halle 1", "Halle 11", "Hamburg", "Jena",
         "Kassel", "Kiel", "Köln", "Leipzig", "Mainz", "Oslo", "Potsdam", "Rostock", "Stade", "Trier",
         "Tromsø", "Ulm", "Weimar", "Worms", "Zwolle"),
        ("Antwerp", "Bari", "Bergen Nord", "Bergen", "Cork", "Dover", "Dover East", "Gdynia", "Genoa",
         "Leith", "Malmö", "Mall", "MAIL", "Mail", "Narvik", "Odense", "Pier 17", "Pier 7", "Porto", "Riga",
         "Rotterdam Europoort", "Split", "Zadar"),
        ("Standard", "Standard plus", "Express night", "Express", "Expross", "Économique", "Air", "AIR",
         "Overnight before ten", "Courier", "Day 12", "Day 2", "Sea"),
        ("Weight in all", "Weight", "Id", "ID", "Value of the parcel", "Slot", "Slat", "Größe", "Date due",
         "Date", "Volume", "Size 100", "Size 10", "Zone"),
        ("Inbox", "Out", "OUT", "Correspondence of the year", "Bill of lading", "Bill", "Bull", "Übersicht",
         "Plan B", "Plan", "Notes", "Year 2026", "Year 2025", "Zoo"),
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
