"""Form of a seed: a window to fill in, the steps that fill it, and what it then has to hold. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from benchmarks.forms.values import DATES, change, date
from training.screens.elements import element_of
from training.screens.source import Source
from training.screens.words import LANGUAGES

if TYPE_CHECKING:
    from benchmarks.forms.values import Change
    from training.screens.outline import Columns, Element, Group, Kind, LabelSide, Plan
    from training.screens.splits import Look
    from training.screens.words import Words

_KINDS: tuple[Kind, ...] = (
    "date", "number", "area", "radio", "dropdown", "dropdown", "combo", "field", "field", "field", "field",
    "checkbox", "checkbox",
)  # fmt: skip
"""What every form has; kinds for which few labels do come first."""
_MORE: tuple[Kind, ...] = ("field", "field", "checkbox", "dropdown")
"""Of which it has up to two besides."""
_LABELS: tuple[LabelSide, ...] = ("left", "left", "left, flush right", "above")
_AT = [20, 30]
_CAPTIONED = 0.6


class Traits(NamedTuple):
    """What the forms of a toolkit may have."""

    switches: bool = False
    hints: tuple[Kind, ...] = ()
    """Whose elements can show a hint, which may be their label."""
    columns: tuple[Columns, ...] = (1, 2)
    combos: bool = True
    """Whether it has fields with a list to choose from."""
    size: list[int] | None = None
    """Of the window in pixels; None: as it needs."""
    date: str | None = None
    """The one format in which it shows dates."""


_GTK = Traits(switches=True, hints=("field", "combo"))
_PAGES = Traits(switches=True, hints=("field", "area", "combo"), columns=(3,), size=[1240, 1140])
TOOLKITS = {
    "tk": Traits(), "qt6": Traits(hints=("field", "area", "combo")), "gtk3": _GTK, "gtk4": _GTK,
    "swing": Traits(), "fltk": Traits(columns=(2,)),
    "bootstrap": _PAGES._replace(date="MM/dd/yyyy", combos=False, hints=()),
    "mui": _PAGES._replace(date="MM/dd/yyyy"),
    "antd": _PAGES._replace(hints=("field", "area", "combo", "dropdown", "date")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A window and what is to be done in it."""

    plan: Plan
    changes: tuple[Change, ...]
    save: str
    """The caption of the button that saves."""

    @property
    def steps(self) -> list[str]:
        """The sentences of the task."""
        return [*(one.step for one in self.changes), f'Click "{self.save}"']

    @property
    def wanted(self) -> dict[str, str]:
        """What each element has to hold in the end, by its label."""
        return {one.label: one.held for one in self.changes}


def form_of(look: Look, seed: int) -> Form:
    """The form of a seed in a theme of a toolkit: the same one in every run."""
    random = Random(crc32(f"{look.toolkit} {look.theme} {seed}".encode()))
    words = random.choices(list(LANGUAGES.values()), (4, 2, 2, 2, 1))[0]
    traits = TOOLKITS[look.toolkit]
    elements = _elements(random, words, traits)
    changes = [change(random, element, words.fields.get(element["label"], "")) for element in elements]
    for element, one in zip(elements, changes, strict=True):
        hint = (
            element["label"] if element["kind"] in traits.hints else ""
        )  # one that names it is not cut short
        shown = max(len(one.held), len(hint))
        element["width"] = max(element["width"], min(shown + 2, 36))
    return Form(
        _plan(random, words, look, _groups(random, words, elements, traits)), tuple(changes), words.buttons[0]
    )


def _plan(random: Random, words: Words, look: Look, groups: list[Group]) -> Plan:
    theme, _, tone = look.theme.partition(":")
    return {
        "seed": random.randrange(2**31), "title": random.choice(words.titles), "theme": theme,
        "dark": bool(tone), "points": random.choice((9, 10, 10, 11)), "font": None, "scale": 1.0, "at": _AT,
        "size": TOOLKITS[look.toolkit].size, "menus": [], "open_menu": None, "toolbar": [], "tabs": [],
        "groups": groups, "status": None, "used": True,
        "buttons": [
            {"text": text, "enabled": True, "default": at == 0} for at, text in enumerate(words.buttons[:2])
        ],
    }  # fmt: skip


def _elements(random: Random, words: Words, traits: Traits) -> list[Element]:
    """The elements in their order; no text stands for two things."""
    more = [*random.sample(_MORE, random.randrange(3)), *(("switch",) if traits.switches else ())]
    source, taken = Source(random, words), {*words.captions, *words.titles, *words.buttons[:2]}
    elements = []
    for kind in (*_KINDS, *more):
        element = _usable(source, kind if traits.combos or kind != "combo" else "dropdown", taken)
        if element is None:  # a language has few names for a check box
            continue
        taken |= _texts(element)
        if kind not in traits.hints:
            element["placeholder"] = ""
        if kind == "date":
            element["format"] = traits.date or random.choice(list(DATES))
            element["value"] = date(random, element["format"])
        elements.append(element)
    random.shuffle(elements)
    return elements


def _usable(source: Source, kind: Kind, taken: set[str]) -> Element | None:
    """A new element that a person could change, of whose texts none is taken; None: no label is left for it.

    What it holds can be read.
    """
    while element := element_of(source, kind):
        is_secret = source.words.fields.get(element["label"]) == "secret"
        if not is_secret and element["state"] != "mixed" and not _texts(element) & taken:
            element["enabled"], element["readonly"] = True, False
            return element
    return None


def _texts(element: Element) -> set[str]:
    return {element["label"], *element.get("choices", ())}


def _groups(random: Random, words: Words, elements: list[Element], traits: Traits) -> list[Group]:
    """The elements in two groups, in one way; in two columns where one below the other would be too high."""
    labels = random.choice((*_LABELS, "inside") if traits.hints else _LABELS)
    columns = max(traits.columns) if labels == "above" else random.choice(traits.columns)
    half = len(elements) // 2
    groups: list[Group] = [
        {
            "caption": caption if random.random() < _CAPTIONED else None,
            "columns": columns,
            "labels": labels,
            "rows": rows,
        }
        for caption, rows in zip(
            random.sample(words.captions, 2), (elements[:half], elements[half:]), strict=True
        )
    ]
    if labels == "inside":
        for element in elements:
            if element["kind"] in traits.hints:
                element["value"], element["placeholder"] = "", element["label"]
                if "choice" in element:
                    element["choice"] = None
    return groups
