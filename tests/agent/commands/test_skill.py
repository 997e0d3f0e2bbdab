"""`agent skill` as a user gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from agent import __version__
from agent.cli import main
from agent.commands import skill
from agent.commands.options.skill import SkillCommand
from agent.skill.content import FRONT, files

if TYPE_CHECKING:
    from pathlib import Path

CLAUDE, SHARED = ".claude/skills/deskhand", ".agents/skills/deskhand"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, which is the current folder, of a user with an empty home."""
    for name in ("home", "project"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CLAUDE_CONFIG_DIR", raising=False)
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def answer(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert main(["skill", *command, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return json.loads(said.out)


def everything(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_it_is_installed_told_and_installed_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "CLAUDE.md").touch()
    assert main(["skill", "install"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{CLAUDE}: installed, for Claude Code\n"
    assert said.err == f"found CLAUDE.md in {project}; --for names others\n"
    assert main(["skill", "install", "--for", "claude"]) == 0
    assert capsys.readouterr() == (f"{CLAUDE}: up to date, for Claude Code\n", "")
    wanted = {f"{CLAUDE}/{path}" for path in (*files(), ".deskhand.json")}
    assert everything(project) == {"CLAUDE.md"} | wanted


def test_where_no_agent_is_found_it_is_said_and_most_find_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["skill", "install"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{SHARED}: installed, for every agent that reads .agents/skills\n"
    assert "found no coding agent" in said.err


def test_what_was_changed_by_hand_is_kept_unless_forced_and_nothing_else_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "install", "--for", "claude")
    page = project / CLAUDE / FRONT
    page.write_text("my own words\n")
    assert main(["skill", "install", "--for", "claude", "--for", "codex"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"agent: {CLAUDE}: changed by hand, or not ours: SKILL.md; nothing was written")
    assert "--force" in said
    assert page.read_text() == "my own words\n"
    assert not (project / ".agents").exists()
    [one] = answer(capsys, "install", "--for", "claude", "--force")["places"]
    assert (one["state"], one["changed"], page.read_text()) == ("overwritten", [FRONT], files()[FRONT])


def test_for_a_user_it_is_in_the_home(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = project.parent / "home"
    found = answer(capsys, "install", "--for", "claude", "--for", "gemini", "--user")
    assert found == {
        "skill": "deskhand",
        "version": __version__,
        "places": [
            {
                "folder": str(home / folder),
                "for": names,
                "state": "installed",
                "version": __version__,
                "changed": [],
            }
            for folder, names in ((SHARED, ["gemini"]), (CLAUDE, ["claude"]))
        ],
    }
    assert everything(project) == set()


def test_a_list_says_what_is_where(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "install", "--for", "claude")
    (project / CLAUDE / FRONT).write_text("my own words\n")
    shared = "for Codex, GitHub Copilot, Cursor, Gemini CLI, OpenCode, every agent that reads .agents/skills"
    assert main(["skill", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{SHARED}: not installed, {shared}",
        f"{CLAUDE}: changed by hand, for Claude Code",
        f"{project.parent}/home/{SHARED}: not installed, {shared}",
        f"{project.parent}/home/{CLAUDE}: not installed, for Claude Code",
    ]
    answer(capsys, "install", "--for", "claude", "--force")
    (project / CLAUDE / FRONT).unlink()
    answered = answer(capsys, "list", "--project", ".")["places"]
    assert [one["state"] for one in answered] == ["not installed", "out of date"]


def test_it_is_shown_page_by_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert skill.main(SkillCommand("show")) == 0
    assert capsys.readouterr().out == files()[FRONT]
    shown = answer(capsys, "show", "references/steps.md")
    assert shown["text"] == files()["references/steps.md"]
    assert shown["files"] == [*files()]
    assert main(["skill", "show", "steps.md"]) == 2
