"""Recorders at one folder, killed, or among what others have put there: nothing of anybody's is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.replay.offline import replay
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record
from tests.attacks.hostile_recordings import DEEP, DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
WAITING = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from agent.recording.recorder import Recorder
from agent.replay.offline import replay

with Recorder(Path(sys.argv[1]), model="fake", display="virtual"):
    print("ready", flush=True)
    time.sleep(900)
"""


def recorder(folder: Path) -> Recorder:
    return Recorder(folder, model="fake", display="virtual")


def killed(folder: Path) -> Path:
    """A folder in which a recorder was killed before its first look."""
    command = [sys.executable, "-c", WAITING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    return folder


def test_a_run_killed_before_its_first_look_is_told_for_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(killed(tmp_path / "rec"))]) == 2
    said = capsys.readouterr().err
    assert "is not a recording: its run was cut off before the first look" in said
    assert said.count("\n") == 1


def test_it_can_be_recorded_into_again(tmp_path: Path) -> None:
    folder = killed(tmp_path / "rec")
    torn = folder / "frames" / f"{'a' * 64}.12-34.part"
    torn.write_bytes(b"torn")
    record(folder, [click(), DONE])
    assert len(load_recording(folder).steps) == 2


def test_two_at_one_folder_are_one_and_a_refusal(tmp_path: Path) -> None:
    with recorder(tmp_path / "rec"), pytest.raises(BadInput, match="another run is recorded here"):
        recorder(tmp_path / "rec")


def test_one_in_another_process_is_seen_and_keeps_its_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WAITING, str(tmp_path / "rec")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(BadInput, match="another run is recorded here"):
            recorder(tmp_path / "rec")
        assert sorted(tmp_path.rglob("*")) == before
        process.kill()


def test_a_finished_recording_is_no_free_folder(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    with pytest.raises(BadInput, match="not an empty folder"):
        recorder(tmp_path / "rec")
    assert len(load_recording(tmp_path / "rec").steps) == 2


TAKEN: dict[str, Callable[[Path], object]] = {
    "a file": lambda folder: (folder / "mine.txt").write_text("mine"),
    "a hidden file": lambda folder: (folder / ".mine").write_text("mine"),
    "a folder": lambda folder: (folder / "mine").mkdir(),
    "a file beside a draft": lambda folder: (
        (folder / "session.jsonl.part").touch(),
        (folder / "mine").touch(),
    ),
    "a file among frames": lambda folder: (
        (folder / "frames").mkdir(),
        (folder / "frames" / "mine.webp").write_text("mine"),
    ),
    "a folder for a draft": lambda folder: (folder / "session.jsonl.part").mkdir(),
    "a pipe for a draft": lambda folder: os.mkfifo(folder / "session.jsonl.part"),
    "a link for a draft": lambda folder: (
        (folder.parent / "mine").write_text("mine"),
        (folder / "session.jsonl.part").symlink_to(folder.parent / "mine"),
    ),
    "a link to nothing for a draft": lambda folder: (folder / "session.jsonl.part").symlink_to("nothing"),
    "a link for the frames": lambda folder: (
        (folder.parent / "mine").mkdir(),
        (folder / "frames").symlink_to(folder.parent / "mine"),
    ),
    "a file for the frames": lambda folder: (folder / "frames").write_text("mine"),
}


@pytest.mark.parametrize("what", TAKEN)
def test_a_folder_that_holds_what_is_no_recorder_s_is_refused_and_left_alone(
    what: str, tmp_path: Path
) -> None:
    folder = tmp_path / "rec"
    folder.mkdir()
    TAKEN[what](folder)
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    with pytest.raises(BadInput, match="not an empty folder; a recording never overwrites"):
        recorder(folder)
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("name", ["mine.txt", "frames/mine.txt", "frames/inner/mine.txt"])
@pytest.mark.parametrize("was_there", [True, False], ids=["into an empty folder", "into a new folder"])
def test_what_others_put_there_meanwhile_stays(
    name: str,
    was_there: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    folder = tmp_path / "rec"
    if was_there:
        folder.mkdir()
    with recorder(folder):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("mine")
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / name]


ONCE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record

record(Path(sys.argv[1]), [click(), DONE])
"""


def test_of_five_at_once_one_records_and_its_recording_is_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ONCE, str(tmp_path / "rec")]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(5)]
    said = [process.communicate(timeout=600)[1] for process in started]
    assert sorted(process.returncode for process in started) == [0, 1, 1, 1, 1], said
    assert all("BadInput" in words for words in said if words), said
    assert len(load_recording(tmp_path / "rec").steps) == 2


REPLIES = {
    "a place of 5,000 digits": f'{{"action": "left_click", "coordinate": [{DIGITS}, 1]}}',
    "a place of 4,000 digits": f'{{"action": "left_click", "coordinate": [{DIGITS[:4000]}, 1]}}',
    "a place of 0xfff": '{"action": "left_click", "coordinate": [0xfffffffffffffffff, 1]}',
    "a place without end": '{"action": "left_click", "coordinate": [1e999, -1e999]}',
    "a place that is no number": '{"action": "left_click", "coordinate": [NaN, Infinity]}',
    "seconds of 4,000 digits": f'{{"action": "wait", "time": {DIGITS[:4000]}}}',
    "pixels of 4,000 digits": f'{{"action": "scroll", "pixels": {DIGITS[:4000]}, "coordinate": [5, 5]}}',
    "a call nested deep": f'{{"action": {DEEP}}}',
    "a text with half a sign": '{"action": "type", "text": "\\ud800"}',
    "a text with a NUL": '{"action": "type", "text": "a\\u0000b"}',
    "keys that are numbers": f'{{"action": "key", "keys": [{DIGITS}]}}',
}


@pytest.mark.parametrize("reply", REPLIES)
def test_what_a_model_replies_is_recorded_and_replays(reply: str, tmp_path: Path) -> None:
    said = (
        f'Action: Boo.\n<tool_call>\n{{"name": "computer_use", "arguments": {REPLIES[reply]}}}\n</tool_call>'
    )
    ending = record(tmp_path / "rec", [said, DONE])
    recording = load_recording(tmp_path / "rec")
    assert [step.reply for step in recording.steps] == [said, DONE][: len(recording.steps)]
    assert replay(recording).verdict == ending.verdict == "passed"
