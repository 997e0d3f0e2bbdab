"""A stage that the tests of this folder share: its browser opens once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.miniwob.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    opened = Stage(2.0)
    yield opened
    opened.close()
