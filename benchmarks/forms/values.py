"""Changes: what a step makes of an element of a form, with the sentence that says so. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from training.screens.values import value

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from training.screens.outline import Element

DATES = {
    "yyyy-MM-dd": "{2}-{1:02}-{0:02}",
    "dd.MM.yyyy": "{0:02}.{1:02}.{2}",
    "MM/dd/yyyy": "{1:02}/{0:02}/{2}",
}
"""Formats of dates as toolkits write them, each as a format of day, month and year."""
_KEPT, _TYPED = 0.25, 0.5
"""Share of boxes and switches that are already as the step wants them, and of combos that are typed into."""


class Change(NamedTuple):
    """What becomes of one element."""

    label: str
    step: str
    held: str
    """What the element holds in the end: a text, or `on` or `off`."""


def date(random: Random, form: str) -> str:
    """A date in a format of `DATES`."""
    return DATES[form].format(random.randrange(1, 29), random.randrange(1, 13), random.randrange(1960, 2030))


def change(random: Random, element: Element, kind_of_value: str) -> Change:
    """A change of an element that a person could make.

    Args:
        random: Draws it.
        element: As it is before.
        kind_of_value: Of what is typed into it (`training.screens.values`).
    """
    label = element["label"]
    match element["kind"]:
        case "checkbox" | "switch" as kind:
            is_on = (element["state"] == "on") == (random.random() < _KEPT)
            how = ("Tick", "Untick") if kind == "checkbox" else ("Turn on", "Turn off")
            return Change(label, f'{how[not is_on]} "{label}"', "on" if is_on else "off")
        case "radio":
            text = _other(element, lambda: random.choice(element["choices"]))
            return Change(label, f'Choose "{text}"', text)
        case "dropdown" | "combo" as kind:
            text = _other(element, lambda: random.choice(element["choices"]))
            step = f'Select "{text}" in "{label}"'
            if kind == "combo" and random.random() < _TYPED:
                step = f'Type "{text}" into "{label}"'
            return Change(label, step, text)
        case "date":
            text = _other(element, lambda: date(random, element["format"]))
        case _:
            text = _other(element, lambda: value(random, kind_of_value))
    return Change(label, f'Type "{text}" into "{label}"', text)


def _other(element: Element, draw: Callable[[], str]) -> str:
    """A value other than the one that the element has."""
    while (drawn := draw()) == element["value"]:
        pass
    return drawn
