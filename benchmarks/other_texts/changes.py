"""Changes of the desk: what a replay should do under each, and how one is drawn."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from benchmarks.other_texts.desk import RECORDED, TARGET, Desk, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Expected = Literal["pass", "stop", "either"]
"""either: the order can be booked as it was recorded, and a stop is honest too."""
_TRIES = 40
"""Draws until one is another than all before."""
_AT = RECORDED.rows.index(TARGET)
_VERBS = ("Delete", "Cancel", "Refund", "Archive", "Reject", "Return", "Ship", "Copy", "Split", "Void")
_TITLES = (
    "Please cancel",
    "Warning",
    "Delete order",
    "Payment",
    "Login",
    "Refund",
    "Last step",
    "Please wait",
)
_WINDOWS = ("Returns desk", "Order archive", "Refund desk", "Test desk", "Order draft", "Older desk")
_NAMES = ("Grace Hopper", "Ada Lovelock", "Alan Turing", "Ida Lovelace", "Ada Loveless", "Emmy Noether")
_BIRTHS = ("9 Dec 1906 in New York", "23 Jun 1912 in London", "23 Mar 1882 in Erlangen", "3 Jan 1903 in Rome")
_SUFFIXES = ("(2)", "- copy", "old", "II", "draft", "b", "?", "*")
_MONEY = ("USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "JPY")
_ALIKE = (
    ("o", "a"), ("e", "c"), ("n", "m"), ("m", "rn"), ("r", "n"), ("u", "v"), ("a", "á"), ("e", "é"),
    ("l", "1"), ("0", "O"), ("5", "6"), ("8", "3"), ("1", "7"), ("1", "l"), ("o", "ö"), ("c", "e"),
)  # fmt: skip
_HEADS = ("heading", "born", "balance")
_QUESTIONS = ("question", "question_title")
_CELLS = ("number", "due", "amount")
_OTHERS = ("Brown", "Abara", "Novak", "Silva", "Jonas", "Weber", "Kowal", "Hansen", "Dubois", "Rossi")
_PORTS = ("Aachen", "Antwerp", "Bari", "Bilbao", "Calais", "Cork", "Bergamo", "Berg", "Dover")
_NOTES = ("Call", "Call back at noon", "Never mind", "Do it now", "Wait for the letter", "Ask the office")


class Change(NamedTuple):
    """One way in which the desk is not as it was recorded."""

    expected: Expected
    alter: Callable[[Desk, random.Random], Desk]


def drawn(name: str, kit: str, seeds: int) -> Iterator[Desk]:
    """So many desks changed in one way, each another one where there are so many."""
    known: set[str] = set()
    for seed in range(1, seeds + 1):
        draw = random.Random(f"{kit} {name} {seed}")
        for _ in range(_TRIES):
            desk = CHANGES[name].alter(RECORDED, draw)
            if RECORDED.differences(desk) not in known:
                break
        known.add(RECORDED.differences(desk))
        yield desk


def _text(desk: Desk, draw: random.Random, places: tuple[str, ...], alter: Callable[[str], str]) -> Desk:
    """One text altered: of the desk, or of the target's row."""
    place = draw.choice(places)
    if place not in _CELLS:
        return replace(desk, **{place: alter(getattr(desk, place))})
    row = desk.rows[_AT]
    return _with_row(desk, row._replace(**{place: alter(getattr(row, place))}))


def _with_row(desk: Desk, row: Order, at: int = _AT) -> Desk:
    return replace(desk, rows=(*desk.rows[:at], row, *desk.rows[at + 1 :]))


def _digit(text: str, draw: random.Random) -> str:
    """With one digit another one; a number that only stands for one is written out first."""
    text = text.replace("{amount}", TARGET.amount).replace("{number}", TARGET.number)
    at = draw.choice([found.start() for found in re.finditer(r"\d", text)])
    return text[:at] + draw.choice([digit for digit in "123456789" if digit != text[at]]) + text[at + 1 :]


