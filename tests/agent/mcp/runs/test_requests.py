from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.mcp.runs.requests import Request, begun, claim, digest_of, withdraw
from agent.runs.planning.plan import RUNS


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_id_stands_for_the_run_of_whoever_claims_it_first() -> None:
    assert begun(RUNS, "1", "a") is None
    assert claim(RUNS, Request(request_id="1", asks="a", run="first"))
    assert not claim(RUNS, Request(request_id="1", asks="a", run="second"))
    assert begun(RUNS, "1", "a") == "first"
    assert begun(RUNS, "2", "a") is None


def test_an_id_that_asks_for_something_else_is_refused() -> None:
    claim(RUNS, Request(request_id="1", asks="a", run="first"))
    with pytest.raises(BadInput, match="used with other values"):
        begun(RUNS, "1", "b")


def test_one_that_was_refused_is_free_again() -> None:
    claim(RUNS, Request(request_id="1", asks="a", run="first"))
    withdraw(RUNS, "1")
    assert begun(RUNS, "1", "b") is None
    withdraw(RUNS, "1")


@pytest.mark.parametrize("name", ["../../x", "a/b", "\0", "x" * 5000, "Zoë \N{GRINNING FACE}", "\x1b[2J"])
def test_an_id_may_be_any_text(name: str) -> None:
    assert claim(RUNS, Request(request_id=name, asks="a", run="first"))
    assert begun(RUNS, name, "a") == "first"
    [file] = Path("runs", "requests").iterdir()
    assert len(file.name) < 80


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"\xff"])
def test_a_note_that_is_damaged_is_no_leave_to_do_it_again(content: bytes) -> None:
    claim(RUNS, Request(request_id="1", asks="a", run="first"))
    [file] = Path("runs", "requests").iterdir()
    file.write_bytes(content)
    with pytest.raises(BadInput, match="can't be read"):
        begun(RUNS, "1", "a")


def test_what_is_asked_for_differs_by_recording_values_and_case(tmp_path: Path) -> None:
    one = digest_of(tmp_path, {"a": "1", "b": "2"}, None)
    assert digest_of(tmp_path, {"b": "2", "a": "1"}, None) == one
    others = [
        digest_of(tmp_path / "x", {"a": "1", "b": "2"}, None),
        digest_of(tmp_path, {"a": "1"}, None),
        digest_of(tmp_path, {"a": "1", "b": "2"}, "case"),
        digest_of(tmp_path, {"a": "2", "b": "1"}, None),
    ]
    assert len({one, *others}) == 5


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file")
    with pytest.raises(BadInput, match="go to a folder"):
        claim(RUNS, Request(request_id="1", asks="a", run="first"))
