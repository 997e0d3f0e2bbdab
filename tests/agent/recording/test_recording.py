"""A recording opens whole after every end of a run, and every altered byte shows."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from agent.errors import BadInput, BadRecording
from agent.recording.lines import FIRST_SUM, FORMAT, LINE, signed, verified
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from agent.recording.store import read_frame, write_frame
from agent.replay.offline import replay
from tests.agent.fakes import DONE, FakeDesktop, call, click, make_frame
from tests.agent.recordings import record
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.episode import Ending
    from tools.action import Action
    from tools.observation import Observation

ROOT = Path(__file__).parents[3]


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    record(tmp_path / "rec", [click(100), call("type", text="Zoë\n东京"), "nothing", DONE])
    return tmp_path / "rec"


def test_what_was_recorded_is_read_back(recorded: Path) -> None:
    recording = load_recording(recorded)
    assert [step.outcome for step in recording.steps] == ["done", "done", "malformed", "ended"]
    assert recording.steps[2].reply == "nothing"
    assert recording.steps[1].action == {"kind": "type", "text": "Zoë\n东京"}
    assert [(line.kind, line.passed) for line in recording.checks] == [("text", True)]
    assert recording.end is not None
    assert (recording.end.verdict, recording.end.steps) == ("passed", 4)
    assert recording.header.size == (200, 100)
    assert len(recording.frames) == 4


def test_a_frame_is_stored_once(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), click(), DONE], FakeDesktop(changing=False))
    assert len(list((tmp_path / "rec" / "frames").iterdir())) == 1


def test_two_equal_runs_differ_only_in_time(tmp_path: Path) -> None:
    lines = []
    for name in ("one", "two"):
        record(tmp_path / name, [click(), DONE])
        whole = [json.loads(line) for line in (tmp_path / name / "session.jsonl").read_text().splitlines()]
        lines.append(
            [{k: v for k, v in line.items() if k not in {"timing", "started", "sum"}} for line in whole]
        )
    assert lines[0] == lines[1]
    assert [list(line) for line in lines[0]] == [list(line) for line in lines[1]]


def test_a_torn_last_line_is_dropped_and_the_rest_stands(recorded: Path) -> None:
    path = recorded / "session.jsonl"
    whole = path.read_bytes()
    starts = [i + 1 for i, byte in enumerate(whole) if byte == ord("\n")]
    for cut in (starts[1] - 1, starts[2] - 20, starts[3] + 5):
        path.write_bytes(whole[:cut])
        recording = load_recording(recorded)
        assert recording.end is None
        assert len(recording.steps) == sum(start <= cut for start in starts) - 1
        assert "crashed" in replay(recording).message


def test_every_altered_byte_of_a_line_shows_with_its_place(recorded: Path) -> None:
    path = recorded / "session.jsonl"
    whole = path.read_bytes()
    chance = random.Random(4)
    for place in [chance.randrange(len(whole) - 1) for _ in range(200)]:
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(7)
        path.write_bytes(altered)
        with pytest.raises(BadRecording, match=r"session\.jsonl"):
            load_recording(recorded)


def test_a_removed_line_shows(recorded: Path) -> None:
    path = recorded / "session.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(BadRecording, match=r"session\.jsonl:3: the line was altered"):
        load_recording(recorded)


def test_an_altered_frame_shows_with_its_path(recorded: Path) -> None:
    frame = min((recorded / "frames").iterdir())
    other = make_frame(200)
    write_frame(recorded, other)
    shutil.move(recorded / f"{other.digest}.webp", frame)
    with pytest.raises(BadRecording, match=rf"{frame.name}: the frame was altered"):
        load_recording(recorded)


def test_every_flipped_byte_of_a_frame_shows_or_changes_no_pixel(recorded: Path) -> None:
    frame = min((recorded / "frames").iterdir())
    whole = frame.read_bytes()
    for place in range(len(whole)):
        frame.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with contextlib.suppress(BadRecording):
            assert read_frame(frame.parent, frame.stem).digest == frame.stem


def test_a_missing_frame_shows_with_its_path(recorded: Path) -> None:
    frame = min((recorded / "frames").iterdir())
    frame.unlink()
    with pytest.raises(BadRecording, match=rf"{frame.name}: the frame is missing"):
        load_recording(recorded)


@pytest.mark.parametrize("part", ["session.jsonl", "frame"])
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(part: str, recorded: Path) -> None:
    path = min((recorded / "frames").iterdir()) if part == "frame" else recorded / part
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(BadRecording, match=rf"{path.name}: .*can't be read: it is not a plain file"):
        load_recording(recorded)


def test_a_frame_is_named_by_a_digest_and_by_nothing_else(recorded: Path) -> None:
    line = json.loads((recorded / "session.jsonl").read_text().splitlines()[1])
    altered = json.dumps({key: "../x" if key == "frame" else line[key] for key in line if key != "sum"})
    with pytest.raises(ValidationError, match="frame"):
        LINE.validate_json(altered)


def test_a_newer_format_says_so(recorded: Path) -> None:
    path = recorded / "session.jsonl"
    path.write_text(path.read_text().replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}', 1))
    with pytest.raises(BadRecording, match=rf":1: written in format {FORMAT + 1} by a newer deskhand"):
        load_recording(recorded)


@pytest.mark.parametrize(
    "text", ["", "\n", "hello\n", "[]\n", '{"event": "step"}\n', "\xff\xfe", "[" * 9999 + "\n"]
)
def test_what_is_no_recording_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "session.jsonl").write_bytes(text.encode("latin-1"))
    with pytest.raises(BadRecording, match=r"session\.jsonl"):
        load_recording(tmp_path)


def test_killed_before_the_first_look_there_is_no_recording(tmp_path: Path) -> None:
    with (
        Recorder(tmp_path / "rec", model="fake", display="virtual"),
        pytest.raises(BadRecording, match="is not a recording"),
    ):
        load_recording(tmp_path / "rec")


def test_a_folder_without_a_session_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match="is not a recording"):
        load_recording(tmp_path / "nowhere")


def test_a_recording_never_overwrites(recorded: Path) -> None:
    with pytest.raises(BadInput, match="not an empty folder"):
        Recorder(recorded, model="fake", display="virtual")


def test_a_folder_that_cannot_be_written_is_refused_before_anything(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadInput, match="can't record here"):
        Recorder(tmp_path / "file" / "rec", model="fake", display="virtual")


def test_a_run_that_never_looked_leaves_no_folder(tmp_path: Path) -> None:
    with Recorder(tmp_path / "rec", model="fake", display="virtual"):
        pass
    assert not (tmp_path / "rec").exists()


@pytest.mark.parametrize("was_there", [True, False])
def test_what_others_put_into_its_folder_stays(tmp_path: Path, was_there: bool) -> None:  # noqa: FBT001
    folder = tmp_path / "rec"
    if was_there:
        folder.mkdir()
    with Recorder(folder, model="fake", display="virtual"):
        (folder / "mine.txt").write_text("mine")
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_a_folder_that_was_there_stays_when_nothing_was_recorded(tmp_path: Path) -> None:
    with Recorder(tmp_path, model="fake", display="virtual"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_ends_the_run_and_what_was_written_stands(tmp_path: Path) -> None:
    """A real small file system that fills up."""
    small = tmp_path / "small"
    small.mkdir()
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*as_root, "mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs", small], check=True)
    try:
        with pytest.raises(EnvironmentFault, match="No space left on device"):
            record(small / "rec", [click()], NoisyDesktop())
        recording = load_recording(small / "rec")
        assert recording.end is None
        assert "crashed" in replay(recording).message
    finally:
        subprocess.run([*as_root, "umount", small], check=True)


def test_a_frame_that_cannot_be_encoded_ends_the_run_and_what_was_written_stands(tmp_path: Path) -> None:
    """WebP holds no picture wider than 16383 pixels, and its encoder says so by a ValueError."""
    ended: list[Ending] = []
    with pytest.raises(
        EnvironmentFault, match="WebP limit of 16383 pixels; what was written before is whole"
    ):
        record(tmp_path / "rec", [click()], WideningDesktop(), ended)
    assert [ending.verdict for ending in ended] == ["environment_error"]
    recording = load_recording(tmp_path / "rec")
    assert [step.outcome for step in recording.steps] == ["done"]
    assert recording.end is None


class WideningDesktop(FakeDesktop):
    """Its second frame is wider than any picture file may be."""

    def observe(self) -> Observation:
        seen = super().observe()
        return replace(seen, frame=make_frame(width=16384, height=1)) if self.looks > 1 else seen


WITHOUT_FDATASYNC = """
import os, sys
del os.fdatasync
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record

