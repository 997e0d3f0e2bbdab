"""An installed skill: what of it is ours, what somebody has changed, and what an update writes."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from agent import __version__
from agent.errors import BadInput
from agent.skill import installed
from agent.skill.clients import CLIENTS
from agent.skill.content import FRONT, files
from agent.skill.installed import NOTE, examine, install
from agent.skill.places import Place

if TYPE_CHECKING:
    from pathlib import Path

STEPS = "references/steps.md"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, ".agents/skills", CLIENTS[1:])


def put(place: Place) -> None:
    install(place, examine(place))


def held(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def older(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put another version there: another first page, and one that there is no more."""
    before = {**files(), FRONT: "as it was\n", "references/gone.md": "no more\n"}
    with monkeypatch.context() as patch:
        patch.setattr(installed, "files", lambda: before)
        patch.setattr(installed, "__version__", "0.0.1")
        put(place)


def test_it_is_written_whole_with_a_note_and_then_it_is_current(place: Place) -> None:
    assert examine(place).state == "absent"
    put(place)
    assert {name: text for name, text in held(place.folder).items() if name != NOTE} == files()
    found = examine(place)
    assert (found.state, found.version, found.missing, found.stale) == ("current", __version__, (), ())


def test_an_older_version_of_ours_is_brought_up_to_date(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(place, monkeypatch)
    found = examine(place)
    assert (found.state, found.version) == ("older", "0.0.1")
    put(place)
    assert {name: text for name, text in held(place.folder).items() if name != NOTE} == files()
    assert examine(place).state == "current"


@pytest.mark.parametrize("name", [FRONT, STEPS, "references/gone.md"])
def test_what_was_changed_by_hand_is_told_and_not_taken_for_an_older_version(
    place: Place, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(place, monkeypatch)
    (place.folder / name).write_text("my own words\n")
    found = examine(place)
    assert (found.state, found.changed) == ("changed", (name,))


def test_a_skill_of_somebody_else_with_our_name_is_not_ours(place: Place) -> None:
    place.folder.mkdir(parents=True)
    (place.folder / FRONT).write_text("---\nname: deskhand\n---\n")
    assert examine(place).changed == (FRONT,)


def test_what_a_person_put_beside_it_stays(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    older(place, monkeypatch)
    (place.folder / "references" / "our-own.md").write_text("how we name things\n")
    assert examine(place).state == "older"
    put(place)
    assert (place.folder / "references" / "our-own.md").read_text() == "how we name things\n"


def test_other_ends_of_lines_are_no_change(place: Place) -> None:
    put(place)
    page = place.folder / STEPS
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert examine(place).state == "current"


def test_what_was_deleted_is_written_anew(place: Place) -> None:
    put(place)
    (place.folder / STEPS).unlink()
    assert examine(place).missing == (STEPS,)
    put(place)
    assert held(place.folder)[STEPS] == files()[STEPS]


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        "{",
        '{"version": 1}',
        '{"version": "1", "files": 3}',
        '{"version": 1, "files": [[1, 2]]}',
        "\x00",
        "[" * 9999,
    ],
)
def test_without_a_note_that_can_be_read_nothing_is_known_to_be_ours(
    place: Place, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(place, monkeypatch)
    (place.folder / NOTE).write_text(note)
    assert examine(place).changed == (FRONT,)


def test_a_note_names_nothing_outside_of_its_folder(place: Place) -> None:
    put(place)
    for name in ("../../../mine.md", "/etc/passwd", "references/../../x.md", ".deskhand.json"):
        (place.folder / NOTE).write_text(json.dumps({"version": "1", "files": {name: "0" * 64}}))
        found = examine(place)
        assert (found.stale, found.changed) == ((), ())


def test_a_link_in_place_of_a_page_is_a_change_and_is_never_written_through(
    place: Place, tmp_path: Path
) -> None:
    put(place)
    mine = tmp_path / "mine.md"
    mine.write_text("mine\n")
    (place.folder / FRONT).unlink()
    (place.folder / FRONT).symlink_to(mine)
    found = examine(place)
    assert found.changed == (FRONT,)
    install(place, found)  # as with --force
    assert mine.read_text() == "mine\n"
    assert held(place.folder)[FRONT] == files()[FRONT]


def test_a_folder_of_pages_that_leads_out_is_refused(place: Place, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    place.folder.mkdir(parents=True)
    (place.folder / "references").symlink_to(outside)
    with pytest.raises(BadInput, match="a link leads out"):
        examine(place)
    assert list(outside.iterdir()) == []


def test_what_is_no_folder_and_what_is_no_file_is_refused(place: Place) -> None:
    place.folder.parent.mkdir(parents=True)
    place.folder.touch()
    with pytest.raises(BadInput, match="is no folder; move it away"):
        examine(place)
    place.folder.unlink()
    (place.folder / FRONT).mkdir(parents=True)
    with pytest.raises(BadInput, match=r"SKILL\.md: can't be read: .*; move it away"):
        examine(place)
    (place.folder / FRONT).rmdir()
    os.mkfifo(place.folder / FRONT)
    with pytest.raises(BadInput, match="can't be read: it is not a plain file"):
        examine(place)


def test_a_folder_that_can_not_be_written_is_told(place: Place) -> None:
    place.folder.mkdir(parents=True)
    (place.folder / "references").touch()
    with pytest.raises(BadInput, match=r"can't be written: .*; name another folder with --project"):
        put(place)
