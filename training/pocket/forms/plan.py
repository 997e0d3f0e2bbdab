"""Plan of an episode: the steps that a task would have for a form, and what it says in one sentence. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from training.pocket.forms.spec import ANSWER
from training.pocket.forms.values import address, value
from training.pocket.replies import Planned

if TYPE_CHECKING:
    from random import Random

    from customer_pages import Field, Page

    from training.pocket.forms.spec import Spec
    from training.pocket.forms.words import Words

_COLUMNS = {
    "name": "name", "phone": "phone", "billing_street": "street", "delivery_street": "street",
    "billing_city": "city", "delivery_city": "city", "billing_postcode": "postcode",
    "delivery_postcode": "postcode",
}  # fmt: skip
_ABSENT = 0.06
"""Share of plans that can't be carried out."""
_WAITS = 0.85
"""Share of plans that wait for what comes up."""


def plan(chance: Random, words: Words, spec: Spec, *, absent: bool = False) -> list[Planned]:
    """Steps a page after the other, then the button, the question and its answer.

    Args:
        chance: decides.
        words: of the values.
        spec: the form.
        absent: whether a step may name what is not there, now and then.
    """
    keep = chance.choice([0.5, 0.7, 0.9, 1.0])
    counts = Counter(field.label for field in spec.fields)
    steps: list[Planned] = []
    for number, page in enumerate(spec.pages):
        chosen = _of_page(chance, words, spec, page, keep, counts)
        if chance.random() < 0.3:
            chance.shuffle(chosen)
        if number and chosen:
            steps.append(Planned("page", page.title))
        steps += chosen
    if absent and steps and chance.random() < _ABSENT:
        at = chance.randrange(len(steps))
        steps[at] = replace(steps[at], label=words.phrase(chance, 2, 3))
    steps.append(Planned("final", spec.final))
    if chance.random() < _WAITS:
        steps.append(Planned("wait", spec.question[1]))
    steps.append(Planned("answer", ANSWER))
    if chance.random() < _WAITS:
        steps.append(Planned("wait", spec.saved))
    return steps


def instruction(chance: Random, spec: Spec, steps: list[Planned]) -> str:
    """What the task says beside its plan: some of it."""
    texts = [step.text for step in steps if step.text]
    chance.shuffle(texts)
    what = ", ".join(texts[: chance.randint(0, 6)])
    return f"{spec.title}: {what or 'as the plan says'}. {spec.final}."


def _of_page(
    chance: Random, words: Words, spec: Spec, page: Page, keep: float, counts: Counter[str]
) -> list[Planned]:
    chosen = []
    for group in page.groups:
        for field in group.fields:
            if field.column in spec.required or chance.random() < keep:
                named = counts[field.label] > 1 or chance.random() < 0.06
                chosen.append(_of_field(chance, words, spec, field, group.title if named else ""))
    return chosen


def _of_field(chance: Random, words: Words, spec: Spec, field: Field, group: str) -> Planned:
    match field.kind:
        case "choice":
            step = Planned("select", field.label, group, chance.choice(field.options))
        case "radio":
            step = Planned("choose", chance.choice(field.options))
        case "check":
            step = Planned("tick", field.label, group)
        case _:
            step = Planned("type", field.label, group, _value(chance, words, spec, field))
    return step


def _value(chance: Random, words: Words, spec: Spec, field: Field) -> str:
    if spec.customer and field.column == "email":
        return address(chance, words)
    kinds = {"number": "number", "note": "words"} | (_COLUMNS if spec.customer else {})
    return value(chance, words, kinds.get(field.kind) or kinds.get(field.column, ""))
