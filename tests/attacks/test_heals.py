"""Hostile heals and masks beside a recording, and three proposals at once: one line, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.cli import main
from agent.errors import BadRecording
from agent.recording.reading import load_recording
from agent.replay.heal.proposal import Draft, Pointed, proven
from agent.replay.heal.store import heals_folder, load_heals, propose
from agent.replay.live.ignored import load_ignored
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.recordings import record
from tests.attacks.hostile_recordings import DEEP, DIGITS
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.recording.reading import Recording

FAR = f"[{0xFFF_FFFF_FFFF_FFFF}, 1]"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    record(tmp_path / "rec", [click(100), click(200), DONE])
    return load_recording(tmp_path / "rec")


def proposed(recording: Recording, shade: int = 500) -> Path:
    pointed = Pointed(Point(100, 50), "Send", "Save", "hm", ("it is a button, as before",))
    draft = Draft(1, 'Click "Save".', Point(20, 50), pointed, make_frame(shade), "fake")
    [path] = propose(recording, [proven(draft, recording, make_frame(shade + 1), ("it worked",))])
    return path


def key(name: str, written: str) -> Callable[[Path], object]:
    """A key of the heal with a value of any text, whether it is JSON or not."""

    def attack(path: Path) -> None:
        found: dict[str, Any] = json.loads(path.read_text())
        path.write_text(json.dumps(found | {name: "@@"}).replace('"@@"', written))

    return attack


def in_place(put: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda path: (path.unlink(), put(path))


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**11)


ATTACKS: dict[str, Callable[[Path], object]] = {
    **{
        f"{name} {written[:14]}": key(name, written)
        for name, values in {
            "step": (DIGITS, "0", "-1", "999", "1e999", "NaN", "null"),
            "format": (DIGITS, "1e999", "2"),
            "old_point": (f"[{DIGITS}, 1]", FAR, "[-1, -1]", "[1e999, 1]", "[NaN, 1]", "[]"),
            "new_point": (f"[{DIGITS}, 1]", FAR, "[-1, 5]", "[200, 50]", "[1e999, 1]"),
            "frame": ('"../../x"', f'"{"0" * 64}"', DIGITS),
            "recording": ('"boo"', f'"{"0" * 64}"'),
            "status": ('"won"', "[]"),
            "proof": (DEEP, '"x"', DIGITS),
        }.items()
        for written in values
    },
    "3,000 lines of proof": key("proof", json.dumps(["it is a button, as before"] * 3_000)),
    "lines of proof that are long": key("proof", json.dumps(["x" * 2_000_000])),
    "words of 30 MB": key("words", json.dumps("x" * 30_000_000)),
    "a label of 10 MB": key("new_label", json.dumps("x" * 10_000_000)),
    "a key nobody knows": key("zzz", "1"),
    "nothing": lambda path: path.write_text(""),
    "words": lambda path: path.write_text("This is no heal."),
    "nested deep": lambda path: path.write_text(DEEP),
    "not UTF-8": lambda path: path.write_bytes(b'{"format": 1, "x": "\xff"}'),
    "a folder": in_place(lambda path: path.mkdir()),
    "a pipe": in_place(os.mkfifo),
    "a device": in_place(lambda path: path.symlink_to("/dev/zero")),
    "a link to itself": in_place(lambda path: path.symlink_to(path)),
    "a hundred gigabytes": in_place(sparse),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_heal_is_refused_in_one_line(
    attack: str, recording: Recording, capsys: pytest.CaptureFixture[str]
) -> None:
    path = proposed(recording)
    ATTACKS[attack](path)
    before = sorted(recording.folder.parent.rglob("*"))
    status = main(["heal", str(recording.folder)])
    out, said = capsys.readouterr()
    assert (status, out) == (2, ""), said
    assert sorted(recording.folder.parent.rglob("*")) == before
    assert said.startswith(f"agent: {heals_folder(recording)}")
    assert (said.count("\n"), said[:-1].isprintable(), len(said) < 2_000) == (1, True, True), said[:3_000]


TOLD = {
    "a proof that moves the cursor": key("proof", '["\\u001b[2J\\u202eboo"]'),
    "a label that moves the cursor": key("new_label", '"\\u001b]0;x\\u0007"'),
    "a model's name in many lines": key("model", '"\\n\\n\\u001b[31mok"'),
    "a time that is none": key("made", '"\\u001b[2J"'),
    "an intent written backwards": key("intent", '"\\u202eboo"'),
}


@pytest.mark.parametrize("attack", TOLD)
def test_what_a_heal_says_is_shown_and_not_obeyed(
    attack: str, recording: Recording, capsys: pytest.CaptureFixture[str]
) -> None:
    TOLD[attack](proposed(recording))
    assert main(["heal", str(recording.folder)]) == 0
    out, said = capsys.readouterr()
    assert (out + said).replace("\n", "").isprintable()


MASKS = {
    "nested deep": DEEP,
    "a box of 5,000 digits": f'{{"format": 1, "recording": "@", "masks": [{{"box": [{DIGITS}, 1, 1, 1]}}]}}',
    "a box below nothing": '{"format": 1, "recording": "@", "masks": [{"box": [-9, 0, 5, 5]}]}',
    "a box of nothing": '{"format": 1, "recording": "@", "masks": [{"box": [0, 0, 0, 0]}]}',
    "a box beyond all screens": '{"format": 1, "recording": "@", "masks": [{"box": [0, 0, 9999999999, 9]}]}',
    "a box without end": '{"format": 1, "recording": "@", "masks": [{"box": [0, 0, 1e999, NaN]}]}',
    "of another recording": '{"format": 1, "recording": "0", "masks": []}',
    "words": "boo",
}


@pytest.mark.parametrize("attack", MASKS)
def test_hostile_masks_are_refused(attack: str, recording: Recording) -> None:
    path = recording.folder.with_name("rec.masks.json")
    path.write_text(MASKS[attack].replace("@", recording.sum))
    with pytest.raises(BadRecording, match="remove it") as refusal:
        load_ignored(recording, recording.header.task)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 2_000


PROPOSING = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from agent.recording.reading import load_recording
from tests.attacks.test_heals import proposed

recording = load_recording(Path(sys.argv[1]))
for turn in range(20):
    proposed(recording, int(sys.argv[2]) + 10 * (turn % 3))
"""


def test_of_three_that_propose_at_once_each_heal_is_whole_and_has_its_frames(recording: Recording) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", PROPOSING, str(recording.folder), str(shade)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for shade in (500, 600, 700)
    ]
    said = [process.communicate(timeout=600)[1] for process in started]
    assert said == ["", "", ""]
    for kept in load_heals(recording):
        kept.frame(kept.proposal.frame)
        kept.frame(kept.proposal.after)
    assert list(heals_folder(recording).rglob("*.part")) == []
