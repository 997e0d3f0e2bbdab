"""Who may record in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.recording.claim import check_folder, claimed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_draft_is_one_recorder_s_until_it_lets_go(tmp_path: Path) -> None:
    with claimed(tmp_path) as file:
        file.write(b"begun")
        file.flush()
        check_folder(tmp_path)
        with pytest.raises(BadInput, match="another run is recorded here"):
            claimed(tmp_path)
    with claimed(tmp_path) as file:
        assert (tmp_path / "session.jsonl.part").read_bytes() == b""
        (tmp_path / "session.jsonl.part").rename(tmp_path / "session.jsonl")
        with pytest.raises(BadInput, match="another run was recorded here"):
            claimed(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["session.jsonl"]
    with pytest.raises(BadInput, match="not an empty folder"):
        check_folder(tmp_path)