print(record(Path(sys.argv[1]), [click(), DONE]).verdict)
"""


def test_each_action_finds_the_recording_of_all_before_it_on_disk(tmp_path: Path) -> None:
    desktop = ReadingDesktop(tmp_path / "rec")
    record(tmp_path / "rec", [click(100), click(200), DONE], desktop)
    assert desktop.read == [0, 1]


class ReadingDesktop(FakeDesktop):
    """Before it acts it reads how many steps are recorded, as whoever kills the run then would find them."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.read: list[int] = []

    def execute(self, action: Action, seen: Observation) -> None:
        self.read.append(len(load_recording(self._folder).steps))
        super().execute(action, seen)


def test_a_system_without_fdatasync_records_as_well(tmp_path: Path) -> None:
    """macOS and Windows have none. In a process of its own: the function is taken on import."""
    command = [sys.executable, "-c", WITHOUT_FDATASYNC.format(root=str(ROOT)), str(tmp_path / "rec")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)
    assert done.stdout == "passed\n"
    assert len(load_recording(tmp_path / "rec").steps) == 2


class NoisyDesktop(FakeDesktop):
    """Frames that don't compress."""

    def observe(self):
        import numpy as np

        from tools.observation import Frame, Observation, Settled

        self.looks += 1
        rgb = np.random.default_rng(self.looks).integers(0, 256, (60, 60, 3), np.uint8)
        return Observation(Frame.from_rgb(rgb), settled=Settled(quiet=True, changed=True))


def test_a_line_is_verified_only_after_its_own_predecessor(recorded: Path) -> None:
    text, total = signed(load_recording(recorded).steps[0], FIRST_SUM)
    assert verified(text, FIRST_SUM) == (
        json.dumps(json.loads(text), ensure_ascii=False).partition(', "sum"')[0] + "}",
        total,
    )
    assert verified(text, total) is None


KILLED = """
import sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.agent.fakes import FakeDesktop, click
from tests.agent.recordings import record

class Telling(FakeDesktop):
    def execute(self, action, seen):
        super().execute(action, seen)
        print(self.looks, flush=True)

record(Path(sys.argv[1]), [click()], Telling())
"""


def test_kill_9_loses_at_most_the_step_under_way(tmp_path: Path) -> None:
    """Killed at random moments; what was printed as done, less one, is there."""
    chance = random.Random(7)
    for turn in range(6):
        folder = tmp_path / str(turn)
        command = [sys.executable, "-c", KILLED.format(root=str(ROOT)), str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            os.kill(process.pid, signal.SIGKILL)
            done = 1 + len(process.stdout.read().splitlines())
        recording = load_recording(folder)
        assert recording.end is None
        assert len(recording.steps) >= done - 1
        assert "crashed" in replay(recording).message
