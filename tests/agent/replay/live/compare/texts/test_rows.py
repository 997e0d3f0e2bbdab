"""Rows of chosen entries, of which one went in each run."""

from __future__ import annotations

from agent.replay.live.compare.texts.rows import without_rows
from tests.tools.scenes import line

ADA, BO = ("Ada", "London", "Full"), ("Bo", "Paris", "Full")


def lines(*texts: str) -> list[str]:
    """What is left of the recorded run's lines and of this run's, where Ada was recorded and Bo is chosen."""
    at = texts.index("|")
    missing, new = (
        [line(text, 0, 20 * row) for row, text in enumerate(part)] for part in (texts[:at], texts[at + 1 :])
    )
    return [one.text for part in without_rows(missing, new, [(ADA, BO)]) for one in part]


def test_this_run_s_row_went_as_the_recorded_one_did() -> None:
    assert lines("Bo", "Paris", "|", "Ada", "London") == []


def test_another_row_that_went_is_told() -> None:
    assert lines("Cy", "Rome", "|", "Ada", "London") == ["Cy", "Rome", "Ada", "London"]
    assert lines("Bo", "Paris", "Cy", "|", "Ada", "London") == ["Cy"]


def test_a_row_that_did_not_go_is_told() -> None:
    assert lines("|", "Ada", "London") == ["Ada", "London"]
    assert lines("Bo", "Paris", "|") == ["Bo", "Paris"]


def test_a_text_that_came_up_elsewhere_has_gone_with_its_row() -> None:
    """Another row held "Oslo" and holds "Paris" in this run: it takes the place of the one that went."""
    missing, new = ([line(text, 0, 0) for text in texts] for texts in (("Bo", "Oslo"), ("Ada", "London")))
    now = {"Oslo": "Paris"}
    assert without_rows(missing, new, [(ADA, BO)], lambda was, text: now.get(was, was) == text) == ([], [])
    assert without_rows(missing, new, [(ADA, BO)]) == (missing, new)


def test_a_dialog_may_lie_over_a_part_of_a_row() -> None:
    missing, new = [line("Bo", 0, 0)], [line("Ada", 0, 0)]
    over_paris, over_london = (lambda text, one=one: text == one for one in ("Paris", "London"))
    assert without_rows(missing, new, [(ADA, BO)], hide=(over_paris, over_london)) == ([], [])
    assert without_rows(missing, new, [(ADA, BO)], hide=(over_paris, over_paris)) == (missing, new)
    assert without_rows([], new, [(ADA, BO)], hide=(lambda _: True, lambda _: True)) == ([], new)
