"""Tries: what an error says of whose fault it was, without a key in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.benchmark import Item
from agent.bench.trying import tries
from agent.errors import ModelFault
from agent.redact import keys
from tests.agent.bench.sets import ToldSet

if TYPE_CHECKING:
    from pathlib import Path


def test_a_key_in_an_error_is_not_written_down(tmp_path: Path) -> None:
    keys.keep("SOME_KEY", "sk-0123456789abcdef")
    benchmark = ToldSet({"a": [ModelFault("refused: sk-0123456789abcdef")]})
    [attempt] = tries(benchmark, Item("a", seed=3), 1, tmp_path)
    assert attempt.details == {"error": "refused: …"}
    assert attempt.key == ("a", 3, 1)
    assert attempt.seconds["total"] >= 0
