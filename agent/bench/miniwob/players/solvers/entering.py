"""Tasks that are solved by typing what the page asks for or shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.miniwob.players.solvers.solver import Actions, click, fill, press, quotes
from tools.action import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.bench.miniwob.players.elements import Elements
    from agent.bench.miniwob.players.solvers.solver import Solver

_SUBMIT = "#subbtn"


def _submitted(*fields: tuple[str, Callable[[Elements, str], str]]) -> Solver:
    """Fills fields, each with what is made of the page and its utterance, and submits."""

    def solve(page: Elements, utterance: str) -> Actions:
        for selector, text in fields:
            yield from fill(page, selector, text(page, utterance))
        yield click(page, _SUBMIT)

    return solve


def _quoted(number: int) -> Callable[[Elements, str], str]:
    return lambda _page, utterance: quotes(utterance)[number]


def _cased(_page: Elements, utterance: str) -> str:
    text = quotes(utterance)[0]
    return text.upper() if "upper case" in utterance else text.lower()


def _shown(page: Elements, _utterance: str) -> str:
    return page.texts("#captcha")[0].replace(" ", "")


def _sum(page: Elements, _utterance: str) -> str:
    first, sign, second = page.texts("#math-problem")[0].removesuffix("=").split()
    one, other = int(first), int(second)
    return str({"+": one + other, "-": one - other, "x": one * other}[sign])


def _unknown(page: Elements, _utterance: str) -> str:
    first, sign, second, _, result = page.texts("#math-problem")[0].split()
    total = int(result)
    if first != "x":
        return str(total - int(first) if sign == "+" else int(first) - total)
    return str(total - int(second) if sign == "+" else total + int(second))


def _nth_word(page: Elements, utterance: str) -> str:
    number = int(re.findall(r"(\d+)(?:st|nd|rd|th)", utterance)[0])
    words: list[str] = re.findall(r"[\w']+", page.texts("#area p")[0])
    return words[number - 1]


def _last_word(page: Elements, _utterance: str) -> str:
    text: str = page.value("textarea")
    return text.rsplit(maxsplit=1)[-1]


def _cell(page: Elements, utterance: str) -> str:
    key = re.findall(r"value of (.*) into", utterance)[0]
    cells = page.texts("#tab td")
    return cells[cells.index(key) + 1]


def _date(page: Elements, utterance: str) -> Actions:
    digits = re.findall(r"[\d/]{10}", utterance)[0].replace("/", "")
    yield from _segments(page, digits)


def _time(page: Elements, utterance: str) -> Actions:
    hour, minute, half = re.findall(r"(\d+):(\d+) (AM|PM)", utterance)[0]
    yield from _segments(page, f"{int(hour):02}{minute}{half}")


def _segments(page: Elements, keys: str) -> Actions:
    """Typing into a field of segments, from the first one on."""
    yield press("tab")
    yield Type(text=keys)
    yield click(page, _SUBMIT)


def _spun(page: Elements, utterance: str) -> Actions:
    number = int(re.findall(r"-?\d+", utterance)[0])
    yield click(page, "#spinner")
    if number:
        yield press("up" if number > 0 else "down", times=abs(number))
    yield click(page, _SUBMIT)


def _copied(page: Elements, utterance: str) -> Actions:
    order = re.findall(r"(\d+)(?:st|nd|rd|th)", utterance)
    yield click(page, "textarea", number=int(order[0]) - 1 if order else 0)
    yield press("ctrl", "a")
    yield press("ctrl", "c")
    yield click(page, "#answer-input, #area input[type=text]")
    yield press("ctrl", "v")
    yield click(page, _SUBMIT)


def _completed(page: Elements, utterance: str) -> Actions:
    begins, ends = (*quotes(utterance), "")[:2]
    known = page.ask("ITEMS")
    item = next(one for one in known if one.startswith(begins) and one.endswith(ends))
    yield from fill(page, "#tags", item)
    yield press("tab")
    yield click(page, _SUBMIT)


SOLVERS: dict[str, Solver] = {
    **dict.fromkeys(("enter-text", "enter-text-dynamic"), _submitted(("#tt", _quoted(0)))),
    **dict.fromkeys(("copy-paste", "copy-paste-2"), _copied),
    **dict.fromkeys(("use-autocomplete", "use-autocomplete-nodelay"), _completed),
    "enter-text-2": _submitted(("#tt", _cased)),
    "text-transform": _submitted(("#tt", _shown)),
    "enter-password": _submitted(("#password", _quoted(0)), ("#verify", _quoted(0))),
    "login-user": _submitted(("#username", _quoted(0)), ("#password", _quoted(1))),
    "simple-arithmetic": _submitted(("#math-answer", _sum)),
    "simple-algebra": _submitted(("#math-answer", _unknown)),
    "find-word": _submitted(("#answer-input", _nth_word)),
    "scroll-text": _submitted(("#answer-input", _last_word)),
    "read-table": _submitted(("#tt", _cell)),
    "enter-date": _date,
    "enter-time": _time,
    "use-spinner": _spun,
}
