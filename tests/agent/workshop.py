"""`agent run` as a user starts it: in a process of its own, on a task that needs a button pressed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

from tools.host.owned.owner import MARK

ROOT = Path(__file__).parents[2]
PRESS = ROOT / "tests" / "agent" / "programs" / "press.py"


def agent(*words: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own; for runs that may take a quarter of an hour."""
    return subprocess.run(
        [sys.executable, "-m", "agent", *words],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=880,
    )


@dataclass
class Outcome:
    status: int
    said: str
    answer: dict[str, Any]

    @property
    def run(self) -> dict[str, Any]:
        return self.answer["runs"][0]


class Workshop:
    """A folder with a task, a script for the model, and `agent run` in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.task: dict[str, Any] = {
            "instruction": "Press the button.",
            "launch": [
                {
                    "command": ["python", str(PRESS), "${workdir}/pressed"],
                    "wait_for": {"text": "Press me", "seconds": 60},
                }
            ],
            "checks": [{"file": {"path": "${workdir}/pressed", "contains": "pressed"}}],
        }

    def when_pressed(self, what: str) -> None:
        self.task["launch"][0]["command"][-1] = what

    def command(self, replies: list[str], *options: str) -> list[str]:
        (self.folder / "press.yaml").write_text(yaml.safe_dump(self.task))
        (self.folder / "replies.jsonl").write_text("".join(json.dumps(reply) + "\n" for reply in replies))
        model = f"scripted:{self.folder}/replies.jsonl"
        return [sys.executable, "-m", "agent", "run", "press.yaml", "--model", model, "--json", *options]

    def run(self, replies: list[str], *options: str, **env: str) -> Outcome:
        done = subprocess.run(
            self.command(replies, *options),
            cwd=self.folder,
            env=environment(**env),
            capture_output=True,
            text=True,
            check=False,
            timeout=840,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert "agent: unexpected" not in done.stderr, done.stderr
        return Outcome(done.returncode, done.stderr, json.loads(done.stdout or "{}"))

    def recording(self) -> Path:
        [folder] = (self.folder / "runs").glob("*/recording")
        return folder


def environment(**changes: str) -> dict[str, str]:
    """Ours, without a screen: whatever is needed a run must bring itself."""
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return env | {"PYTHONPATH": str(ROOT)} | changes


def left_by(pid: int) -> list[str]:
    """Processes that carry the mark of the agent with that process id."""
    left = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK, "").startswith(f"{pid}:"):
                left.append(process.name())
        except (psutil.Error, OSError):
            continue
    return left
