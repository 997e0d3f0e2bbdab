"""Wrong task files, and what `agent check` says of each: file, line and column, what is wrong, and the mend.

The tables are in `wrong/`: a name behind `===`, its files behind `---`, and behind `>>>` what is said, each
line up to the list of what is known.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from agent.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = Path(__file__).parent / "wrong"


class Case(NamedTuple):
    """Files of one task, and what is said of them."""

    files: dict[str, bytes]
    said: list[str]


def cases() -> Iterator[tuple[str, Case]]:
    for table in sorted(WRONG.glob("*.txt")):
        for entry in re.split(r"^=== ", table.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = entry.partition("\n")
            written, _, said = rest.partition(">>>\n")
            files = dict(file(part) for part in re.split(r"^--- ", written, flags=re.MULTILINE)[1:])
            yield f"{table.stem}: {name}", Case(files, said.strip("\n").splitlines())


def file(part: str) -> tuple[str, bytes]:
    head, _, body = part.partition("\n")
    name, _, encoding = head.partition(" ")
    return name, body.encode(encoding or "utf-8")


CASES = dict(cases())


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
