"""What is of a newer format is refused, and what is none of ours is said to be none."""

from __future__ import annotations

import pytest

from agent.errors import BadRecording
from agent.recording.format import check_format


@pytest.mark.parametrize("text", ['{"format": 1}', '{"format": 2, "more": [1]}', b'{"format": 2}'])
def test_a_known_format_is_read(text: str | bytes) -> None:
    check_format("rec:1", text, 2, "not a recording")


def test_a_newer_format_says_what_to_do() -> None:
    with pytest.raises(BadRecording, match=r"rec:1: written in format 3 by a newer.*up to 2; upgrade"):
        check_format("rec:1", '{"format": 3}', 2, "not a recording")


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "{}", '{"format": null}', b"\xff", "[" * 9999])
def test_anything_else_is_said_to_be_none(text: str | bytes) -> None:
    with pytest.raises(BadRecording, match="rec:1: not a recording"):
        check_format("rec:1", text, 2, "not a recording")
