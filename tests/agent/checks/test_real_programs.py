"""Checks of tables and pictures, after the embedded model worked a real program; each with a failing twin."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import yaml
from PIL import Image

from agent.recording.reading import load_recording
from tests.agent.workshop import ROOT, environment
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from pathlib import Path

BOARD = ROOT / "tests" / "agent" / "programs" / "board.py"
CSV = {"csv": {"path": "kept.csv", "equals": [["Ada", "Paris"]]}, "weight": 3}
SAVED = {"text": "Stored"}


def run(folder: Path, typed: str, *checks: dict[str, Any]) -> dict[str, Any]:
    """What a run comes to that types this into the program and stores it."""
    task = {
        "instruction": "Store it.",
        "steps": [f'Type "{typed}" into "Nickname"', 'Click "Store entry"', 'Wait until "Stored" appears'],
        "launch": [
            {
                "command": ["python", str(BOARD), "${workdir}/kept.csv"],
                "wait_for": {"text": "Nickname", "seconds": 60},
            }
        ],
        "checks": list(checks),
    }
    (folder / "board.yaml").write_text(yaml.safe_dump(task))
    command = [sys.executable, "-m", "agent", "run", "board.yaml", "--json"]
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False, timeout=600
    )
    [result] = json.loads(done.stdout)["runs"]
    found: dict[str, Any] = result
    return found


def test_a_table_and_pictures_tell_what_the_program_did(tmp_path: Path) -> None:
    right = run(tmp_path, "Ada,Paris", SAVED, CSV)
    assert (right["verdict"], right["score"]) == ("passed", 1)
    frame = list(load_recording(tmp_path / right["recording"]).frames.values())[-1]
    [line] = [one for one in ScreenReader().read(frame).lines if one.text.startswith("Stored")]
    left, top, width, height = line.box.left - 4, line.box.top - 4, line.box.width + 8, line.box.height + 8
    Image.fromarray(frame.rgb[top : top + height, left : left + width]).save(tmp_path / "stored.png")
    city = width * 2 // 3
    like = {"like": "stored.png"}
    pictures = (
        {"image": like},
        {"image": like | {"tolerance": 0.02, "region": [left - 20, top - 20, width + 40, height + 40]}},
        {"image": like | {"tolerance": 0.02, "ignore": [[city, 0, width - city, height]]}},
    )
    assert [check["passed"] for check in run(tmp_path, "Ada,Paris", *pictures)["checks"]] == [True] * 3
    wrong = run(tmp_path, "Ada,Lausanne", SAVED, CSV, *pictures)
    assert (wrong["verdict"], wrong["score"]) == ("failed", round(2 / 7, 4))
    text, table, *seen = wrong["checks"]
    assert (text["passed"], [check["passed"] for check in seen]) == (True, [False, False, True])
    assert table["actual"] == 'B1 is "Lausanne", not "Paris"; 1 row: [["Ada", "Lausanne"]]'
    assert f"nearest at {left}, {top}, where " in seen[1]["actual"]
    assert "of its pixels are other ones, differs in [" in seen[1]["actual"]
    with Image.open(tmp_path / seen[1]["picture"]) as compared:
        assert compared.width >= 3 * width
