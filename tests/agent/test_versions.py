"""Versions: of what is installed, and of nothing else."""

from __future__ import annotations

import numpy as np

from agent import __version__
from agent.versions import versions


def test_what_is_not_installed_is_left_out() -> None:
    found = versions(["numpy", "no-such-package"])
    assert list(found) == ["deskhand", "python", "platform", "numpy"]
    assert (found["deskhand"], found["numpy"]) == (__version__, np.__version__)
