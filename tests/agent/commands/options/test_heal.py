"""The options of `agent heal`."""

from __future__ import annotations

from pathlib import Path

from agent.commands.options.heal import HealCommand
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of("heal rec --accept 3 --reject all --output pictures --json")
    assert given == HealCommand(Path("rec"), "3", "all", Path("pictures"), json=True)
    assert options_of("heal rec -o pictures").output == Path("pictures")


def test_without_any_it_shows() -> None:
    assert options_of("heal rec") == HealCommand(Path("rec"), None, None, None, json=False)
