"""A checkout and its open set, which the tests of this folder share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.agent.bench.componentbench.checkouts import made_checkout, made_npm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of one that serves the checkout, first in the search path."""
    folder = made_npm(tmp_path_factory.mktemp("programs") / "bin")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        yield folder
