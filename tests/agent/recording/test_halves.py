"""Half of a surrogate pair, which a model may write, is recorded and read back as it came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.recording.lines import parsed
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.fakes import DONE
from tests.agent.recordings import record

if TYPE_CHECKING:
    from pathlib import Path

HALF = "\ud83d"


@pytest.mark.parametrize("reply", [f"cut {HALF}", "\udc00", r"escaped: \ud83d", "whole \N{GRINNING FACE}"])
def test_a_reply_is_read_back_and_replays(tmp_path: Path, reply: str) -> None:
    record(tmp_path / "rec", [reply, DONE])
    (tmp_path / "rec" / "session.jsonl").read_text("utf-8")  # any other reader can read it
    recording = load_recording(tmp_path / "rec")
    assert recording.steps[0].reply == reply
    assert replay(recording).verdict == "passed"


@pytest.mark.parametrize("escaped", [False, True])
def test_a_line_is_read_raw_as_well_as_escaped(*, escaped: bool) -> None:
    line = {"event": "check", "kind": "text", "what": "x", "passed": True, "expected": HALF}
    line |= {"actual": "", "timing": {}}
    assert parsed(json.dumps(line, ensure_ascii=escaped)).model_dump()["expected"] == HALF


@pytest.mark.parametrize("body", [f'{{"event": "{HALF}"', r'{"event": "\ud83d"', "[" * 100_000 + r'"\ud83d"'])
def test_what_is_no_json_is_refused(body: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        parsed(body)
