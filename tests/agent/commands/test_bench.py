"""`agent bench NAME`: from the command line to the exit status."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import TYPE_CHECKING

import pytest

from agent.bench.sets import SETS
from agent.cli import main
from agent.commands.bench import chosen
from agent.commands.options.bench import BENCH, BenchCommand
from tests.agent.bench.grounding.folders import screenspot
from tests.agent.bench.sets import told_set

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A set of three items among the sets."""
    monkeypatch.setitem(SETS, "told", "tests.agent.bench.sets:told_set")
    monkeypatch.chdir(tmp_path)


def test_a_run_says_what_came_of_each_and_the_figures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["bench", "told", "--out", "out", "-k", "a or b"]) == 0
    said = capsys.readouterr()
    assert [line.split()[:2] for line in said.err.splitlines()] == [
        ["1/2", "passed"], ["2/2", "failed"], ["results:", "out"],
    ]  # fmt: skip
    assert ["all", "1", "of", "2", "50.0", "9.5", "to", "90.5"] in [
        line.split() for line in said.out.splitlines()
    ]
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["decided"] == 2


def test_attempts_without_a_result_are_told_of_and_the_environments_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bench", "told", "--out", "out", "--json"]) == 3
    said = capsys.readouterr()
    assert "1 of 3 attempts lack a result; the same command tries again" in said.err
    told = json.loads(said.out)
    assert (told["exit"], told["out"], told["summary"]["decided"]) == (3, "out", 2)


def test_without_a_folder_the_same_command_goes_on_in_the_same_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = ["bench", "told", "--model", "http://me:secret@h:1/v1#a/b", "-k", "a"]
    assert main(command) == main(command) == 0
    assert [path.name for path in (tmp_path / "runs" / "bench").iterdir()] == ["told-http-h-1-v1-a-b"]
    assert capsys.readouterr().err.count("1/1") == 1


@pytest.mark.parametrize(
    ("options", "selected"),
    [
        (["-k", "web"], ["a"]),
        (["-k", "icon or desktop"], ["a", "b"]),
        (["--limit", "2"], ["a", "b"]),
        (["-k", "not web", "--limit", "1"], ["b"]),
    ],
)
def test_items_are_chosen_by_their_names_and_groups(options: list[str], selected: list[str]) -> None:
    command = read("told", *options)
    assert [item.name for item in chosen(told_set(command.asked), command)] == selected


def read(*words: str) -> BenchCommand:
    parser = ArgumentParser()
    parser.add_argument("--json", action="store_true")
    BENCH.add_options(parser)
    found = BENCH.read(parser.parse_args(words))
    assert isinstance(found, BenchCommand)
    return found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tould"], 'bench "tould": there is no such set; did you mean "told"?'),
        (["told", "--ray", "auto"], "--ray auto: write it as HOST:PORT, as `ray start --head` tells it"),
        (["told", "-k", "("], "a word is missing"),
        (["told", "-k", "nothing"], "there are no items to attempt"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_attempted(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["bench", *words]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_page_of_misses_is_drawn_when_something_was_attempted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screenspot(tmp_path / "data")
    command = ["bench", "screenspot", "--data", "data", "--out", "out", "--limit", "1"]
    assert main(command) == 0
    assert "drawing the page" in capsys.readouterr().err
    page = tmp_path / "out" / "misses.html"
    page.write_text("as it was")
    assert main(command) == 0
    told = capsys.readouterr().err
    assert ("drawing" in told, "page: out/misses.html" in told) == (False, True)
    assert page.read_text() == "as it was"
    page.unlink()
    assert main(command) == 0
    assert page.exists()
