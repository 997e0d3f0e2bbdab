"""`agent heal REC` as a user gives it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from agent import cli
from agent.commands.heal import main
from agent.commands.options.heal import HealCommand
from agent.errors import BadRecording
from agent.recording.reading import Recording, load_recording
from agent.replay.heal.proposal import Draft, Pointed, proven
from agent.replay.heal.store import accepted, load_heals, propose, rejected
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.recordings import record
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "\x1b[31mrot\n<b>" + "long " * 80


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    """With heals of its two steps."""
    record(tmp_path / "rec", [click(100), click(200), DONE])
    made = load_recording(tmp_path / "rec")
    for step, label in ((1, "Send"), (2, HOSTILE)):
        pointed = Pointed(Point(100, 50), label, "", "hm", ("it is a button, as before", HOSTILE))
        draft = Draft(
            step, f'Click "Save". {HOSTILE}', Point(20, 50), pointed, make_frame(500 + step), "fake"
        )
        propose(made, [proven(draft, made, make_frame(600), ("the click did what it did",))])
    return made


def call(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    status = cli.main(["heal", *options])
    out, said = capsys.readouterr()
    return status, out, said


def heals(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    status, out, said = call(capsys, *options, "--json")
    assert (status, said) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)["heals"]
    return found


def test_it_shows_what_is_proposed_and_what_was_proved(
    recording: Recording, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = call(capsys, f"{recording.folder}/")
    assert status == 0
    lines = [line.strip() for line in out.splitlines()]
    assert "+ it is a button, as before" in lines
    assert any(line.startswith("was no text at (20, 50), is Send") for line in lines)
    assert f"picture: {recording.folder}.heals/step-001.png" in lines
    assert "\x1b" not in out
    assert max(map(len, lines)) < 500


def test_a_picture_shows_old_and_new_side_by_side(
    recording: Recording, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shown = heals(capsys, str(recording.folder), "-o", str(tmp_path / "out" / "deep"))
    for heal in shown:
        assert heal["picture"] == str(tmp_path / "out" / "deep" / f"step-00{heal['step']}.png")
        with Image.open(heal["picture"]) as picture:
            pixels = np.asarray(picture.convert("RGB")).astype(int)
        assert picture.format == "PNG"
        red = (abs(pixels - (214, 30, 40)).sum(axis=2) < 30).nonzero()[1]
        middle = pixels.shape[1] // 2
        assert (red < middle).sum() > 50  # a ring on either side
        assert (red > middle).sum() > 50
    assert not list(recording.folder.parent.glob("rec.heals/*.png"))


def test_accept_and_reject(recording: Recording, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(recording.folder)
    before = {path: path.read_bytes() for path in recording.folder.rglob("*") if path.is_file()}
    assert [one["status"] for one in heals(capsys, folder, "--accept", "1")] == ["accepted", "proposed"]
    assert [one["status"] for one in heals(capsys, folder, "--reject", "all")] == ["accepted", "rejected"]
    assert set(accepted(recording)) == {1}
    assert [one["status"] for one in heals(capsys, folder, "--reject", "1")] == ["rejected", "rejected"]
    assert set(rejected(recording)) == {1, 2}
    assert [one["status"] for one in heals(capsys, folder, "--accept", "2")] == ["rejected", "accepted"]
    assert {path: path.read_bytes() for path in before} == before


def test_a_step_is_answered_at_its_open_proposal(
    recording: Recording, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(recording.folder)
    heals(capsys, folder, "--accept", "all")
    pointed = Pointed(Point(100, 50), "Submit", "", "hm", ("it is a button, as before",))
    draft = Draft(1, 'Click "Save".', Point(20, 50), pointed, make_frame(700), "fake")
    propose(recording, [proven(draft, recording, make_frame(701), ("the click did what it did",))])
    heals(capsys, folder, "--reject", "1")
    assert [kept.proposal.status for kept in load_heals(recording)] == ["accepted", "rejected", "accepted"]
    heals(capsys, folder, "--reject", "1")  # nothing open: what was accepted is taken back
    assert [kept.proposal.status for kept in load_heals(recording)] == ["rejected", "rejected", "accepted"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--accept", "7"], "--accept 7: there is no heal of that step; there are heals of: 1, 2"),
        (["--reject", "first"], "--reject first: there is no heal of that step"),
        (["--accept", "1", "--reject", "all"], "can't be both accepted and rejected"),
        (["-o", "{folder}/session.jsonl"], "can't be written"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    recording: Recording, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    options = [option.format(folder=recording.folder) for option in options]
    status, _, message = call(capsys, str(recording.folder), *options)
    assert (status, said in message) == (2, True)
    assert {kept.proposal.status for kept in load_heals(recording)} == {"proposed"}


def test_no_recording_no_heals_and_lost_frames(
    recording: Recording, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(capsys, str(tmp_path / "nothing"))[0] == 2
    assert call(capsys, f"{recording.folder}.heals")[0] == 2
    for frame in (recording.folder.parent / "rec.heals" / "frames").iterdir():
        frame.unlink()
    status, _, said = call(capsys, str(recording.folder))
    assert (status, "the frame is missing" in said) == (2, True)


def test_without_heals_it_says_where_they_come_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / "fresh", [click(100), DONE])
    show = HealCommand(tmp_path / "fresh", accept=None, reject=None, output=None, json=False)
    assert main(show) == 0
    said = f"{tmp_path}/fresh: no heals; `agent replay --live --heal MODEL` proposes them\n"
    assert capsys.readouterr().out == said
    assert list(tmp_path.iterdir()) == [tmp_path / "fresh"]
    with pytest.raises(BadRecording):
        main(replace(show, recording=tmp_path / "none"))
