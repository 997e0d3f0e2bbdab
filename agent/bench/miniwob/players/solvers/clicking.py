"""Tasks that are solved by clicks on what the page asks for by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.miniwob.players.solvers.solver import Actions, click, press, quotes
from tools.action import Type

if TYPE_CHECKING:
    from agent.bench.miniwob.players.elements import Elements
    from agent.bench.miniwob.players.solvers.solver import Solver

_SUBMIT = "#subbtn"


def _only_button(page: Elements, _utterance: str) -> Actions:
    yield click(page, "button")


def _quoted_button(page: Elements, utterance: str) -> Actions:
    yield click(page, "button", quotes(utterance)[0])


def _named_buttons(page: Elements, utterance: str) -> Actions:
    for name in re.findall(r"button (\w+)", utterance):
        yield click(page, "button", name)


def _link(page: Elements, utterance: str) -> Actions:
    yield click(page, ".alink", quotes(utterance)[0])


def _dialog_button(page: Elements, utterance: str) -> Actions:
    name = quotes(utterance)[0]
    if name == "x":
        yield click(page, ".ui-dialog-titlebar button")
    else:
        yield click(page, ".ui-dialog-buttonset button", name)


def _boxes(page: Elements, utterance: str) -> Actions:
    named = utterance.removeprefix("Select ").removesuffix(" and click Submit.")
    for name in [] if named == "nothing" else named.split(", "):
        yield click(page, "label", name)
    yield click(page, _SUBMIT)


def _tab(page: Elements, utterance: str) -> Actions:
    number = re.findall(r"#(\d+)", utterance)[0]
    yield click(page, f'#area ul a[href="#tabs-{number}"]')


def _color(page: Elements, utterance: str) -> Actions:
    color = utterance.split()[3]
    yield click(page, f'.color[data-color="{color}"]')


def _widget(page: Elements, utterance: str) -> Actions:
    yield click(page, f'#area [data-type="{quotes(utterance)[0]}"]')


def _field(page: Elements, utterance: str) -> Actions:
    order = re.findall(r"(\d+)(?:st|nd|rd|th)", utterance)
    yield click(page, "#area input", number=int(order[0]) - 1 if order else 0)


def _coordinate(page: Elements, utterance: str) -> Actions:
    place = re.findall(r"\(.*\)", utterance)[0]
    yield click(page, f'circle[id="{place}"]')


def _drop_down(page: Elements, utterance: str) -> Actions:
    yield click(page, "select")
    yield Type(text=utterance.removeprefix("Select ").removesuffix(" from the list and click Submit."))
    yield press("enter")
    yield click(page, "button", "Submit")


def _all_marked(page: Elements, _utterance: str) -> Actions:
    for number, shown in enumerate(page.texts(".display-number")):
        yield click(page, ".odd" if int(shown) % 2 else ".even", number=number)
    yield click(page, "#submit")


SOLVERS: dict[str, Solver] = {
    **dict.fromkeys(("click-test", "click-dialog"), _only_button),
    **dict.fromkeys(("click-button", "unicode-test"), _quoted_button),
    **dict.fromkeys(("click-test-2", "click-test-transfer", "click-button-sequence"), _named_buttons),
    **dict.fromkeys(
        ("click-option", "click-checkboxes", "click-checkboxes-large", "click-checkboxes-transfer"), _boxes
    ),
    **dict.fromkeys(("focus-text", "focus-text-2"), _field),
    "click-link": _link,
    "click-dialog-2": _dialog_button,
    "click-tab": _tab,
    "click-color": _color,
    "click-widget": _widget,
    "grid-coordinate": _coordinate,
    "choose-list": _drop_down,
    "odd-or-even": _all_marked,
}
