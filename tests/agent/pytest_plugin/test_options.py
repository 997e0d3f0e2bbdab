"""What pytest is told for tasks, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.pytest_plugin.options import read, settings_of
from tests.agent.pytest_plugin.configs import config, settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"agent_mode": "heal"}, "name the model that heals"),
        ({"agent_mode": "live", "agent_model": "reader"}, "no model takes part"),
        ({"agent_mode": "replay", "agent_model": "reader"}, "no model takes part"),
        ({"agent_update": True, "agent_update_new_only": True}, "give one of the two"),
        ({"agent_mode": "live", "agent_update": True}, "proposes no heals"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    tmp_path: Path, given: dict[str, Any], said: str
) -> None:
    with pytest.raises(pytest.UsageError, match=said):
        read(config(tmp_path, [], **given))


def test_the_output_goes_where_playwrights_goes_unless_it_is_named(tmp_path: Path) -> None:
    assert settings(tmp_path).output == tmp_path / "test-results"
    assert settings(tmp_path, output="artefacts").output == tmp_path / "artefacts"
    assert settings(tmp_path, output="artefacts", agent_output="ours").output == tmp_path / "ours"


def test_tasks_that_the_command_line_names_are_collected_besides(tmp_path: Path) -> None:
    made = config(tmp_path, ["tests/test_x.py"], agent_tasks=["ui"])
    read(made)
    assert made.args == ["tests/test_x.py", str(tmp_path / "ui")]


def test_those_of_the_configuration_are_where_nothing_else_is_named(tmp_path: Path) -> None:
    usual, named = config(tmp_path, [], [tmp_path / "ui"]), config(tmp_path, ["tests"], [tmp_path / "ui"])
    read(usual)
    read(named)
    assert usual.args == [str(tmp_path / "tests"), str(tmp_path / "ui")]
    assert named.args == ["tests"]
    assert settings_of(named).tasks == (tmp_path / "ui",)


def test_what_is_collected_anyway_is_not_named_twice(tmp_path: Path) -> None:
    made = config(tmp_path, ["tests"], agent_tasks=["tests/ui", "tests"])
    read(made)
    assert made.args == ["tests"]
