"""Where the parts of elements stand in a group's grid."""

from __future__ import annotations

from typing import Any

from training.screens.programs.grid import Place, places


def element(kind: str = "field", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "unit": None, "help": None} | more


def of(labels: str, columns: int, *rows: dict[str, Any]) -> list[Place]:
    return list(places({"labels": labels, "columns": columns, "rows": rows}))


def test_a_label_stands_left_of_its_element_or_above_it() -> None:
    [left], [above] = of("left", 1, element()), of("above", 1, element())
    assert (left.label_at, left.at) == ((1, 0), (1, 1))
    assert (above.label_at, above.at) == ((0, 1), (1, 1))


def test_two_columns_stand_beside_each_other() -> None:
    first, second, third = of("left", 2, element(), element(), element())
    assert first.at[0] == second.at[0] < third.at[0]
    assert first.at[1] == third.at[1] < second.at[1]


def test_a_table_has_a_row_of_its_own() -> None:
    field, table, after = of("left", 2, element(), element("table"), element())
    assert field.at[0] < table.at[0] < after.at[0]
    assert table.label_at is None


def test_no_two_parts_share_a_cell() -> None:
    rows = [element(unit="kg", help="Required") for _ in range(5)]
    for labels in ("left", "above"):
        cells = [
            cell
            for one in of(labels, 2, *rows)
            for cell in (one.at, one.label_at, one.unit_at, one.help_at)
            if cell
        ]
        assert len(cells) == len(set(cells)) == 20
