"""Specification of a form: what is on it and what it says. The customer form, or one of other words. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from customer_form import TITLE
from customer_pages import PAGES, Field, Group, Page
from customer_record import Customer

if TYPE_CHECKING:
    from random import Random

    from customer_pages import Kind

    from training.pocket.forms.words import Words

_KINDS: tuple[Kind, ...] = (
    "text", "text", "text", "text", "choice", "choice", "check", "check", "radio", "number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spec:
    """A form."""

    title: str
    pages: tuple[Page, ...]
    defaults: dict[str, str]
    """Column -> what stands in it at first, where that is something."""
    required: tuple[str, ...]
    """Columns without which it is not saved."""
    menus: tuple[tuple[str, tuple[str, ...]], ...]
    buttons: tuple[str, ...]
    final: str
    """The button that saves."""
    question: tuple[str, str]
    """Title and text of the dialog that asks whether to."""
    status: str
    saved: str
    """What the status line says at first, and then."""
    customer: bool = False

    @property
    def fields(self) -> list[Field]:
        """Of all pages."""
        return [field for page in self.pages for group in page.groups for field in group.fields]


ANSWER, OK = "Yes", "OK"
"""Buttons of the dialogs."""
ERROR = "Please check"
"""Title of the dialog that refuses."""
CUSTOMER = Spec(
    title=TITLE,
    pages=PAGES,
    defaults={
        "customer_type": Customer().customer_type,
        "credit_limit": "0",
        "currency": Customer().currency,
    },
    required=("name", "email", "country", "terms"),
    menus=(),
    buttons=("Clear form", "Save customer"),
    final="Save customer",
    question=("Confirm", "Save this customer?"),
    status="New customer",
    saved="Customer saved",
    customer=True,
)


def drawn(chance: Random, words: Words) -> Spec:
    """A form of other words."""
    return _Drawing(chance, words).spec()


class _Drawing:
    """A form in the making: no two of its labels are equal, but those of alike groups."""

    def __init__(self, chance: Random, words: Words) -> None:
        self._chance, self._words = chance, words
        self._used: set[str] = set()
        self._columns = 0
        self._defaults: dict[str, str] = {}

    def spec(self) -> Spec:
        chance = self._chance
        pages = [self._page() for _ in range(chance.choice([1, 2, 2, 3, 3]))]
        if chance.random() < 0.5:
            note = Group(self._fresh(1, 2), (self._field("note"),))
            pages.append(Page(self._fresh(1, 2), (note,), stretches=True))
        texts = [
            one.column
            for page in pages
            for group in page.groups
            for one in group.fields
            if one.kind == "text"
        ]
        menus = tuple((self._fresh(1, 1), (self._fresh(),)) for _ in range(chance.randint(1, 3)))
        buttons = tuple(self._fresh(1, 2) for _ in range(chance.randint(1, 3)))
        return Spec(
            title=self._fresh(),
            pages=tuple(pages),
            defaults=self._defaults,
            required=tuple(chance.sample(texts, min(len(texts), chance.randint(0, 3)))),
            menus=menus,
            buttons=buttons,
            final=chance.choice(buttons),
            question=(self._fresh(1, 1), self._fresh(2, 4) + "?"),
            status=self._fresh(),
            saved=self._fresh(2, 3),
        )

    def _page(self) -> Page:
        shared = [self._fresh() for _ in range(3)] if self._chance.random() < 0.35 else []
        count = self._chance.randint(2, 3) if shared else self._chance.randint(1, 3)
        return Page(self._fresh(1, 2), tuple(self._group(shared) for _ in range(count)))

    def _group(self, shared: list[str]) -> Group:
        """Fields, of which the first have the labels that this page's groups share."""
        fields = [
            self._field("text", shared[at]) if at < len(shared) else self._field(self._chance.choice(_KINDS))
            for at in range(self._chance.randint(2, 5))
        ]
        return Group(self._fresh(1, 2), tuple(fields))

    def _field(self, kind: Kind, label: str = "") -> Field:
        column = f"c{self._columns}"
        self._columns += 1
        label = label or (self._fresh(2, 4) if kind == "check" else self._fresh(1, 3))
        options = self._options(kind)
        if options and (kind == "radio" or self._chance.random() < 0.5):
            self._defaults[column] = self._chance.choice(options)
        elif kind == "number":
            self._defaults[column] = self._chance.choice(["0", "0", "10", "100"])
        return Field(column, label, kind, options)

    def _options(self, kind: Kind) -> tuple[str, ...]:
        counts = {"radio": (2, 3), "choice": self._chance.choice([(3, 8), (3, 8), (9, 18)])}
        if kind not in counts:
            return ()
        return tuple(self._fresh(1, 2) for _ in range(self._chance.randint(*counts[kind])))

    def _fresh(self, least: int = 1, most: int = 3) -> str:
        while True:
            phrase = self._words.phrase(self._chance, least, most)
            if phrase not in self._used:
                self._used.add(phrase)
                return phrase
