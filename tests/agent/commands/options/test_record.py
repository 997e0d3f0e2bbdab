"""The options of `agent record`."""

from __future__ import annotations

from pathlib import Path

from agent.commands.options.record import RecordCommand
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of("record a.yaml --var k=v --record rec --display :7 -o steps.yaml --json")
    assert given == RecordCommand(
        task="a.yaml",
        overrides={"k": "v"},
        record=Path("rec"),
        display=":7",
        output=Path("steps.yaml"),
        json=True,
    )


def test_what_is_not_given_is_none() -> None:
    assert options_of("record a.yaml") == RecordCommand("a.yaml", {}, None, None, None, json=False)
