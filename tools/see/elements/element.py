"""Element: one proposal of the learned detector, and the vocabulary that its weights were trained with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from tools.geometry import Box

ElementKind = Literal[
    "field",
    "area",
    "number",
    "dropdown",
    "combo",
    "date",
    "checkbox",
    "radio",
    "switch",
    "slider",
    "button",
    "icon-button",
    "tab",
    "menu",
    "menu-item",
    "cell",
    "header",
    "node",
    "link",
    "scrollbar",
    "progress",
    "tooltip",
    "title-button",
    "row",
    "dialog",
]
KINDS: tuple[ElementKind, ...] = get_args(ElementKind)
CONTAINERS: frozenset[ElementKind] = frozenset(("row", "dialog"))
"""Kinds that hold others: they are told beside what lies in them, the others instead of it."""
Toggle = Literal["off", "on", "mixed"]
TOGGLES: tuple[Toggle, ...] = get_args(Toggle)
TOGGLED: frozenset[ElementKind] = frozenset(("checkbox", "radio", "switch"))
"""Kinds whose state is one of `TOGGLES`; of a `menu-item` it is "on" where it bears a tick."""
Fold = Literal["open", "closed", "leaf"]
FOLDS: tuple[Fold, ...] = get_args(Fold)
CHOSEN: frozenset[ElementKind] = frozenset(("tab", "row", "menu", "menu-item"))
"""Kinds whose state is "chosen", or nothing."""
STRIDE = 8
"""Pixels of the picture that a cell of the detector's maps stands for, across and down."""
COARSEST = 32
"""Pixels whose multiples the sides of a picture must be."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element that the detector proposes; each score is a likelihood, 0 to 1."""

    kind: ElementKind
    box: Box
    """In frame pixels; of an indicator its square or circle alone."""
    score: float
    state: str | None = None
    """One of `TOGGLES`, one of `FOLDS`, "chosen", or nothing."""
    state_score: float = 1.0
    """That the state is this one, nothing included."""
    enabled: float = 1.0
    """That it is not greyed out."""
    chosen: float = 0.0
    """That it is the one that is chosen, of tabs, rows, menus, their entries, and nodes."""
