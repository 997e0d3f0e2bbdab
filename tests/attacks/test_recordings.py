"""Hostile recordings: each is one clear line and the right exit status, soon, and nothing is taken away."""

from __future__ import annotations

import json
import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from tests.agent.fakes import DONE, call, click
from tests.agent.recordings import record
from tests.attacks.hostile_recordings import HARMLESS, REFUSED, TOLD

if TYPE_CHECKING:
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
