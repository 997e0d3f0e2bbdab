from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.mcp.recorded.offer import named, offers
from agent.recording.lines import SESSION

RECORDINGS = Path(__file__).parents[4] / "recordings"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(RECORDINGS.parent)


def test_a_recording_offers_its_variables_with_what_is_done_with_them() -> None:
    [offer] = offers([RECORDINGS / "fill_form"])
    assert offer.name == "fill_form"
    assert "Register <name> (e-mail <email>, phone +49 30 901820) from <country>" in offer.description
    assert "4 checks" in offer.description
    described = {one.name: (one.type, one.needed, one.description) for one in offer.parameters}
    assert described == {
        "name": ("string", True, 'Typed into "Full name". Recorded as "Ada Lovelace".'),
        "email": ("string", True, 'Typed into "E-mail". Recorded as "ada@engine.example".'),
        "country": ("string", True, 'Chosen in "Country". Recorded as "Germany".'),
        "seed": ("integer", False, 'Given to the programs or the checks. Recorded as "0".'),
    }


def test_a_folder_offers_every_recording_in_it() -> None:
    assert [offer.name for offer in offers([RECORDINGS])] == sorted(
        place.name for place in RECORDINGS.iterdir() if place.is_dir()
    )
    assert offers([]) == []


@pytest.mark.parametrize("harm", ["frame", "line", "version", "nothing"])
def test_a_recording_that_cannot_be_replayed_is_refused_with_its_path(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "xterm_command"
    shutil.copytree(RECORDINGS / "xterm_command", folder)
    session = folder / SESSION
    if harm == "frame":
        next((folder / "frames").iterdir()).write_bytes(b"no picture")
    elif harm == "line":
        session.write_text(session.read_text().replace("left_click", "right_click").replace("enter", "tab"))
    elif harm == "version":
        session.write_text(session.read_text().replace('"format": 1', '"format": 99', 1))
    else:
        shutil.rmtree(folder)
    with pytest.raises(BadInput, match="xterm_command"):
        offers([folder])


@pytest.mark.parametrize(
    ("recordings", "names"),
    [
        ([("save", "save")], ["save"]),
        ([("save", "today")], ["save"]),
        ([("save", "a"), ("save", "b"), ("open", "c")], ["save-a", "save-b", "open"]),
        ([("save", "a"), ("save", "a")], ["save-a", "save-a_2"]),
        ([("click", "click")], ["replay_click"]),
        ([("Zoë's form", "x")], ["Zo_s_form"]),
        ([("...", "x")], ["recording"]),
        ([("w" * 100, "x")], ["w" * 60]),
        ([("save a", "x"), ("save-a", "x"), ("save_a", "y")], ["save_a", "save-a", "save_a_2"]),
    ],
)
def test_each_tool_has_a_name_of_its_own_that_clients_take(
    recordings: list[tuple[str, str]], names: list[str]
) -> None:
    assert named(recordings, {"click"}) == names
