"""Sets by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.sets import SETS, Asked, load_set

if TYPE_CHECKING:
    import pytest


def test_a_set_is_made_of_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, "told", "tests.agent.bench.sets:told_set")
    benchmark = load_set(Asked("told", model="some"))
    assert (benchmark.name, benchmark.about().model) == ("told", "some")
