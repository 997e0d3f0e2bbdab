"""The underline of a link in a line's ink."""

from __future__ import annotations

import numpy as np

from tools.see.text.linking import spans, underline_of


def line(*underlined: slice) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Letters of ten rows, an underline two rows below them, and a tail that hangs through it."""
    ink = np.zeros((18, 120), np.bool_)
    ink[2:12, 4:110:4] = True
    for part in underlined:
        ink[13, part] = True
    ink[2:17, 40:42] = True
    return ink


def test_it_is_left_out_for_letters_that_hang_down() -> None:
    found = underline_of(line(slice(4, 37), slice(45, 80)), 12)
    assert (found.row, found.below) == (13, 14)
    assert found.runs_under(4, 80)
    assert not found.runs_under(84, 110)
    assert found.runs_under(40, 42) is None  # the tail leaves no room for it


def test_a_line_without_one_has_no_columns_of_it() -> None:
    found = underline_of(line(), 12)
    assert not found.there.any()
    assert found.row == 18


def test_spans_are_parted_by_gaps_that_are_wide() -> None:
    columns = np.array([0, 1, 1, 0, 1, 0, 0, 0, 1], np.bool_)
    assert list(spans(columns, 2)) == [(1, 5), (8, 9)]
    assert list(spans(np.zeros(4, np.bool_), 2)) == []
