"""Results folder: what a kill leaves, what is refused, and what nobody can alter unnoticed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.bench.results.folder import ResultsFolder, new_recording
from agent.bench.results.reading import read_results
from agent.errors import BadInput
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with three attempts."""
    folder = tmp_path / "out"
    with ResultsFolder(folder, configured()) as results:
        for name in ("a", "b", "c"):
            results.append(made(name, reply=f'He said "{name}" — ünïcode \ud83d\n'))
    return folder


def lines(out: Path) -> list[bytes]:
    return (out / "results.jsonl").read_bytes().splitlines(keepends=True)


def test_what_is_written_is_read_again(out: Path) -> None:
    found = read_results(out)
    assert [one.item for one in found.attempts] == ["a", "b", "c"]
    assert found.attempts[0].reply == 'He said "a" — ünïcode \ud83d\n'
    keys = list(json.loads(lines(out)[0]))
    assert keys == [
        "item", "repeat", "seed", "outcome", "score", "groups", "details", "reply", "seconds", "tokens",
        "recording", "digest", "previous",
    ]  # fmt: skip


def test_a_torn_last_line_is_dropped_and_the_next_one_written_in_its_place(out: Path) -> None:
    whole = lines(out)
    (out / "results.jsonl").write_bytes(b"".join(whole[:2]) + whole[2][:40])
    assert [one.item for one in read_results(out).attempts] == ["a", "b"]
    with ResultsFolder(out, configured()) as results:
        assert [one.item for one in results.attempts] == ["a", "b"]
        results.append(made("d"))
    assert [one.item for one in read_results(out).attempts] == ["a", "b", "d"]


@pytest.mark.parametrize(
    ("what", "alter"),
    [
        ("a word", lambda lines: [lines[0].replace(b'"a"', b'"A"', 1), *lines[1:]]),
        ("a verdict", lambda lines: [lines[0].replace(b'"passed"', b'"failed"'), *lines[1:]]),
        ("a space", lambda lines: [lines[0].replace(b'"item": ', b'"item":'), *lines[1:]]),
        ("a line taken out", lambda lines: [lines[0], lines[2]]),
        ("the first line taken out", lambda lines: lines[1:]),
        ("lines swapped", lambda lines: [lines[0], lines[2], lines[1]]),
        ("a line twice", lambda lines: [*lines, lines[2]]),
        ("no JSON", lambda lines: [b"{}\n", *lines[1:]]),
        ("an empty line", lambda lines: [lines[0], b"\n", *lines[1:]]),
        ("a list", lambda lines: [b"[]\n", *lines[1:]]),
    ],
)
def test_an_altered_file_is_refused(out: Path, what: str, alter: object) -> None:
    assert callable(alter)
    (out / "results.jsonl").write_bytes(b"".join(alter(lines(out))))
    with pytest.raises(BadInput, match=r"results.jsonl:\d"):
        read_results(out)
    with pytest.raises(BadInput, match=r"results.jsonl:\d"):
        ResultsFolder(out, configured())


def test_an_altered_configuration_is_refused(out: Path) -> None:
    path = out / "config.json"
    path.write_text(path.read_text().replace('"model": "m"', '"model": "n"').replace('"m"', '"n"'))
    with pytest.raises(BadInput, match=r"results.jsonl:1: does not follow"):
        read_results(out)
    path.write_text(path.read_text() + "\n")
    with pytest.raises(BadInput, match="altered"):
        read_results(out)


def test_lines_of_another_run_are_refused(out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with ResultsFolder(other, configured(model="better")) as results:
        results.append(made("a"))
    (out / "results.jsonl").write_bytes(b"".join([*lines(other), *lines(out)[1:]]))
    with pytest.raises(BadInput, match=r"results.jsonl:1"):
        read_results(out)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="holds no results"):
        ResultsFolder(tmp_path, configured())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadInput, match="--out"):
        ResultsFolder(tmp_path / "file", configured())
    with pytest.raises(BadInput, match="no results folder"):
        read_results(tmp_path / "none")


def test_lines_without_their_configuration_are_refused(out: Path) -> None:
    (out / "config.json").unlink()
    with pytest.raises(BadInput, match=r"config\.json is missing"):
        ResultsFolder(out, configured())


def test_a_newer_format_is_refused(out: Path) -> None:
    path = out / "config.json"
    path.write_text(path.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(BadInput, match="newer"):
        read_results(out)


FILLS = """
import resource, signal, sys
from pathlib import Path
from agent.bench.results.folder import ResultsFolder
from tests.agent.bench.sets import configured, made

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
with ResultsFolder(Path(sys.argv[1]), configured()) as folder:
    try:
        for number in range(100):
            folder.append(made(f"item-{number}", reply="x" * 300))
    except Exception as error:
        print(type(error).__name__, error)
"""
"""A run on a disk that has no more room in the middle of a line."""


def test_a_disk_that_fills_up_is_told_and_costs_the_torn_line_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILLS, str(tmp_path / "out")], capture_output=True, text=True, check=True
    )
    assert "results.jsonl: can't be written" in done.stdout
    assert done.stderr == ""
    kept = len(read_results(tmp_path / "out").attempts)
    assert kept > 3
    with ResultsFolder(tmp_path / "out", configured()) as folder:
        folder.append(made(f"item-{kept}"))
    assert len(read_results(tmp_path / "out").attempts) == kept + 1


def test_a_recordings_folder_is_new_and_inside(tmp_path: Path) -> None:
    made = [new_recording(tmp_path, name, 3, 0) for name in ("../x/é", "../x/é", "..", "a" * 300)]
    assert [path.relative_to(tmp_path / "recordings").name for path in made[:3]] == [
        "x-s3-r0", "x-s3-r0-1", "item-s3-r0",
    ]  # fmt: skip
    assert all(path.is_dir() and path.parent == tmp_path / "recordings" for path in made)