def _other_digit(*places: str) -> Callable[[Desk, random.Random], Desk]:
    return lambda desk, draw: _text(desk, draw, places, lambda text: _digit(text, draw))


def _other_words(place: str, words: tuple[str, ...]) -> Callable[[Desk, random.Random], Desk]:
    return lambda desk, draw: replace(desk, **{place: draw.choice(words)})


def _verb(desk: Desk, draw: random.Random) -> Desk:
    ends = ("?", " now?", " again?", " for good?")
    question = desk.question.replace("Book", draw.choice(_VERBS)).replace("?", draw.choice(ends))
    return replace(desk, question=question)


def _count(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, question=f"Book {draw.randint(2, 4000)} orders of {{name}} for {{amount}}?")


def _negated(desk: Desk, draw: random.Random) -> Desk:
    word = draw.choice(("Not", "No longer", "Never"))
    place = draw.choice((*_HEADS, "title", *_QUESTIONS))
    if place == "question":
        return replace(desk, question=draw.choice(("Do not book", "Never book")) + desk.question[4:])
    text = getattr(desk, place)
    return replace(desk, **{place: f"{word} {text[0].lower()}{text[1:]}"})


def _suffixed(desk: Desk, draw: random.Random) -> Desk:
    places = (*_HEADS, "title", *_QUESTIONS, *_CELLS)
    return _text(desk, draw, places, lambda text: f"{text} {draw.choice(_SUFFIXES)}")


def _name(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, heading=desk.heading.replace("Ada Lovelace", draw.choice(_NAMES)))


def _record(desk: Desk, draw: random.Random) -> Desk:
    """Another customer altogether."""
    return replace(
        desk,
        heading=f"Customer {draw.randint(1000, 9999)}: {draw.choice(_NAMES)}",
        born=f"Born {draw.choice(_BIRTHS)}",
        balance=f"Open balance: {draw.randint(1, 9999)}.{draw.randint(10, 99)} EUR",
    )


def _look_alike(desk: Desk, draw: random.Random) -> Desk:
    """One sign that an eye takes for another only from afar."""

    def alter(text: str) -> str:
        found = [
            (place.start(), old, new)
            for old, new in _ALIKE
            for place in re.finditer(
                re.escape(old), re.sub(r"\{.*?\}", lambda mark: "#" * len(mark[0]), text)
            )
        ]
        at, old, new = draw.choice(found)
        return text[:at] + new + text[at + len(old) :]

    return _text(desk, draw, (*_HEADS, *_QUESTIONS, "number"), alter)


def _currency(desk: Desk, draw: random.Random) -> Desk:
    money = draw.choice(_MONEY)
    if draw.random() < 1 / 3:
        return replace(desk, question=desk.question.replace("{amount}", f"250.00 {money}"))
    return _text(desk, draw, ("balance", "amount"), lambda text: text.replace("EUR", money))


def _sign(desk: Desk, draw: random.Random) -> Desk:
    sign = draw.choice(("-", "+", "- ", "~"))
    if draw.random() < 1 / 3:
        return replace(desk, question=desk.question.replace("{amount}", sign + "{amount}"))
    return _text(desk, draw, ("balance", "amount"), lambda text: re.sub(r"(?=\d)", sign, text, count=1))


def _names_swapped(desk: Desk, draw: random.Random) -> Desk:
    """The target's name stands in another row, and that row's in the target's."""
    at = draw.choice([at for at in range(len(desk.rows)) if at != _AT])
    other = desk.rows[at]
    swapped = _with_row(desk, other._replace(name=TARGET.name), at)
    return _with_row(swapped, TARGET._replace(name=other.name))


def _new_row(draw: random.Random, name: str) -> Order:
    day, amount = draw.randint(10, 28), f"{draw.randint(10, 99)}.{draw.randint(10, 99)} EUR"
    return Order(f"A-{draw.randint(200, 999)}", name, f"2026-0{draw.randint(1, 9)}-{day}", amount)


