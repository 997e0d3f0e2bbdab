"""The options of `agent models` and `agent models test`."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.commands.options.models import ModelsCommand
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of("models test --model m -o pictures --json")
    assert given == ModelsCommand(test=True, model="m", output=Path("pictures"), json=True)


def test_without_a_word_it_lists() -> None:
    assert options_of("models") == ModelsCommand(test=False, model=None, output=None, json=False)
    with pytest.raises(SystemExit):
        options_of("models tset")
