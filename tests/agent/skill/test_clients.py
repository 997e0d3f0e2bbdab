"""Which coding agents the skill is for, where nobody names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.skill.clients import CLIENTS, NAMES, SHARED, in_use, named

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("trace", "name"),
    [
        (".claude/settings.json", "claude"),
        ("CLAUDE.md", "claude"),
        (".codex/config.toml", "codex"),
        (".github/copilot-instructions.md", "copilot"),
        (".cursor/rules/a.mdc", "cursor"),
        ("GEMINI.md", "gemini"),
        ("opencode.json", "opencode"),
        ("AGENTS.md", "agents"),
    ],
)
def test_a_trace_in_the_project_names_its_client(project: Path, home: Path, trace: str, name: str) -> None:
    (home / ".gemini").mkdir()  # what else the user has does not matter then
    (project / trace).parent.mkdir(parents=True, exist_ok=True)
    (project / trace).touch()
    choice = in_use(project, home)
    assert [client.name for client in choice.clients] == [name]
    assert f"in {project}" in choice.why


def test_a_folder_that_every_project_on_github_has_is_no_trace(project: Path, home: Path) -> None:
    (project / ".github" / "workflows").mkdir(parents=True)
    assert [client.name for client in in_use(project, home).clients] == ["agents"]


def test_without_a_trace_in_the_project_the_home_is_asked(project: Path, home: Path) -> None:
    for folder in (".claude", ".config/opencode"):
        (home / folder).mkdir(parents=True)
    for where in (project, None):
        choice = in_use(where, home)
        assert [client.name for client in choice.clients] == ["claude", "opencode"]
        assert choice.why == f"found .claude, .config/opencode in {home}"


def test_without_any_trace_it_is_the_folder_that_most_read(project: Path, home: Path) -> None:
    choice = in_use(project, home)
    assert [client.skills for client in choice.clients] == [SHARED]
    assert "found no coding agent" in choice.why


def test_who_is_named_is_taken_without_a_word() -> None:
    choice = named(["gemini", "claude", "gemini"])
    assert [client.name for client in choice.clients] == ["claude", "gemini"]
    assert choice.why == ""
    assert named(NAMES).clients == CLIENTS
