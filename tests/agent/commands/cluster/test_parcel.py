"""Parcels: recordings arrive as they were sent, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.bench.benchmark import Item
from agent.bench.results.folder import new_recording
from agent.commands.cluster import parcel
from agent.commands.cluster.parcel import Damaged, TooLarge, packed, unpacked
from tests.agent.bench.episodes import EpisodeSet
from tests.agent.bench.sets import made

if TYPE_CHECKING:
    from pathlib import Path

    from agent.commands.cluster.parcel import Parcel

ITEM = Item("enter-text", 1)


def sent(tmp_path: Path) -> Parcel:
    return packed([EpisodeSet().attempt(ITEM, 0, tmp_path / "there")], tmp_path / "there")


def test_a_recording_arrives_file_by_file_and_is_judged_as_it_was(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    arrived = sent(tmp_path)
    [attempt] = unpacked(arrived, ITEM, 0, here)
    assert attempt == arrived.attempts[0]
    assert EpisodeSet().again(attempt, here) == attempt
    for file in (one for one in there.rglob("*") if one.is_file()):
        assert (here / file.relative_to(there)).read_bytes() == file.read_bytes()


def test_where_its_name_is_taken_it_has_another_one_and_nothing_is_overwritten(tmp_path: Path) -> None:
    here = tmp_path / "here"
    killed = new_recording(here, ITEM.name, ITEM.seed, 0)
    (killed / "session.jsonl").write_text("half a li")
    [attempt] = unpacked(sent(tmp_path), ITEM, 0, here)
    assert attempt.recording == f"recordings/{killed.name}-1"
    assert EpisodeSet().again(attempt, here) == attempt
    assert (killed / "session.jsonl").read_text() == "half a li"


def test_of_several_tries_each_has_its_recording(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    tries = [EpisodeSet().attempt(ITEM, 0, there) for _ in range(3)]
    new_recording(here, ITEM.name, ITEM.seed, 0)
    arrived = unpacked(packed(tries, there), ITEM, 0, here)
    assert [one.recording for one in arrived] == [f"recordings/enter-text-s1-r0-{n}" for n in (1, 2, 3)]
    assert [EpisodeSet().again(one, here) for one in arrived] == arrived


def test_an_attempt_without_a_recording_arrives_as_it_is(tmp_path: Path) -> None:
    assert unpacked(packed([made()]), ITEM, 0, tmp_path) == [made()]


def test_a_byte_that_has_changed_on_the_way_is_found_before_anything_is_written(tmp_path: Path) -> None:
    arrived = sent(tmp_path)
    [(name, files)] = arrived.recordings.items()
    for file, content in files.items():
        changed = {**files, file: content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]}
        with pytest.raises(Damaged):
            unpacked(replace(arrived, recordings={name: changed}), ITEM, 0, tmp_path / "here")
    with pytest.raises(Damaged):
        unpacked(replace(arrived, attempts=(made("enter-text"),)), ITEM, 0, tmp_path / "here")
    assert not (tmp_path / "here").exists()


def test_a_recording_that_is_not_the_attempts_is_found(tmp_path: Path) -> None:
    there = tmp_path / "there"
    one, other = (EpisodeSet().attempt(ITEM, repeat, there) for repeat in (0, 1))
    for wrong in ({"digest": other.digest}, {"recording": "recordings/none"}):
        with pytest.raises(Damaged, match="is not the recording that its attempt names"):
            unpacked(packed([one.model_copy(update=wrong)], there), ITEM, 0, tmp_path / "here")


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside"])
def test_nothing_is_written_outside_of_the_recording(name: str, tmp_path: Path) -> None:
    arrived = sent(tmp_path)
    recordings = {"one": {name: b"x"}}
    evil = replace(arrived, recordings=recordings, digest=parcel._digest(arrived.attempts, recordings))
    with pytest.raises(Damaged, match="is no file of a recording"):
        unpacked(evil, ITEM, 0, tmp_path / "here")
    assert not list(tmp_path.rglob("outside"))


def test_more_than_is_sent_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MOST_BYTES", 100)
    with pytest.raises(TooLarge, match="and no more than 0 are sent"):
        sent(tmp_path)
