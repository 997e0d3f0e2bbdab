"""Every character of a text is found again where it stands in the file, however the text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.task.document import read_document
from agent.task.reading.marks import Position

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = {
    "plain": "a: Click Save\n",
    "single": "a: 'it''s ''X'' now'\n",
    "double": 'a: "Click \\"X\\" \\u00e9\\x41\\n!"\n',
    "item": 'a:\n  - b\n  - Type "T" into F\n',
    "plain over lines": "a: Click\n     Save\n\n  now\n",
    "double over lines": 'a: "one\n   two \\\n   three"\n',
    "block": "a: |\n  one\n  two X\n",
    "folded": "a: >-\n  one\n  two X\n\n  four\n",
    "carriage returns": "a:\r\n  - one\r\n  - two X\r\n",
    "flow": 'a: {b: [x, "y z"]}\n',
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_every_character_is_found_where_it_stands(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_bytes(text.encode())
    lines = text.replace("\r", "").split("\n")
    marks = [mark for mark in read_document(path).marks.values() if mark.text]
    assert marks
    for mark in marks:
        for offset, sign in enumerate(mark.text):
            line, column = mark.at(offset)
            there = lines[line - 1][column - 1 :]
            assert there.startswith((sign, "\\")) or (sign.isspace() and not there.strip()) or sign == " "


def test_an_offset_beyond_the_end_is_the_end(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a:\n  - Click\n")
    document = read_document(path)
    assert document.position(("a", 0)) == Position(2, 5)
    assert document.position(("a", 0), 3) == (2, 8)
    assert document.position(("a", 0), 99) == (2, 10)
