"""What is slow to make, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.pocket.compact import unpack
from agent.models.pocket.folder import FILE
from training.pocket.forms.player import Player, player
from training.pocket.samples.speller import Speller, speller_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def speller() -> Speller:
    return speller_of(unpack(FILE).tokens)


@pytest.fixture(scope="session")
def playing(speller: Speller) -> Iterator[Player]:
    """One display for all tests of a process: Tk keeps its connection, and would end with the display."""
    with player(speller.words) as one:
        yield one


@pytest.fixture(autouse=True)
def _windows(own_windows: None) -> None:
    """The player opens its forms in this process."""
