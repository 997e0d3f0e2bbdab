"""Tasks that are solved by opening one thing after another until what the page asks for is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.miniwob.players.solvers.solver import Actions, click, fill, quotes

if TYPE_CHECKING:
    from agent.bench.miniwob.players.elements import Elements
    from agent.bench.miniwob.players.solvers.solver import Solver

_ABOVE = """
(wanted => {
  const one = [...document.querySelectorAll('#tree span')].find(span => span.textContent === wanted);
  const names = [];
  for (let at = one; at && at.id !== 'tree'; at = at.parentElement)
    if (at.tagName === 'LI') names.unshift(at.querySelector('span').textContent);
  return names;
})(%r)
"""


def _section(page: Elements, _utterance: str) -> Actions:
    yield click(page, ".ui-accordion-header")
    yield click(page, "#subbtn")


def _until_link(headers: str) -> Solver:
    """Opens one after another until the link can be seen."""

    def solve(page: Elements, utterance: str) -> Actions:
        wanted = quotes(utterance)[0]
        for number in range(page.count(headers)):
            if page.count(".alink", wanted):
                break
            yield click(page, headers, number=number)
        yield click(page, ".alink", wanted)

    return solve


def _tree(page: Elements, utterance: str) -> Actions:
    for name in page.ask(_ABOVE % quotes(utterance)[0]):
        yield click(page, "#tree span", name)


def _result(page: Elements, utterance: str) -> Actions:
    wanted = int(re.findall(r"(\d+)(?:st|nd|rd|th)", utterance)[0]) - 1
    yield from fill(page, "#search-text", quotes(utterance)[0])
    yield click(page, "#search")
    each = page.count(".search-title")
    for _ in range(wanted // each):
        yield click(page, "#pagination a", ">")
    yield click(page, ".search-title", number=wanted % each)


def _contact(page: Elements, utterance: str) -> Actions:
    name, what = re.findall(r"Find (.*) in the contact book and click on their (.*)\.", utterance)[0]
    while page.texts(".name") != [name]:
        yield click(page, "#pagination a", ">")
    yield click(page, f".{what.split()[0]}")


SOLVERS: dict[str, Solver] = {
    **dict.fromkeys(("click-collapsible", "click-collapsible-nodelay"), _section),
    **dict.fromkeys(
        ("click-collapsible-2", "click-collapsible-2-nodelay"), _until_link(".ui-accordion-header")
    ),
    **dict.fromkeys(
        ("click-tab-2", "click-tab-2-easy", "click-tab-2-medium", "click-tab-2-hard"),
        _until_link("#area > ul a"),
    ),
    "navigate-tree": _tree,
    "search-engine": _result,
    "phone-book": _contact,
}
