"""Entries: every fault is told by file, number and key, but not without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.grounding.layouts.entries import Entry, Text, read_entries, read_json, refuse_twice
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


class Named(Entry):
    name: Text


def test_the_first_faults_are_told_and_the_others_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("[" + ", ".join(['{"name": "a", "more": 1}'] + ['{"name": 1}'] * 9) + "]")
    with pytest.raises(BadInput) as refused:
        read_entries(file, Named)
    lines = str(refused.value).splitlines()
    assert lines[0] == f"{file}: entry 2: name: Input should be a valid string"
    assert (len(lines), lines[-1]) == (6, "and 4 more")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=r"a\.json: is no JSON"):
        read_json(file)
    with pytest.raises(BadInput, match="can't be read"):
        read_json(tmp_path)


def test_an_id_is_there_once(tmp_path: Path) -> None:
    refuse_twice(["a", "b"], tmp_path)
    with pytest.raises(BadInput, match="'a' is there twice"):
        refuse_twice(["a", "b", "a"], tmp_path)
