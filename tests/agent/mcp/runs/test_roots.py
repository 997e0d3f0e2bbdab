from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.mcp.runs.roots import allowed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_task_in_the_servers_folder_or_a_named_one_may_be_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = tmp_path / "here", tmp_path / "other"
    here.mkdir()
    other.mkdir()
    monkeypatch.chdir(here)
    assert allowed("a/task.yaml", []) == here / "a" / "task.yaml"
    assert allowed(str(other / "rec"), [other]) == other / "rec"


@pytest.mark.parametrize(
    "path", ["../other/task.yaml", "/etc/passwd", "a/../../x", "link/x", "~/x/../../..", "\0"]
)
def test_one_elsewhere_may_not_links_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (tmp_path / "other").mkdir()
    (here / "link").symlink_to(tmp_path / "other")
    monkeypatch.chdir(here)
    with pytest.raises(BadInput, match=r"outside|no path"):
        allowed(path, [])
