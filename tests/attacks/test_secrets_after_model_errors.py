"""A secret that a task types is in no byte and in no frame of a run that its model ends by an error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from agent.recording.reading import load_recording
from tests.agent.fakes import call
from tests.agent.models.server.faulty import FaultyServer, cut, error, says, status
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from tests.agent.models.server.faulty import Answer

ROOT = Path(__file__).parents[2]
SECRET, NAME, KEY = "Tr0ub4dor-Kx", "DESKHAND_TEST_PASSWORD", "sk-sesame-4711"
DEADLINE = {"DESKHAND_SERVER_DEADLINE": "20"}
"""Seconds after which attempts at one request end; two minutes by default."""
TYPING = says(call("type", text=f"${{secret.{NAME}}}"))


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    """One for all runs here: it need not load again, and knows a screen that it has read."""
    return ScreenReader()


def agent_run(folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    """A run in which the secret is typed where it can be read."""
    task = {
        "instruction": "Log in.",
        "secrets": [NAME],
        "launch": [
            {
                "command": ["zenity", "--entry", "--title", "Log in", "--text", "Your password"],
                "wait_for": {"text": "Your password", "seconds": 120},
            }
        ],
    }
    (folder / "login.yaml").write_text(yaml.safe_dump(task))
    ours = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [
        sys.executable,
        "-m",
        "agent",
        "run",
        "login.yaml",
        "--model",
        url,
        "--json",
        "--junit",
        "j.xml",
    ]
    return subprocess.run(
        command,
        cwd=folder,
        env=ours | DEADLINE | {"PYTHONPATH": str(ROOT), NAME: SECRET, "OPENAI_API_KEY": KEY},
        capture_output=True,
        text=True,
        check=False,
        timeout=840,
    )


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([error(500, f"no {SECRET} at {KEY}")], id="an error that says it"),
        pytest.param([error(401, f"{SECRET} is no key, nor is {KEY}")], id="a refusal that says it"),
        pytest.param([status(200, f"<html>{SECRET}, {KEY}</html>")], id="a page in place of an answer"),
        pytest.param([cut(f"I see {SECRET}")], id="an answer that breaks off"),
        pytest.param([says(f"I see the password {SECRET}, and {KEY}.")], id="no call at all"),
        pytest.param([says(f"<tool_call>{SECRET} {KEY}</tool_call>")], id="a call that is none"),
        pytest.param([says(call(f"{SECRET} {KEY}"))], id="an action of that name"),
    ],
)
def test_no_secret_is_left_behind(answers: list[Answer], reader: ScreenReader, tmp_path: Path) -> None:
    with FaultyServer(TYPING, *answers) as server:
        done = agent_run(tmp_path, server.url)
    [run] = json.loads(done.stdout)["runs"]
    assert run["verdict"] == "model_error", done.stderr
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    left = {str(file): file.read_bytes() for file in files} | {
        "stdout": done.stdout.encode(),
        "stderr": done.stderr.encode(),
    }
    assert len(left) > 5
    for secret in (SECRET, KEY):
        assert [name for name, text in left.items() if secret.encode() in text] == [], secret
    frames = load_recording(tmp_path / run["recording"]).frames.values()
    shown = [line.text for frame in frames for line in reader.read(frame).lines]
    assert any("Your password" in text for text in shown)
    assert [text for text in shown if "Tr0" in text or "ub4dor" in text or "Kx" in text] == []
