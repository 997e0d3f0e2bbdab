"""Fields that hold a date or a time in parts."""

from __future__ import annotations

import pytest

from tools.ocrtext.segments import as_shown, in_order_of, is_segmented


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
        "14.30",
        "9.05",
        "12.2026",
        "31.12",
        "45.10",
        "2026.12",
        "__/__/____",
        "07/25/2021|",
        "mm/yyyy",
        "IX/2024",
        "KW/24",
        "5/V",
        "h:m",
        "\u5e74/\u6708",
        "MM/2024",
        "5/JJ",
        "Mai/2024",
    ],
)
def test_dates_and_times_have_segments(shown: str) -> None:
    assert is_segmented(shown)


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Ada",
        "2500",
        "1846.40",
        "2026.40",
        "123.5",
        "ada@engine.example",
        "15 Analytical Road",
        "a/b/c/d/e",
        "C:/home/user/file",
        "EG/5978",
        "A-1700",
    ],
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


@pytest.mark.parametrize(
    ("shown", "text", "typed"),
    [
        ("12/31/2025", "2026-03-14", "03/14/2026"),
        ("31.12.2025", "2026-03-04", "04.03.2026"),
        ("31/12/2025|", "2026-03-14", "14/03/2026"),
        ("2025/12/31", "2026-03-14", "2026-03-14"),  # in its order: the mark goes on to the next number
        ("12/31/2025", "14.03.2026", "03/14/2026"),
        ("05/06/2025", "2026-03-14", None),
        ("05/06/2025", "14/03/2026", "14/03/2026"),  # as whoever wrote the step saw it, perhaps
        ("12/31/2025", "03/04/2026", "03/04/2026"),
        ("12/31/2025", "tomorrow", "tomorrow"),
        ("12/31/25", "2026-03-14", "2026-03-14"),
        ("14:30", "2026-03-14", "2026-03-14"),
        ("Ada", "2026-03-14", "2026-03-14"),
        ("25/31/2025", "2026-03-14", None),
    ],
)
def test_a_date_goes_into_the_order_of_the_one_that_a_field_shows(
    shown: str, text: str, typed: str | None
) -> None:
    assert as_shown(shown, text) == typed
