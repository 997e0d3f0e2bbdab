"""`csv` and `xlsx` checks, on real files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.checks.tables.check import check_csv, check_xlsx
from agent.task.table_checks import CsvCheck, XlsxCheck
from tests.agent.checks.contexts import context

PEOPLE = Path(__file__).with_name("people.xlsx")
CSV = "Name;Credit;Since\nAda;2500.00;1915-12-10\nZoë;007;\n"

RIGHT: list[dict[str, Any]] = [
    {"equals": [["Name", "Credit", "Since"], ["Ada", 2500, "1915-12-10"], ["Zoë", "007", None]]},
    {"rows": [{"Name": "Ada", "Credit": 2500}, {"Name": "Zoë"}]},
    {"contains": {"Credit": "007", "Since": None}},
    {"cells": {"A2": "Ada", "B2": 2500.0}},
]
WRONG: list[dict[str, Any]] = [
    {"equals": [["Name", "Credit", "Since"], ["Ada", 2500, "1915-12-10"]]},
    {"rows": [{"Name": "Zoë"}, {"Name": "Ada", "Credit": 2500}]},
    {"contains": {"Credit": 7}},
    {"cells": {"B2": "2500"}},
    {"contains": {"Town": "Paris"}},
]


@pytest.mark.parametrize(
    ("wanted", "holds"), [*((one, True) for one in RIGHT), *((one, False) for one in WRONG)]
)
def test_a_csv_file(tmp_path: Path, wanted: dict[str, Any], holds: object) -> None:
    (tmp_path / "out.csv").write_text(CSV, "cp1252")
    check = CsvCheck(path="out.csv", encoding="cp1252", delimiter=";", **wanted)
    found = check_csv(check, context(tmp_path))
    assert found.passed is holds
    assert found.actual


def test_a_csv_file_that_is_not_there(tmp_path: Path) -> None:
    found = check_csv(CsvCheck(path="gone.csv", rows=[{"Name": "Ada"}]), context(tmp_path))
    assert found == (False, 'rows: [{"Name": "Ada"}]', f"there is no file {tmp_path / 'gone.csv'}")


@pytest.mark.parametrize(
    ("sheet", "wanted", "actual"),
    [
        (None, {"contains": {"Name": "Ada", "Credit": "2500.10", "Joined": "1915-12-10"}}, None),
        (None, {"rows": [{"Credit": 2500.1}, {"Credit": 7, "City": None}]}, None),
        (
            "Odd & ends",
            {"cells": {"A1": 2507.1, "B1": "#DIV/0!", "D1": True, "A5": "08:30", "C5": "007"}},
            None,
        ),
        (
            None,
            {"contains": {"Name": "Ada", "Joined": "1915-12-11"}},
            '{"Name": "Ada", "Joined": 1915-12-10}',
        ),
        ("Odd & ends", {"cells": {"C5": 7}}, 'C5 is "007"'),
        ("Odd & ends", {"cells": {"B1": None}}, "B1 is #DIV/0!"),
        ("Gone", {"cells": {"B1": None}}, 'there is no sheet "Gone"'),
    ],
)
def test_an_xlsx_file(sheet: str | None, wanted: dict[str, Any], actual: str | None) -> None:
    found = check_xlsx(XlsxCheck(path=str(PEOPLE), sheet=sheet, **wanted), context(PEOPLE.parent))
    assert found.passed is (actual is None), found
    assert (actual or "") in found.actual
