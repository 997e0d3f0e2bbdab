"""The folders that the skill is written into, and what leads out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.skill.clients import CLIENTS, named
from agent.skill.places import Place, home_of, in_project, of_user


def test_no_folder_is_written_twice(tmp_path: Path) -> None:
    places = in_project(tmp_path, CLIENTS)
    assert [place.folder for place in places] == [
        tmp_path / ".agents/skills/deskhand",
        tmp_path / ".claude/skills/deskhand",
    ]
    assert [client.name for client in places[1].clients] == ["claude"]


def test_a_users_folders_are_in_the_home_but_for_what_claude_code_has_elsewhere(tmp_path: Path) -> None:
    clients = named(["claude", "codex"]).clients
    home = {"HOME": str(tmp_path)}
    assert [place.folder for place in of_user(clients, home)] == [
        tmp_path / ".agents/skills/deskhand",
        tmp_path / ".claude/skills/deskhand",
    ]
    moved = home | {"CLAUDE_CONFIG_DIR": "/elsewhere"}
    assert [place.folder for place in of_user(clients, moved)] == [
        tmp_path / ".agents/skills/deskhand",
        Path("/elsewhere/skills/deskhand"),
    ]


def test_a_home_is_known_without_the_variable() -> None:
    assert home_of({}) == Path.home()


def test_a_project_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("nowhere", "file"):
        with pytest.raises(BadInput, match="no such folder"):
            in_project(tmp_path / name, CLIENTS)


def test_a_link_within_the_project_is_followed_and_one_that_leads_out_is_refused(tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    for folder in (project / "kept", elsewhere):
        folder.mkdir(parents=True)
    place = Place(project, ".agents/skills", CLIENTS)
    (project / ".agents").symlink_to("kept")
    place.check(place.folder / "SKILL.md")
    (project / ".agents").unlink()
    (project / ".agents").symlink_to(".agents")
    place.check(place.folder / "SKILL.md")  # leads nowhere: it can't be written
    (project / ".agents").unlink()
    (project / ".agents").symlink_to(elsewhere)
    with pytest.raises(BadInput, match=r"a link leads out of .*elsewhere.*take the link away"):
        place.check(place.folder / "SKILL.md")
