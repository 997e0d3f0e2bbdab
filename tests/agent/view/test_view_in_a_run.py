"""`agent run --view`: a real run, a real program, and a person who is a plain HTTP client."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.view.client import Client
from tests.agent.workshop import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE = Path(__file__).parents[1] / "programs" / "office.py"
HOSTILE = "<img src=x onerror=alert(1)>"


class Viewed:
    """A run with its view open."""

    def __init__(self, folder: Path, process: subprocess.Popen[str], address: str) -> None:
        self.folder, self.process, self.client = folder, process, Client(address)

    def ended(self) -> tuple[int, str]:
        """The exit status, and what was printed."""
        output, _ = self.process.communicate(timeout=120)
        return self.process.returncode, output

    @property
    def said(self) -> list[str]:
        [log] = self.folder.glob("runs/*/workdir/said")
        return log.read_text().splitlines()

    @property
    def recording(self) -> Path:
        [folder] = self.folder.glob("runs/*/recording")
        return folder


@contextmanager
def viewed(folder: Path, *options: str, **keys: Any) -> Iterator[Viewed]:
    task = {
        "instruction": f"Save Ada {HOSTILE}.",
        "steps": ['Type "Ada" into "Name"', 'Click "Save"'],
        "launch": [
            {
                "command": ["python", str(OFFICE), "${workdir}/said"],
                "wait_for": {"text": "Save", "seconds": 60},
            }
        ],
        **keys,
    }
    (folder / "office.yaml").write_text(yaml.safe_dump(task, sort_keys=False))
    command = [sys.executable, "-m", "agent", "run", "office.yaml", "--view", *options]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            assert first.startswith("live view: http://127.0.0.1:"), first
            yield Viewed(folder, process, first.split()[-1])
        finally:
            process.kill()


ASKS = [{"ask": "click", "text": "Save", "why": HOSTILE}]


@pytest.mark.parametrize(("answer", "status"), [("approve", 0), ("refuse", 4)])
def test_a_person_is_asked_in_the_view(tmp_path: Path, answer: str, status: int) -> None:
    with viewed(tmp_path, rules=ASKS) as run:
        told = run.client.follow("question")
        assert told["question"]["what"].startswith("step 3: click at (")
        assert HOSTILE in told["question"]["why"]
        assert told["task"] == "office"
        assert run.client.ask("/api/frame")[2].startswith(b"\x89PNG")
        assert run.client.ask("/api/live")[2].startswith(b"\x89PNG")
        assert "Save by its button" not in run.said
        run.client.do(answer, question=told["question"]["number"])
        ended, output = run.ended()
        assert (ended, "Save by its button" in run.said) == (status, answer == "approve"), output


def test_a_person_takes_over_and_what_they_do_is_recorded_as_theirs(tmp_path: Path) -> None:
    with viewed(tmp_path, rules=ASKS) as run:
        told = run.client.follow("question")
        where = told["question"]["point"]
        run.client.do("take")
        run.client.do("approve", question=told["question"]["number"])
        assert run.client.status("/api/act", {"kind": "click", "point": [where[0], where[1] + 107]}) == 200
        while len((told := run.client.state(told["version"]))["steps"]) < 4:
            pass
        assert told["steps"][3]["person"] is True
        run.client.do("give")
        status, output = run.ended()
        assert status == 0, output
        assert "1 of the steps was a person's" in output
        assert run.said[-2:] == ["Save by its button", "Don't delete by its button"]
        recording = load_recording(run.recording)
        assert "A person did this in the view." in recording.steps[3].reply
        assert "person" in recording.steps[3].timing
        assert replay(recording).verdict == "passed"


def test_a_rule_binds_the_person_too(tmp_path: Path) -> None:
    with viewed(tmp_path, rules=[{"deny": "click", "text": "Delete"}, *ASKS]) as run:
        told = run.client.follow("question")
        where = told["question"]["point"]
        run.client.do("take")
        run.client.do("approve", question=told["question"]["number"])
        run.client.status("/api/act", {"kind": "click", "point": [where[0], where[1] + 54]})
        status, output = run.ended()
        assert (status, "Delete customer by its button" in run.said) == (4, False), output
        assert 'deny click on "Delete"' in output


def test_a_paused_run_waits_without_its_time_running_out_and_goes_step_by_step(tmp_path: Path) -> None:
    with viewed(tmp_path) as run:
        run.client.do("pause")
        told = run.client.follow("waiting")
        done = len(told["steps"])
        run.client.do("step")
        while len(told["steps"]) < done + 1 or not told["waiting"]:
            told = run.client.state(told["version"])
        assert len(told["steps"]) == done + 1
        run.client.do("resume")
        assert run.ended()[0] == 0


@pytest.mark.parametrize("paused", [True, False])
def test_a_stop_is_an_interrupt(tmp_path: Path, paused: object) -> None:
    steps = ['Type "Ada" into "Name"', 'Wait until "Never" appears']
    with viewed(tmp_path, steps=steps, limits={"wait": 120, "seconds": 170}) as run:
        run.client.follow("steps")
        if paused:
            run.client.do("pause")
            run.client.follow("waiting")
        run.client.do("stop")
        status, output = run.ended()
        assert (status, "stopped in the view" in output) == (130, True), output


def test_one_run_at_a_time_is_viewed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "agent", "run", "x.yaml", "--view", "--jobs", "2"],
        cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "--view: shows one run at a time" in done.stderr) == (2, True)
