"""Tasks that are solved by what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.miniwob.players.solvers.solver import Actions, click
from tools.action import Click

if TYPE_CHECKING:
    from agent.bench.miniwob.players.elements import Elements
    from agent.bench.miniwob.players.solvers.solver import Solver

_TYPES = {"rect": "rectangle", "circle": "circle", "polygon": "triangle"}


def _ascending(page: Elements, _utterance: str) -> Actions:
    """The numbers are hidden after the first click."""
    places = [page.at("svg text", str(number + 1)) for number in range(page.count("svg text"))]
    yield from (Click(point=place) for place in places)


def _shape(page: Elements, _utterance: str) -> Actions:
    tag = page.ask("document.querySelector('#area_svg > *').tagName")
    kind = _TYPES.get(tag) or ("digit" if page.texts("#area_svg text")[0].isdigit() else "letter")
    yield click(page, f'button[data-type="{kind}"]')


SOLVERS: dict[str, Solver] = {
    "ascending-numbers": _ascending,
    "identify-shape": _shape,
}
