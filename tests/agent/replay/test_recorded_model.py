"""Recorded model: each reply for the very prompt that it was a reply to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import ReplayDiffers
from agent.model import Prompt, Turn
from agent.recording.reading import load_recording
from agent.replay.recorded_model import ReplayModel
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.recordings import record

if TYPE_CHECKING:
    from pathlib import Path


def test_another_prompt_gets_no_reply(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    model = ReplayModel(load_recording(tmp_path / "rec"))
    assert model.name == "fake"
    with pytest.raises(ReplayDiffers, match="step 1"):
        model.complete(Prompt("", (Turn("user", (make_frame(3),)),)))
