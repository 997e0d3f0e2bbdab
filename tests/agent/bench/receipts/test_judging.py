"""Attempts judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.receipts.judging import differences, judge_again
from tests.agent.bench.sets import ToldSet, made

if TYPE_CHECKING:
    from pathlib import Path


def test_breakdowns_come_from_the_set_and_unknown_items_are_told(tmp_path: Path) -> None:
    told = ToldSet({"a": ["passed"]}, {"a": {"platform": "web"}})
    attempts = [made("a", reply="passed", groups={"platform": "desktop"}), made("z")]
    done: list[tuple[int, int]] = []
    judged = judge_again(told, attempts, tmp_path, lambda number, of: done.append((number, of)))
    assert [(one.where, one.what) for one in judged.findings] == [("z", "the set has no such item")]
    (changed,) = differences(attempts[0], judged.again["a", 0, 0])
    assert changed.what == "groups: {'platform': 'desktop'} is written, and {'platform': 'web'} comes of it"
    assert done == [(1, 2)]


def test_a_recording_of_two_attempts_is_told_for_both(tmp_path: Path) -> None:
    told = ToldSet({"a": ["passed"], "b": ["passed"]})
    attempts = [made(name, recording="recordings/x") for name in ("a", "b")]
    found = judge_again(told, attempts, tmp_path, lambda _done, _of: None).findings
    assert [one.where for one in found] == ["a", "b"]
