"""`agent record` with xdotool in a person's place: what was done, said, and kept secret."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from agent.recording.reading import load_recording
from agent.redact.frames import read_on
from agent.replay.offline import replay
from agent.task import Limits, load_task
from tests.tools.xserver import environment, wait_until
from tools.host.screen import Screen
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.recording.reading import Recording

PROGRAM = Path(__file__).parent / "programs" / "sign_in.py"
SECRET = "Kestrel-Quartz-58"
TASK = f"""\
# Signs somebody in.
instruction: Sign in ${{user}} and remember them.
vars: {{user: Zoë Łuk}}
secrets: [SIGN_IN_TOKEN]
launch:
  - command: [python, {PROGRAM}, "${{workdir}}/came.json"]
    wait_for: {{text: Nobody is signed in, seconds: 60}}
steps:
  - Click "what was here before"   # and goes
checks:
  - text: Remember me
"""

HANGS = 180.0
"""Seconds that only a hang takes, however busy the machine."""


class Demonstration:
    """A demonstration under way, on a virtual display of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.task = folder / "sign_in.yaml"
        self.task.write_text(TASK, encoding="utf-8")
        command = [sys.executable, "-m", "agent", "record", str(self.task), "--record", "shown", *options]
        root = str(Path(__file__).parents[3])
        env = {**os.environ, "SIGN_IN_TOKEN": SECRET, "PYTHONPATH": root, "COLUMNS": "200"}
        self.said = folder / "said.txt"
        with (folder / "steps.txt").open("w") as out, self.said.open("w") as told:
            # A suite that was begun with nohup ignores SIGHUP, and so would the command.
            command = ["env", "--default-signal=HUP", *command]
            self.process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=told)
        self.display = wait_until(self._display, self.said.read_text, 60)
        self._give_letters("ediaeresis", "Lstroke")
        (places,) = folder.glob("runs/*/workdir/came.json.places")
        self.places: dict[str, list[int]] = json.loads(places.read_text())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(60)

    def _display(self) -> str | None:
        assert self.process.poll() is None, self.said.read_text()
        found = re.search(r"display (:\d+): show", self.said.read_text())
        return found[1] if found else None

    def _give_letters(self, *letters: str) -> None:
        """Put letters on keys of their own.

        For those that have none xdotool lends a key and takes it back: a slow program finds out too late.
        """
        keys = [
            part for key, letter in enumerate(letters, 250) for part in ("-e", f"keycode {key} = {letter}")
        ]
        subprocess.run(["xmodmap", *keys], env=environment(self.display), check=True)

    def does(self, *command: str) -> None:
        """One command of xdotool's, once the screen has come to rest."""
        with Screen(self.display) as screen:
            seen = [screen.grab().digest, ""]

            def rests() -> bool:
                seen.append(screen.grab().digest)
                return len(set(seen[-4:])) == 1

            wait_until(rests, lambda: "the screen to rest")
        # Its exit status does not count: the display may go the moment that the demonstration is over.
        subprocess.run(["xdotool", *command], env=environment(self.display), check=False)

    def clicks(self, part: str) -> None:
        """Go there, and click."""
        self.does("mousemove", *map(str, self.places[part]))
        self.does("click", "1")

    def came(self) -> dict[str, object]:
        """What the program got, once it has."""
        (file,) = wait_until(lambda: list(self.folder.glob("runs/*/workdir/came.json")), lambda: "came.json")
        return dict(json.loads(file.read_text()))

    def ends(self) -> int:
        return self.process.wait(HANGS)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """A whole demonstration, ended by Ctrl-C in the terminal."""
    with Demonstration(tmp_path_factory.mktemp("shown"), "-o", "with_steps.yaml") as demonstration:
        demonstration.clicks("User")
        demonstration.does("type", "--delay", "20", "Zoë ŁukX")
        demonstration.does("key", "BackSpace")
        demonstration.clicks("Token")
        demonstration.does("type", "--delay", "20", SECRET)
        demonstration.clicks("Remember me")
        demonstration.clicks("Sign in")
        assert demonstration.came() == {"user": "Zoë Łuk", "token": SECRET, "remember": True}
        demonstration.process.send_signal(signal.SIGINT)
        assert demonstration.ends() == 0, demonstration.said.read_text()
        yield demonstration


@pytest.fixture(scope="module")
def recording(shown: Demonstration) -> Recording:
    return load_recording(shown.folder / "shown")


def test_it_is_a_recording_like_any_other(recording: Recording) -> None:
    assert replay(recording).verdict == "passed"
    assert recording.header.model == "person"
    done = [step.action for step in recording.steps if step.action and step.action["kind"] != "move"]
    assert [action["kind"] for action in done] == ["click", "type", "click", "type", "click", "click"]
    assert done[1]["text"] == "Zoë Łuk"
    assert done[3]["text"] == [{"secret": "SIGN_IN_TOKEN"}]
    assert 'Action: Click "Sign in".' in recording.steps[-2].reply


def test_it_says_whether_the_screen_changed(recording: Recording) -> None:
    frames = [step.frame for step in recording.steps]
    others = [one != before for before, one in pairwise(frames)]
    changed = [step.changed for step in recording.steps]
    assert changed[0] is False
    assert all(said for said, other in zip(changed[1:], others, strict=True) if other)
    assert recording.header.task.limits == Limits()


def test_each_frame_is_what_was_seen_before_the_act(recording: Recording) -> None:
    typing = next(step for step in recording.steps if step.action and step.action["kind"] == "type")
    after = recording.steps[typing.index]
    texts = [
        {line.text for line in shared_reader().read(recording.frames[one.frame]).lines}
        for one in (typing, after)
    ]
    assert not any("Zo" in text for text in texts[0])
    assert any("Zo" in text for text in texts[1])


def test_steps_in_plain_english_are_printed_and_written_into_the_task(shown: Demonstration) -> None:
    steps = (shown.folder / "steps.txt").read_text()
    assert steps.splitlines() == [
        "steps:",
        '  - Type "${user}" into "User"',
        '  - Type "${secret.SIGN_IN_TOKEN}" into "Token"',
        '  - Tick "Remember me"',
        '  - Click "Sign in"',
    ]
    written = (shown.folder / "with_steps.yaml").read_text()
    assert written == shown.task.read_text().replace(
        'steps:\n  - Click "what was here before"   # and goes\n', steps
    )
    assert len(load_task(shown.folder / "with_steps.yaml").written.steps) == 4


def test_the_secret_is_in_no_byte_and_on_no_frame(shown: Demonstration, recording: Recording) -> None:
    written = [path for path in shown.folder.rglob("*") if path.is_file() and path.name != "came.json"]
    assert len(written) > 10
    assert [path for path in written if SECRET.encode() in path.read_bytes()] == []
    values = {"whole": SECRET, "first": SECRET[:7], "second": SECRET[8:14]}
    for frame in recording.frames.values():
        assert read_on(shared_reader().read(frame), values) == []


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_another_signal_than_ctrl_c_is_no_end_of_a_demonstration(
    tmp_path: Path, sent: signal.Signals
) -> None:
    with Demonstration(tmp_path) as demonstration:
        demonstration.process.send_signal(sent)
        assert demonstration.ends() == 130, demonstration.said.read_text()
        assert f"stopped by {sent.name}" in demonstration.said.read_text()
