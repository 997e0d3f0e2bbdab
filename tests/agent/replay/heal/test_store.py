"""Heals beside a recording: what is kept, what gives way, what is refused; the recording never changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agent.errors import BadInput, BadRecording
from agent.recording.reading import Recording, load_lines, load_recording
from agent.replay.heal.proposal import Draft, Heal, Pointed, proven
from agent.replay.heal.store import accepted, decide, heals_folder, load_heals, propose, rejected
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.recordings import record
from tools.geometry import Point

AT = Point(100, 50)


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    record(tmp_path / "rec", [click(100), click(200), DONE])
    return load_recording(tmp_path / "rec")


def heal(
    recording: Recording, step: int = 1, label: str = "Send", shade: int = 500, words: str = "hm"
) -> Heal:
    pointed = Pointed(AT, label, "Save", words, ("it is a button, as before",))
    draft = Draft(step, 'Click "Save".', Point(20, 50), pointed, make_frame(shade), "fake")
    return proven(draft, recording, make_frame(shade + 1), ("the click did what it did",))


def kept_bytes(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_proposed_is_kept_beside_the_recording_and_never_in_it(recording: Recording) -> None:
    before = kept_bytes(recording.folder)
    [path] = propose(recording, [heal(recording)])
    assert path == recording.folder.parent / "rec.heals" / "step-001.json"
    [kept] = load_heals(recording)
    proposal = kept.proposal
    assert (proposal.status, proposal.step, proposal.new_point, proposal.new_label) == (
        "proposed",
        1,
        AT,
        "Send",
    )
    assert proposal.proof == ("it is a button, as before", "the click did what it did")
    assert kept.frame(proposal.frame).digest == make_frame(500).digest
    assert kept.frame(proposal.after).digest == make_frame(501).digest
    decide(kept, "accepted")
    assert kept_bytes(recording.folder) == before


def test_heals_are_read_without_the_recordings_frames(recording: Recording) -> None:
    """As a report reads it, which unpacks no frame that it does not show."""
    propose(recording, [heal(recording)])
    [kept] = load_heals(load_lines(recording.folder))
    assert kept.proposal.step == 1


def test_a_heal_counts_only_when_it_was_accepted(recording: Recording) -> None:
    assert load_heals(recording) == ()
    propose(recording, [heal(recording), heal(recording, step=2)])
    assert accepted(recording) == {}
    first, second = load_heals(recording)
    decide(first, "accepted")
    decide(second, "rejected")
    [(step, (frame, point))] = accepted(recording).items()
    assert (step, frame.digest, point) == (1, make_frame(500).digest, AT)
    assert rejected(recording) == {2: ("Send",)}


def test_of_two_drafts_for_one_step_the_later_is_kept(recording: Recording) -> None:
    propose(recording, [heal(recording, label="Send"), heal(recording, label="Submit", shade=600)])
    [kept] = load_heals(recording)
    assert kept.proposal.new_label == "Submit"


def test_a_proposal_that_nobody_answered_gives_way_with_its_frames(recording: Recording) -> None:
    [first] = propose(recording, [heal(recording)])
    [second] = propose(recording, [heal(recording, shade=501)])  # one frame is still in use
    assert first == second
    frames = {path.stem for path in (heals_folder(recording) / "frames").glob("*.webp")}
    assert frames == {make_frame(501).digest, make_frame(502).digest}


def test_what_was_answered_stays(recording: Recording) -> None:
    propose(recording, [heal(recording)])
    decide(load_heals(recording)[0], "accepted")
    assert propose(recording, [heal(recording)]) == []
    [path] = propose(recording, [heal(recording, label="Submit", shade=600)])
    assert path.name == "step-001-2.json"
    decide(load_heals(recording)[1], "accepted")
    assert accepted(recording)[1][0].digest == make_frame(600).digest


def test_what_was_rejected_is_not_proposed_again(recording: Recording) -> None:
    propose(recording, [heal(recording)])
    decide(load_heals(recording)[0], "rejected")
    assert propose(recording, [heal(recording)]) == []
    assert propose(recording, [heal(recording, step=2)]) != []


def test_a_recording_is_found_under_any_name(recording: Recording, monkeypatch: pytest.MonkeyPatch) -> None:
    propose(recording, [heal(recording)])
    monkeypatch.chdir(recording.folder)
    for name in (f"{recording.folder}/", ".", "../rec/"):
        assert len(load_heals(load_recording(Path(name)))) == 1


def test_half_a_character_in_a_reply_is_kept_as_an_escape(recording: Recording) -> None:
    propose(recording, [heal(recording, words="half \ud83d of one\n<tool_call>")])
    assert load_heals(recording)[0].proposal.words == "half \\ud83d of one\n<tool_call>"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"recording": "0" * 64}, "another recording"),
        ({"step": 9}, "no step 9"),
        ({"step": 0}, "step"),
        ({"status": "yes"}, "status"),
        ({"extra": 1}, "extra"),
        ({"format": 2}, "newer deskhand"),
        ({"format": "x"}, "is not a heal"),
        ({"frame": "../../etc/passwd"}, "frame"),
        ({"new_point": [1]}, "new_point"),
        ({"old_label": "x" * 2000}, "old_label"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused(
    recording: Recording, change: dict[str, object], said: str
) -> None:
    [path] = propose(recording, [heal(recording)])
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(BadRecording, match=said) as fault:
        load_heals(recording)
    assert str(path) in str(fault.value)


@pytest.mark.parametrize("text", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_heal_is_refused(recording: Recording, text: bytes) -> None:
    [path] = propose(recording, [heal(recording)])
    path.write_bytes(text)
    with pytest.raises(BadRecording, match=r"step-001\.json"):
        accepted(recording)


def test_an_accepted_heal_needs_its_frame_whole_and_its_point_inside(recording: Recording) -> None:
    [path] = propose(recording, [heal(recording)])
    decide(load_heals(recording)[0], "accepted")
    fields = json.loads(path.read_text())
    path.write_text(json.dumps(fields | {"new_point": [200, 50]}))
    with pytest.raises(BadRecording, match="off its frame"):
        accepted(recording)
    path.write_text(json.dumps(fields))
    (heals_folder(recording) / "frames" / f"{fields['frame']}.webp").unlink()
    with pytest.raises(BadRecording, match="the frame is missing"):
        accepted(recording)


def test_a_folder_that_cannot_be_written_is_bad_input(recording: Recording) -> None:
    heals_folder(recording).write_text("in the way")
    with pytest.raises(BadInput, match=r"rec\.heals: can't be written"):
        propose(recording, [heal(recording)])
