"""Plans of forms: what stands in which cell of a grid. Plain data, which each toolkit draws in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell: TypeAlias = dict[str, Any]
"""`row`, `column`, `kind` (text, small, field, area, choice, button), `text`; of a field its `name` and what
is optional: `width` in letters, `hint`, `state` (selected, focused, fixed), `align` (left, right, center)."""
Plan: TypeAlias = dict[str, Any]
"""`cells`, and what is optional: `gap` between rows and `apart` between columns, in pixels at 100 %."""

NAMES = ("Name", "Street", "Town", "Phone")
VALUES = ("Ada Lovelace", "Quai 9", "Metz", "555 0199")
_UNITS = ("kg", "cm", "EUR", "%")
_WIDE, _NARROW = 24, 4
"""Letters that a field is wide."""


def plans() -> dict[str, Plan]:
    """Every plan by its name."""
    left = list(_labelled(_pairs()))
    return {
        "label left": {"cells": left},
        "label left, filled": {"cells": list(_labelled(_pairs(), values=VALUES))},
        "label right": {"cells": list(_labelled(_pairs(), label_at=(0, 2)))},
        "label right-aligned": {"cells": [cell | {"align": "right"} for cell in left]},
        "label above": {"cells": list(_labelled(_pairs(rows=2), label_at=(-1, 1)))},
        "label above, filled": {"cells": list(_labelled(_pairs(rows=2), label_at=(-1, 1), values=VALUES))},
        "label above, centred": {"cells": _centred()},
        "label inside": {"cells": [_field(at, 0, name, hint=name) for at, name in enumerate(NAMES)]},
        "label far left": {"cells": left, "apart": 500},
        "table": {"cells": list(_table())},
        "help between": {"cells": [*_labelled(_pairs(rows=3), label_at=(-2, 1)), *_help(3, -1)]},
        "help below": {"cells": [*_labelled(_pairs(rows=2)), *_help(2, 1)]},
        "units behind": {"cells": [*_labelled(_pairs(), width=8), *_units()]},
        "two columns": {"cells": list(_labelled(_squared(1, 2)))},
        "two columns, labels above": {"cells": list(_labelled(_squared(2, 1), label_at=(-1, 0)))},
        "selected": {"cells": list(_labelled(_pairs(), values=VALUES, state="selected"))},
        "focused": {"cells": list(_labelled(_pairs(), values=VALUES, state="focused"))},
        "read-only": {"cells": list(_labelled(_pairs(), values=VALUES, state="fixed"))},
        "touching": {"cells": left, "gap": 0, "apart": 4},
        "touching, filled": {"cells": list(_labelled(_pairs(), values=VALUES)), "gap": 0, "apart": 4},
        "choices": {"cells": list(_labelled(_pairs(), values=VALUES, kind="choice"))},
        "narrow": {"cells": list(_labelled(_pairs(), values=("5", "kg", "7", "9"), width=_NARROW))},
        "narrow choices": {"cells": [*_labelled(_pairs(), values=_UNITS, width=_NARROW, kind="choice")]},
        "area with its label at the foot": {"cells": _areas()},
        "buttons under an area": {"cells": _buttons()},
    }


Place: TypeAlias = tuple[int, int]


def _pairs(rows: int = 1) -> list[Place]:
    """Where the fields are: one below the other, each in the last of so many rows."""
    return [(rows * at + rows - 1, 1) for at in range(len(NAMES))]


def _squared(rows: int, columns: int) -> list[Place]:
    """Where the fields are: two columns of two."""
    return [(rows * (at // 2) + rows - 1, columns * (at % 2) + columns - 1) for at in range(len(NAMES))]


def _labelled(
    places: list[Place], label_at: Place = (0, 0), values: tuple[str, ...] = (), **more: Any
) -> Iterator[Cell]:
    """Fields with a label each: rows down from it, and the column, or with 0 that left of it."""
    down, column = label_at
    for at, (row, own) in enumerate(places):
        state = {"state": more["state"]} if "state" in more and (at == 1 or more["state"] == "fixed") else {}
        rest = {key: value for key, value in more.items() if key != "state"}
        beside = own if down else column or own - 1
        yield _text(row + down, beside, NAMES[at])
        yield _field(row, own, NAMES[at], text=values[at] if values else "", **rest, **state)


def _field(row: int, column: int, name: str, **more: Any) -> Cell:
    return {
        "row": row, "column": column, "kind": "field", "name": name, "text": "", "width": _WIDE, **more
    }  # fmt: skip


def _text(row: int, column: int, text: str, kind: str = "text", **more: Any) -> Cell:
    return {"row": row, "column": column, "kind": kind, "text": text, **more}


def _centred() -> list[Cell]:
    return [cell | {"align": "center"} for cell in _labelled(_squared(2, 1), label_at=(-1, 0))]


def _help(rows: int, down: int) -> list[Cell]:
    texts = [f"Please give your {name.lower()} here" for name in NAMES]
    return [_text(row + down, 1, text, "small") for (row, _), text in zip(_pairs(rows), texts, strict=True)]


def _units() -> list[Cell]:
    return [_text(row, 2, unit) for (row, _), unit in zip(_pairs(), _UNITS, strict=True)]


def _table() -> Iterator[Cell]:
    """Fields named by the header of their column and the first word of their row."""
    for column, header in enumerate(("Price", "Stock"), start=1):
        yield _text(0, column, header)
        for row, name in enumerate(("Apples", "Pears"), start=1):
            yield _field(row, column, header, width=10, row_name=name, text=f"{row}{column}")
            if column == 1:
                yield _text(row, 0, name)


def _areas() -> list[Cell]:
    places = ((0, "Notes", 1, "Notes go here"), (2, "Remarks", 3, "Remarks go here"))
    return [
        cell
        for row, name, foot, text in places
        for cell in (_field(row, 0, name, kind="area"), _text(foot, 0, name), _text(foot, 1, text, "small"))
    ]


def _buttons() -> list[Cell]:
    area = [_text(0, 0, "Notes"), _field(1, 0, "Notes", kind="area", text="Tea and milk")]
    return [*area, *(_text(2, at, text, "button") for at, text in enumerate(("Bold", "B", "OK")))]
