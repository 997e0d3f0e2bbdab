"""Questions: steps on a still whose right answers its truth tells; fixed by the still's name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from agent.task.variables import quoted
from tools.locate.element import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.exam.stills import Element, Still
    from tools.geometry import Box

Right = Literal["act", "nothing", "either"]
"""What the right answer does: act on the element, call the step done without an act, either of the two."""

TYPED = {
    "field": ("Ada Lovelace", "Metz", "HX-4471", "Quai 9"),
    "area": ("Please ring twice", "Handle with care"),
    "number": ("42", "7", "1250"),
    "date": ("2026-03-14", "2025-11-02"),
    "combo": ("Berlin", "Other"),
}
"""What is typed, by the kind that takes it."""
CLICKED = ("button", "icon-button", "link", "menu", "menu-item", "row", "cell", "header", "node")
_TURNING = {"checkbox": ("Untick", "Tick"), "switch": ("Turn off", "Turn on")}
TURNED = tuple(_TURNING)
ASKED = (*TYPED, *CLICKED, *TURNED, "dropdown", "radio", "tab", "slider")
"""The kinds that are asked for."""
_KEYS = re.compile(r"\s+(?:(?:Ctrl|Alt|Shift)\+)+\w+$|\s+F\d+$")
_APART = ("title", "status", "caption", "help", "unit", "placeholder")
"""Texts of a plan that stand on the screen and are no element's."""


@dataclass(frozen=True, slots=True)
class Question:
    """One step, and what its right answer is."""

    step: str
    asked: int
    """Index of the element."""
    right: Right = "act"


def questions(still: Still) -> list[Question]:
    """The questions on a still: one an element that can be asked for by a name that no other text has."""
    random, names = Random(still.picture.stem), _names(still)
    return [
        Question(step, at, right)
        for at, one in enumerate(still.elements)
        if one.kind in ASKED
        and not (one.clipped or one.behind or still.hides(one))
        and (name := _phrase(one, still, names)) is not None
        for step, right in _asked(one, name, random, still.plan)
    ]


def name_of(element: Element) -> str:
    """What an element is called: its label; its own text where it bears it."""
    own = element.kind in (*CLICKED, *TURNED, "radio", "tab")
    return bare(" ".join((_text(element) if own else element.label).split()))


def _text(element: Element) -> str:
    """An element's text; of a menu's entry without the keys that some pages tell with it."""
    return _KEYS.sub("", element.text) if element.kind == "menu-item" else element.text


def _phrase(one: Element, still: Still, names: Counter[str]) -> str | None:
    """How an element is asked for: a cell by its place, all else by its name; None where that is none."""
    if one.kind == "row" and any(
        _lies_in(cell.box, one.box) for cell in still.elements if cell.kind == "cell"
    ):
        return None  # nobody names a row of a table by all that stands in it
    place = _place(one, still) if one.kind == "cell" else ()
    parts = place or (one,)
    if any(names[_key(name_of(part))] != 1 or part.clipped or part.behind for part in parts):
        return None  # by a text that stands there twice, or is out of sight
    column, *rows = (f'"{quoted(name_of(part))}"' for part in parts)
    return " in row ".join((column, *rows))


def _asked(one: Element, name: str, random: Random, plan: dict[str, Any]) -> Iterator[tuple[str, Right]]:
    """The question about an element of that name, if there is one, and what its right answer is."""
    is_on = one.state == "on"
    if one.kind in TURNED:
        on = random.random() < 0.5  # noqa: PLR2004 (half of them)
        is_so = one.state == ("on" if on else "off")
        if one.enabled or is_so:
            yield f"{_TURNING[one.kind][on]} {name}", "nothing" if is_so else "act"
    elif not one.enabled or one.readonly:
        return
    elif one.kind in TYPED:
        yield f'Type "{random.choice(TYPED[one.kind])}" into {name}', "act"
    elif one.kind == "radio":
        yield f"Choose {name}", "nothing" if is_on else "act"
    elif one.kind == "tab":
        yield f"Choose {name}", "either" if one.state else "act"
    elif one.kind == "slider":
        yield f"Set {name} to 70", "act"
    elif one.kind == "dropdown":
        option = random.choice([one.text, *_choices(plan, one.label)])
        if option:
            # To open its list and choose the same again changes nothing either.
            yield f'Select "{quoted(option)}" in {name}', "either" if option == one.text else "act"
    else:
        yield f"Click the {name} icon" if one.kind == "icon-button" else f"Click {name}", "act"


def _place(cell: Element, still: Still) -> tuple[Element, ...]:
    """The header of a cell's column and the first cell of its row; none for that one, or without a header."""
    row = [one for one in still.elements if one.kind == "cell" and one.box.same_row(cell.box)]
    heads = [one for one in still.elements if one.kind == "header" and _is_over(one.box, cell.box)]
    first = min(row, key=lambda one: one.box.left)
    return () if first == cell or len(heads) != 1 else (heads[0], first)


def _is_over(header: Box, cell: Box) -> bool:
    return header.left <= cell.center.x < header.right


def _names(still: Still) -> Counter[str]:
    """How often each text stands on a still, as a name may; once where it is a row's and its cell's too."""
    places = [
        (_key(text), one.box)
        for one in still.elements
        if one.kind != "tooltip"
        for text in sorted({_text(one), one.label} - {""})
    ]
    names = Counter(_key(text) for text in _others(still.plan))
    for at, (name, box) in enumerate(places):
        same = [around for other, (known, around) in enumerate(places) if known == name and other != at]
        names[name] += not any(_lies_in(box, around) for around in same)
    return names


def _lies_in(box: Box, around: Box) -> bool:
    return box != around and box.overlap(around) == box


def _others(plan: Any) -> Iterator[str]:
    """The texts of a plan that no element is told to have."""
    if isinstance(plan, list):
        for part in plan:
            yield from _others(part)
    elif isinstance(plan, dict):
        yield from (plan[key] for key in _APART if isinstance(plan.get(key), str))
        if plan.get("kind") == "text":
            yield from (plan[key] for key in ("label", "value") if plan.get(key))
        for part in plan.values():
            yield from _others(part)


def _choices(plan: Any, label: str) -> list[str]:
    """What the plan has a drop-down with that label offer."""
    parts = plan.values() if isinstance(plan, dict) else plan if isinstance(plan, list) else ()
    if isinstance(plan, dict) and plan.get("label") == label and plan.get("choices"):
        return [str(choice) for choice in plan["choices"]]
    return next((found for part in parts if (found := _choices(part, label))), [])


def _key(text: str) -> str:
    return bare(" ".join(text.split())).casefold()
