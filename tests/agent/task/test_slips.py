"""What people get wrong in YAML is named for what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from agent.errors import BadInput
from agent.task.document import read_document
from agent.task.slips import explain_slip

if TYPE_CHECKING:
    from pathlib import Path


def refused(folder: Path, text: str) -> str:
    (folder / "t.yaml").write_text(text)
    with pytest.raises(BadInput) as caught:
        read_document(folder / "t.yaml")
    return str(caught.value).removeprefix(str(folder))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: Open order #12 now\n", 1, "'#12 now' is a comment for YAML, so that only 'Open order' is left"),
        ("a:\n  - #12\n", 2, "'#12' is a comment for YAML, so that only '' is left"),
        ('a: Type "A # B" now\n', 1, "'# B\" now' is a comment for YAML, so that only 'Type \"A' is left"),
        ("a: Note: call\n", 1, '": " within a text begins another key; put the whole text in single quotes'),
        ("a: {b: c: d}\n", 1, '": " within a text begins another key'),
        ("a:\n\tb: c\n", 2, "a tab stands where YAML wants spaces"),
        ("a: @home\n", 1, 'a text can\'t begin with "@"'),
        ('a:\n  - "Click" it\n', 2, "something stands behind a closing quote"),
        ('a: "Click\n', 2, "a quote is not closed"),
    ],
)
def test_a_slip_is_named_for_what_it_is(tmp_path: Path, text: str, line: int, told: str) -> None:
    said = refused(tmp_path, text)
    assert f"t.yaml:{line}:" in said
    assert told in said


@pytest.mark.parametrize("text", ["a: b # why\n", "a: 10 #ten\n", "a: b#1\n", "a: 'b #1'\n", "a: b ## c\n"])
def test_a_comment_is_a_comment(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.yaml").write_text(text)
    assert read_document(tmp_path / "t.yaml").value["a"] in ("b", 10, "b#1", "b #1")


def test_what_nobody_thought_of_is_told_in_the_readers_words() -> None:
    error = yaml.MarkedYAMLError(context="while looking", problem="found nothing")
    assert explain_slip(error).startswith("while looking: found nothing; put text that holds")