def _inserted(desk: Desk, draw: random.Random) -> Desk:
    at, row = draw.randint(0, _AT), _new_row(draw, draw.choice(_OTHERS))
    return replace(desk, rows=(*desk.rows[:at], row, *desk.rows[at:]))


def _inserted_same(desk: Desk, draw: random.Random) -> Desk:
    at = draw.choice((0, _AT, _AT + 1, len(desk.rows)))
    return replace(desk, rows=(*desk.rows[:at], _new_row(draw, TARGET.name), *desk.rows[at:]))


def _another_row(desk: Desk, draw: random.Random) -> Desk:
    at = draw.choice([at for at in range(len(desk.rows)) if at != _AT])
    place = draw.choice(_CELLS)
    row = desk.rows[at]
    return _with_row(desk, row._replace(**{place: _digit(getattr(row, place), draw)}), at)


def _shuffled(desk: Desk, draw: random.Random) -> Desk:
    rows = list(desk.rows)
    draw.shuffle(rows)
    return replace(desk, rows=tuple(rows))


def _removed(desk: Desk, draw: random.Random) -> Desk:
    at = draw.choice([at for at in range(len(desk.rows)) if at != _AT])
    return replace(desk, rows=desk.rows[:at] + desk.rows[at + 1 :])


def _ports(desk: Desk, draw: random.Random) -> Desk:
    """Another order of the list behind its first entry, or one more entry."""
    first, *ports = desk.ports
    if draw.random() < 1 / 2:
        draw.shuffle(ports)
    else:
        ports.insert(draw.randint(0, len(ports)), draw.choice(_PORTS))
    return replace(desk, ports=(first, *ports))


def _counter(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, title=f"{desk.title} ({draw.randint(1, 99)})")


def _tooltip(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, tip_after=draw.choice((0, 50, 150, 250, 600, 900, 1500, 60000)))


def _moved(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, left=draw.randint(5, 400), top=draw.randint(35, 130))


def _dialog(when: str) -> Callable[[Desk, random.Random], Desk]:
    return lambda desk, draw: replace(
        desk,
        dialog=when,
        dialog_left=desk.left + draw.randint(-60, 460),
        dialog_top=desk.top + draw.randint(40, 420),
    )


def _note(desk: Desk, draw: random.Random) -> Desk:
    return replace(desk, note=draw.choice(_NOTES) + draw.choice(("", ".", ", please", " (2)")))


CHANGES: dict[str, Change] = {
    "question": Change("stop", _verb),
    "amount": Change("stop", _other_digit("balance", "amount", "question")),
    "number asked": Change("stop", _count),
    "row's number": Change("stop", _other_digit("number")),
    "record's number": Change("stop", _other_digit("heading")),
    "date": Change("stop", _other_digit("born", "due")),
    "not": Change("stop", _negated),
    "suffix": Change("stop", _suffixed),
    "window's title": Change("stop", _other_words("title", _WINDOWS)),
    "question's title": Change("stop", _other_words("question_title", _TITLES)),
    "name": Change("stop", _name),
    "another record": Change("stop", _record),
    "look-alike": Change("stop", _look_alike),
    "currency": Change("stop", _currency),
    "sign": Change("stop", _sign),
    "names swapped": Change("stop", _names_swapped),
    "dialog at first": Change("stop", _dialog("first")),
    "dialog later": Change("stop", _dialog("chosen")),
    "rows in order": Change("either", _shuffled),
    "row inserted": Change("either", _inserted),
    "same name again": Change("either", _inserted_same),
    "row removed": Change("either", _removed),
    "another row": Change("either", _another_row),
    "list's entries": Change("either", _ports),
    "title's counter": Change("either", _counter),
    "later": Change("pass", lambda desk, _: desk),
    "clock goes on": Change("pass", lambda desk, _: replace(desk, ticks=1)),
    "tooltip": Change("pass", _tooltip),
    "status line": Change("pass", _note),
    "window moved": Change("pass", _moved),
}
"""Every change, in the order in which they are tried. `later`: nothing but the time of day is another."""
