"""`csv` and `xlsx` checks as they are written."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from agent.task.table_checks import CsvCheck, XlsxCheck


def test_defaults_and_the_name_of_an_encoding() -> None:
    check = CsvCheck(path="a.csv", encoding="Latin1", cells={"B2": 42})
    assert (check.encoding, check.delimiter, check.header) == ("iso8859-1", ",", 1)
    assert XlsxCheck(path="a.xlsx", equals=[]).sheet is None


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({}, 'give either "equals", "rows", "contains" or "cells"'),
        ({"cells": {"B2": 1}, "rows": []}, 'give either "equals", "rows", "contains" or "cells"'),
        ({"cells": {"b2": 1}}, '"b2" is no cell; write its column and row, as in B2'),
        ({"cells": {"2B": 1}}, '"2B" is no cell'),
        ({"cells": {}}, "at least 1"),
        ({"contains": {}}, "at least 1"),
        ({"rows": [], "encoding": "utf-9"}, '"utf-9" is no encoding of text'),
        ({"rows": [], "encoding": "base64"}, '"base64" is no encoding of text'),
        ({"rows": [], "delimiter": ";;"}, "at most 1 char"),
        ({"rows": [], "header": 0}, "greater than or equal to 1"),
    ],
)
def test_what_is_written_wrong_is_told(keys: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as found:
        CsvCheck(path="a.csv", **keys)
    assert said in str(found.value)
