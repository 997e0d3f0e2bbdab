"""Checkpoints that all processes of a session share: making one takes seconds. No test may change them."""

from __future__ import annotations

import fcntl
import os
import shutil
from typing import TYPE_CHECKING

from tests.agent.models.qwen.checkpoint import chat_template, make_checkpoint, write_profile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.agent.models.qwen.checkpoint import Edition


def shared_checkpoint(factory: pytest.TempPathFactory, edition: Edition = "instruct") -> Path:
    """The folder of a tiny checkpoint, made by the first process that wants it."""
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = root / f"tiny-{edition}"
    with (root / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = root / f"{folder.name}.unfinished"
            if edition == "instruct":
                make_checkpoint(unfinished)
            else:
                _make_thinking(shared_checkpoint(factory), unfinished)
            unfinished.rename(folder)
    return folder


def _make_thinking(instruct: Path, folder: Path) -> None:
    """The Instruct edition with the other's chat template: weights of one seed are the same in both."""
    shutil.copytree(instruct, folder)
    (folder / "chat_template.jinja").write_text(chat_template("thinking"), "utf-8")
    write_profile(folder, "thinking")
