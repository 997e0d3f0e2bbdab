"""Beside pytest-playwright."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from agent.pytest_plugin.playwright import empty_output, spared
from tests.agent.pytest_plugin.configs import config

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def beside(tmp_path: Path) -> Any:
    """A session beside it, whose output folder holds something."""
    made = config(tmp_path, [], output="test-results")
    made.pluginmanager = SimpleNamespace(hasplugin=lambda name: name == "playwright")
    (tmp_path / "test-results" / "older").mkdir(parents=True)
    return made


def test_the_output_is_emptied_once_for_all_processes(beside: Any, tmp_path: Path) -> None:
    beside.workerinput = {}
    empty_output(beside)
    assert (tmp_path / "test-results/older").exists()
    del beside.workerinput
    empty_output(beside)
    assert not (tmp_path / "test-results").exists()


def test_without_it_nothing_is_deleted(beside: Any, tmp_path: Path) -> None:
    beside.pluginmanager = SimpleNamespace(hasplugin=lambda _name: False)
    empty_output(beside)
    assert (tmp_path / "test-results/older").exists()


def test_its_fixture_finds_nothing_and_the_option_is_as_before(beside: Any, tmp_path: Path) -> None:
    fixture = cast("Any", SimpleNamespace(argname="delete_output_dir"))
    with spared(fixture, beside):
        assert not (tmp_path / beside.option.output).exists()
    assert beside.option.output == "test-results"
    with spared(cast("Any", SimpleNamespace(argname="page")), beside):
        assert beside.option.output == "test-results"
