"""A stage that the tests of this folder share: its browser opens once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.miniwob.set import FLAGS, SCALE
from agent.bench.pages.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    opened = Stage(SCALE, FLAGS)
    yield opened
    opened.close()
