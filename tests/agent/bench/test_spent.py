"""What an attempt took: of a set's own words, or counted in its recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.results.reading import read_results
from agent.bench.spent import spent
from agent.errors import BadInput
from tests.agent.bench.episodes import episodes_in
from tests.agent.bench.sets import made

if TYPE_CHECKING:
    from pathlib import Path


def test_steps_are_told_or_counted_in_the_recording(tmp_path: Path) -> None:
    assert spent(made(details={"steps": 4}), "steps", tmp_path) == 4.0
    results = read_results(episodes_in(tmp_path / "run"))
    assert {spent(one, "steps", results.folder) for one in results.latest} == {3.0}
    session = results.folder / results.latest[0].recording / "session.jsonl"
    session.write_bytes(session.read_bytes().replace(b"left_click", b"right_click", 1))
    with pytest.raises(BadInput, match=r"session\.jsonl"):
        spent(results.latest[0], "steps", results.folder)


def test_what_nobody_knows_is_none(tmp_path: Path) -> None:
    for resource in ("steps", "time", "tokens", "cost"):
        assert spent(made(), resource, tmp_path) is None
    assert spent(made(recording="recordings/lost"), "steps", tmp_path) is None
