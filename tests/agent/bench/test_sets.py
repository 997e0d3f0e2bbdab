"""Sets by name."""

from __future__ import annotations

import pytest

from agent.bench.sets import ITEM_SETS, SETS, Asked, load_items, load_set
from agent.errors import BadInput
from tests.agent.bench.sets import configured


def test_a_set_is_made_of_what_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, "told", "tests.agent.bench.sets:told_set")
    benchmark = load_set(Asked("told", model="some"))
    assert (benchmark.name, benchmark.about().model) == ("told", "some")


def test_the_same_set_is_made_without_a_model_from_a_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ITEM_SETS, "told", "tests.agent.bench.sets:told_items")
    assert [item.name for item in load_items(configured(), None).items()] == ["a", "b", "c"]
    with pytest.raises(BadInput, match='the set "tald" is unknown; did you mean "told"'):
        load_items(configured(set="tald"), None)
