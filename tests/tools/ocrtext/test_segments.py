"""Fields that hold a date or a time in parts."""

from __future__ import annotations

import pytest

from tools.ocrtext.segments import in_order_of, is_segmented


@pytest.mark.parametrize(
    "shown",
    [
        "mm/dd/yyyy",
        "dd.mm.yyyy",
        "01/31/2026",
        "2026-01-31",
        "--:-- --",
        "02:30 PM",
        "14:30",
        "__/__/____",
        "07/25/2021|",
    ],
)
def test_dates_and_times_have_segments(shown: str) -> None:
    assert is_segmented(shown)


@pytest.mark.parametrize(
    "shown", ["", "Ada", "2500", "ada@engine.example", "15 Analytical Road", "a/b/c/d/e", "C:/home/user/file"]
)
def test_other_texts_have_none(shown: str) -> None:
    assert not is_segmented(shown)


@pytest.mark.parametrize(
    ("shown", "text", "typed"),
    [
        ("mm/dd/yyyy", "2026-03-14", "03/14/2026"),
        ("dd.mm.yyyy", "2026-03-14", "14.03.2026"),
        ("tt.mm.jjjj", "2026-03-14", "14.03.2026"),
        ("yyyy-mm-dd", "2026-03-14", "2026-03-14"),
        ("mm/dd/yyyy", "03/14/2026", "03/14/2026"),
        ("01/31/2026", "2026-03-14", "2026-03-14"),
        ("", "2026-03-14", "2026-03-14"),
    ],
)
def test_a_date_goes_into_the_order_that_a_field_asks_for(shown: str, text: str, typed: str) -> None:
    assert in_order_of(shown, text) == typed
