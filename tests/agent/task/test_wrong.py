"""Wrong task files, and what `agent check` says of each: where, what is wrong, and the mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from tests.agent.task.wrong_files import CASES, Case

if TYPE_CHECKING:
    from pathlib import Path


def test_there_are_as_many_as_it_takes() -> None:
    assert len(CASES) >= 100
    assert {name.partition(":")[0] for name in CASES} >= {"keys", "sentences", "checks", "include", "own"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_wrong_is_said_with_its_place_and_its_mend(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content in case.files.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["check", "task.yaml"]) == 2
    told = capsys.readouterr()
    lines = told.err.partition("\nall forms:")[0].splitlines()
    assert told.out == ""
    assert [re.sub(r" known: .*", "", line).rstrip() for line in lines] == case.said
    places = [
        line for line in lines if re.match(rf"(?:{'|'.join(map(re.escape, case.files))}):\d+:\d+: ", line)
    ]
    assert places
    assert "Traceback" not in told.err
