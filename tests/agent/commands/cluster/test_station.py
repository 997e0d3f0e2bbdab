"""What a node does, without Ray around it: orders are carried out by processes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.results.config import Config
from agent.bench.sets import Asked, load_set
from agent.commands.cluster import station as stations
from agent.commands.cluster.agreement import seen_here
from agent.commands.cluster.parcel import Parcel, TooLarge
from agent.commands.cluster.station import Station, carried_out
from tests.agent.bench.grounding.folders import screenspot

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_says_what_a_run_hangs_on_there_and_carries_orders_out_until_it_is_closed(tmp_path: Path) -> None:
    asked = Asked("screenspot", "reader", screenspot(tmp_path))
    benchmark, station = load_set(asked), Station(1)
    station.start()
    try:
        there = station.prepare(asked)
        assert isinstance(there, Config)
        assert seen_here(benchmark).differences(there) == []
        item = benchmark.items()[0]
        found = station.carry_out((item, 1))
        assert isinstance(found, Parcel)
        assert [(one.item, one.repeat, one.outcome) for one in found.attempts] == [(item.name, 1, "passed")]
    finally:
        station.close()


def test_data_that_are_not_there_are_told(tmp_path: Path) -> None:
    station = Station(1)
    try:
        said = station.prepare(Asked("screenspot", "reader", tmp_path / "none"))
        assert isinstance(said, str)
        assert str(tmp_path / "none") in said
    finally:
        station.close()


def test_recordings_that_are_too_large_are_nobodys_miss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(attempts: object, out: Path | None = None) -> Parcel:
        if out:
            raise TooLarge("its recordings have 600 MB")
        return Parcel(tuple(attempts), {}, "")  # type: ignore[arg-type]

    monkeypatch.setattr(stations, "packed", too_large)
    asked = Asked("screenspot", "reader", screenspot(tmp_path))
    found = carried_out((load_set(asked).items()[0], 0), asked)
    assert isinstance(found, Parcel)
    [attempt] = found.attempts
    assert (attempt.outcome, attempt.details["error"]) == (
        "environment",
        "its recordings have 600 MB; attempt it without --ray",
    )
