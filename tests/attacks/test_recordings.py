"""Hostile recordings: each is one clear line and the right exit status, soon, and nothing is taken away."""

from __future__ import annotations

import json
import os
import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from agent.errors import BadRecording
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from tests.agent.fakes import DONE, call, click
from tests.agent.recordings import record
from tests.attacks.hostile_recordings import HARMLESS, REFUSED, TOLD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTES = 700
"""That an attack may make this process grow by, at most: a line of 50 MB is read, and told apart."""
LONGEST = 4_000
"""Characters of what is said of a hostile recording."""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded") / "rec"
    record(folder, [click(100), call("type", text="Zoë"), "nothing", DONE])
    return folder


@pytest.fixture
def attacked(recorded: Path, tmp_path: Path) -> Path:
    shutil.copytree(recorded, tmp_path / "rec")
    return tmp_path / "rec"


def names(folder: Path) -> set[str]:
    return {str(path) for path in folder.parent.rglob("*")}


def replayed(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    """Exit status, output and messages of a replay, which grew by little and took nothing away."""
    before, grown = names(folder), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = main(["replay", str(folder), *options])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown
    assert names(folder) == before
    assert grown < MEGABYTES * 1024, f"{grown // 1024} MB"
    out, said = capsys.readouterr()
    return status, out, said


@pytest.mark.parametrize("attack", REFUSED)
def test_it_is_refused_in_one_line(attack: str, attacked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    REFUSED[attack](attacked)
    status, out, said = replayed(attacked, capsys)
    assert (status, out) == (2, ""), said
    assert said.startswith(f"agent: {attacked}")
    assert said.count("\n") == 1
    assert said[:-1].isprintable()
    assert len(said) < LONGEST
    assert "agent: unexpected" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("attack", TOLD)
def test_it_is_refused_or_what_differs_is_told(
    attack: str, attacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    TOLD[attack](attacked)
    status, out, said = replayed(attacked, capsys)
    assert status in (0, 1, 2), said
    assert (out if status == 0 else said).startswith(f"{attacked}" if status == 0 else f"agent: {attacked}")
    assert len(out + said) < 10 * LONGEST
    assert (out + said).replace("\n", "").isprintable()
    assert "agent: unexpected" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("attack", HARMLESS)
def test_it_changes_nothing(attack: str, attacked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    HARMLESS[attack](attacked)
    status, out, said = replayed(attacked, capsys)
    assert (status, said) == (0, "")
    assert "agrees: 4 steps, passed" in out


@pytest.mark.parametrize("attack", ["a frame called a way up", "not UTF-8", "an outcome nobody knows"])
def test_it_is_one_object_where_that_is_asked_for(
    attack: str, attacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    REFUSED[attack](attacked)
    status, out, said = replayed(attacked, capsys, "--json")
    assert (status, said) == (2, "")
    [told] = json.loads(out)["replays"]
    assert told["message"].startswith(str(attacked))


PLACES: dict[str, Callable[[Path], str]] = {
    "nowhere": lambda folder: str(folder / "nowhere"),
    "a file": lambda folder: str(folder / "session.jsonl"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe") or str(folder / "pipe"),
    "a device": lambda _: "/dev/zero",
    "a name of 300 characters": lambda folder: str(folder / ("x" * 300)),
    "a path of 9,000 characters": lambda folder: str(folder) + "/x" * 4_500,
    "a name that moves the cursor": lambda folder: str(folder / "x\x1b[2J"),
    "a name that is not UTF-8": lambda folder: str(folder / "x\udcff"),
    "a link to itself": lambda folder: (folder / "loop").symlink_to("loop") or str(folder / "loop"),
    "nothing": lambda _: "",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("verb", ["replay", "heal"])
def test_what_is_no_folder_is_refused(
    place: str, verb: str, attacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, PLACES[place](attacked)]) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert (said.count("\n"), said[:-1].isprintable(), "unexpected" in said) == (1, True, False), said


@pytest.mark.parametrize("attack", [name for name in TOLD if name.startswith("an action")])
def test_a_hostile_action_is_none_to_be_replayed_live(attack: str, attacked: Path) -> None:
    TOLD[attack](attacked)
    with pytest.raises(BadRecording, match="rec"):
        trajectory_of(load_recording(attacked))
