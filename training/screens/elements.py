"""Random elements of a form, each with its label, value and state. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.screens.values import value
from training.screens.words import COMPANIES, NAMES, TOWNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.screens.outline import Element, Kind, Node
    from training.screens.source import Source

_WEIGHTS: dict[Kind, float] = {
    "field": 10, "area": 2, "number": 3, "date": 2, "dropdown": 5, "combo": 2, "checkbox": 7, "radio": 4,
    "switch": 3, "slider": 2, "progress": 2, "table": 1.6, "list": 1.2, "tree": 1.2, "link": 1, "text": 0.8,
}  # fmt: skip
TALL = ("table", "list", "tree", "area")
"""Elements of many lines."""


def random_element(source: Source, tall: bool = True) -> Element | None:  # noqa: FBT001, FBT002
    """The next one, of many lines where that is allowed; None where no label is left for its kind."""
    kind = source.random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    if kind in TALL and not tall:
        kind = "field"
    return element_of(source, kind)


def element_of(source: Source, kind: Kind) -> Element | None:
    """The next one of a kind; None where no label is left for it."""
    return _MAKERS[kind](source, kind)


def _field(source: Source, kind: Kind) -> Element | None:
    kinds = {"number": ("count", "percent"), "date": ("date",), "area": ("sentence",)}.get(kind)
    fields = source.words.fields
    label = source.one_of(label for label, of in fields.items() if kinds is None or of in kinds)
    if label is None:
        return None
    of = fields[label]
    made = source.element(kind, label)
    if kind in ("number", "date") or source.chance(0.6):
        made["value"] = value(source.random, of)
        made["readonly"] = kind in ("field", "area") and source.chance(0.1)
    elif source.chance(0.4):
        made["placeholder"] = source.random.choice((label, value(source.random, of)))
    if source.chance(0.12):
        made["help"] = source.random.choice(source.words.helps)
    if of in ("count", "percent", "money") and source.chance(0.3):
        other = source.random.choice(("kg", "cm", "s", "pcs", "mm"))
        made["unit"] = {"percent": "%", "money": "EUR"}.get(of, other)
    return made


def _choice(source: Source, kind: Kind) -> Element | None:
    label = source.one_of(source.words.choices)
    if label is None:
        return None
    choices = source.words.choices[label]
    choice = source.random.randrange(len(choices)) if source.chance(0.85) or kind == "radio" else None
    shown = "" if choice is None else choices[choice]
    return source.element(kind, label, value=shown, choices=choices, choice=choice)


def _tick(source: Source, kind: Kind) -> Element | None:
    label = source.one_of(source.words.ticks)
    mixed = ("mixed",) if kind == "checkbox" else ()
    state = source.random.choice(("on", "off") * 3 + mixed)
    return None if label is None else source.element(kind, label, state=state)


def _share(source: Source, kind: Kind) -> Element | None:
    label = source.one_of(source.words.fields)
    return None if label is None else source.element(kind, label, value=str(source.random.randrange(101)))


def _caption(source: Source, kind: Kind) -> Element | None:
    label = source.one_of(source.words.helps if kind == "text" else source.words.buttons)
    return None if label is None else source.element(kind, label)


def _table(source: Source, kind: Kind) -> Element:
    random = source.random
    columns = random.sample(list(source.words.fields.items()), random.randrange(2, 6))
    rows = [[value(random, of) for _, of in columns] for _ in range(random.randrange(2, 9))]
    chosen = random.choice((None, random.randrange(len(rows))))
    return source.element(kind, "", headers=[label for label, _ in columns], rows=rows, chosen=chosen)


def _list(source: Source, kind: Kind) -> Element:
    random = source.random
    texts = random.choice((NAMES, TOWNS, COMPANIES))
    choices = random.sample(texts, random.randrange(3, min(9, len(texts))))
    choice = random.choice((None, random.randrange(len(choices))))
    return source.element(kind, "", choices=choices, choice=choice)


def _tree(source: Source, kind: Kind) -> Element:
    nodes: list[Node] = []
    for text in source.random.sample(source.words.captions, source.random.randrange(2, 5)):
        nodes += _branch(source, text)
    if source.chance(0.6):
        source.random.choice([node for node in nodes if node["depth"] == 0])["chosen"] = True
    return source.element(kind, "", nodes=nodes)


def _branch(source: Source, text: str) -> list[Node]:
    """An entry of a tree, and those in it."""
    inner = source.random.sample(TOWNS, source.random.choice((0, 1, 2, 3)))
    top: Node = {"text": text, "depth": 0, "state": "leaf", "chosen": False}
    if inner:
        top["state"] = source.random.choice(("open", "open", "closed"))
    leaves: list[Node] = [{"text": text, "depth": 1, "state": "leaf", "chosen": False} for text in inner]
    return [top, *leaves]


_MAKERS: dict[Kind, Callable[[Source, Kind], Element | None]] = {
    "field": _field, "area": _field, "number": _field, "date": _field, "dropdown": _choice, "combo": _choice,
    "radio": _choice, "checkbox": _tick, "switch": _tick, "slider": _share, "progress": _share,
    "link": _caption, "text": _caption, "table": _table, "list": _list, "tree": _tree,
}  # fmt: skip
