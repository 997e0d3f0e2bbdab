"""Checkpoints that all processes of a session share: making one takes seconds. No test may change them."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from tests.agent.models.qwen.checkpoint import make_checkpoint

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
            make_checkpoint(root / f"{folder.name}.unfinished", edition=edition).rename(folder)
    return folder
