"""Which presses of a run count as clicks on a wrong widget."""

from __future__ import annotations

import pytest

from benchmarks.pocket.presses import pressed, wrong

WANTED = ("TEntry name", "TCombobox country", 'list country "Germany"', 'TButton "Yes"')


def test_a_triple_click_is_one_and_keys_are_none() -> None:
    events = ["press 1 TEntry name", "key a TEntry name", *["press 1 TSpinbox limit"] * 3, "lie drop"]
    assert pressed(events) == ["TEntry name", "TSpinbox limit"]


@pytest.mark.parametrize(
    ("clicks", "left"),
    [
        (WANTED, []),
        (WANTED[:2], []),  # what was not pressed is no wrong click
        (("TEntry email", *WANTED[1:]), ["TEntry email"]),
        ((*WANTED[:2], "TEntry name", *WANTED[2:]), ["TEntry name"]),
        ((*WANTED[:3], 'TLabel "Yes"'), ['TLabel "Yes"']),
        ((), []),
    ],
)
def test_a_click_that_no_step_asks_for_there_is_wrong(clicks: tuple[str, ...], left: list[str]) -> None:
    assert wrong(clicks, WANTED) == left
