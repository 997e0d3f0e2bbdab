"""The `file` and `json` checks, on real files."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from agent.checks.files import check_file, check_json, same_json
from agent.task.checks import FileCheck, JsonCheck
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "body", "passed"),
    [
        ("say hello\n", {"contains": "hello"}, True),
        ("say Hello\n", {"contains": "hello"}, False),
        ("hello\n", {"equals": "hello"}, True),
        ("hello\r\nyou\r\n", {"equals": "hello\nyou"}, True),
        ("hello\r\nyou\r\n", {"contains": "hello\nyou"}, True),
        ("hello\n\n", {"equals": "hello"}, False),
        ("hello", {"equals": ""}, False),
        ("", {"equals": ""}, True),
        ("\ufeffZoë 東京", {"equals": "Zoë 東京"}, True),
    ],
)
def test_file(tmp_path: Path, content: str, body: dict[str, str], passed: object) -> None:
    (tmp_path / "out.txt").write_bytes(content.encode())
    found = check_file(FileCheck.model_validate({"path": "out.txt", **body}), context(tmp_path))
    assert found.passed is passed


def test_a_failure_shows_what_the_file_holds(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("hello\tZoë\n")
    found = check_file(FileCheck(path="out.txt", contains="bye"), context(tmp_path))
    assert found == (False, 'contains "bye"', '"hello\\tZoë\\n"')


def test_files_that_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\x00")
    os.mkfifo(tmp_path / "pipe")
    world = context(tmp_path)
    assert "there is no file" in check_file(FileCheck(path="gone", contains="x"), world).actual
    assert "there is no file" in check_file(FileCheck(path="pipe", contains="x"), world).actual
    assert "there is no file" in check_file(FileCheck(path="x" * 5000, contains="x"), world).actual
    assert "not UTF-8" in check_file(FileCheck(path="binary", contains="x"), world).actual
    assert "there is no file" in check_json(JsonCheck(path="gone", equals={}), world).actual


@pytest.mark.parametrize(
    ("expected", "actual", "passed"),
    [
        ({"a": [1, "x", None]}, {"a": [1.0, "x", None]}, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ([1, 2], [2, 1], False),
        ([1], [1, 1], False),
        (True, 1, False),
        (1, True, False),
        ("5", 5, True),
        (5, "5", False),
        ("true", True, False),
        (None, False, False),
        ({}, [], False),
    ],
)
def test_json_values(expected: object, actual: object, passed: object) -> None:
    assert same_json(expected, actual) is passed


@pytest.mark.parametrize("content", ["{", "", "[" * 100_000, '{"a": 1, "a": 2}', "[NaN]"])
def test_what_is_not_json(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    assert check_json(JsonCheck(path="x.json", equals={}), context(tmp_path)).actual.startswith("not JSON")


def test_a_key_that_is_there_twice_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('[{"paid": false, "paid": true}]')
    found = check_json(JsonCheck(path="x.json", equals=[{"paid": True}]), context(tmp_path))
    assert found == (False, '[{"paid": true}]', 'not JSON: the key "paid" is there twice')


def test_json_file(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"name": "Zoë", "orders": [1, 2]}')
    assert check_json(
        JsonCheck(path="x.json", equals={"orders": [1, 2], "name": "Zoë"}), context(tmp_path)
    ).passed


def test_of_a_long_file_the_difference_comes_first(tmp_path: Path) -> None:
    lines = [f"line {number}" for number in range(1, 101)]
    (tmp_path / "out.txt").write_text("\n".join(lines))
    lines[69] = "line seventy"
    other = check_file(FileCheck(path="out.txt", equals="\n".join(lines)), context(tmp_path))
    assert other.actual.startswith('line 70 is "line 70", not "line seventy"; in all "line 1\\nline 2')
    gone = check_file(FileCheck(path="out.txt", contains="Line 42!\nline 43"), context(tmp_path))
    assert gone.actual.startswith('it is not there; nearest is line 42, "line 42"; in all "line 1')
    (tmp_path / "out.json").write_text(json.dumps({"rows": [{"n": n} for n in range(100)]}))
    wanted = {"rows": [{"n": n if n != 80 else 8} for n in range(100)]}
    found = check_json(JsonCheck(path="out.json", equals=wanted), context(tmp_path))
    assert found.actual.startswith("it.rows[80].n is 80, not 8; in all {")
