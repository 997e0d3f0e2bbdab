"""What a node must have in common with the command, and how it is told what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands.cluster import agreement
from agent.commands.cluster.agreement import differing, seen_here
from tests.agent.bench.sets import ToldSet

if TYPE_CHECKING:
    import pytest


def test_a_node_with_the_same_deskhand_and_data_differs_in_nothing() -> None:
    assert differing(seen_here(ToldSet({"a": ["passed"]})), seen_here(ToldSet({"a": ["passed"]})), "n") == []


def test_another_model_other_items_and_a_changed_file_of_deskhand_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, other = seen_here(ToldSet({"a": ["passed"]})), ToldSet({"a": ["passed"], "b": ["passed"]})
    other.model = "m2"
    monkeypatch.setattr(agreement, "_files_digest", lambda: "f" * 64)
    told = differing(here, seen_here(other), "node7")
    assert [line.split(": ")[:2] for line in told] == [
        ["  node7", key] for key in ("items", "selected", "model", "versions.deskhand's files")
    ]
    assert told[2] == "  node7: model: m here, m2 there"
    assert told[3].endswith("… here, ffffffffffff… there")
