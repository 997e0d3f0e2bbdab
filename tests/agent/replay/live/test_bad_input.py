"""What is wrong with a recording, its masks or its heals is said before anything is started."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from agent.recording.reading import load_recording

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[4]


@pytest.fixture
def rec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recording that replays live, with its task, in a folder of its own."""
    shutil.copytree(ROOT / "recordings" / "xterm_command", tmp_path / "rec")
    (tmp_path / "tasks").mkdir()
    shutil.copy(ROOT / "tasks" / "xterm_command.yaml", tmp_path / "tasks")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "rec"


def refused(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What is said; nothing was started."""
    assert main(["replay", "--live", "rec", *options]) == 2
    assert not Path("runs").exists()
    return capsys.readouterr().err


def edit(rec: Path) -> None:
    path = rec / "session.jsonl"
    path.write_text(path.read_text().replace("expr 4321", "expr 4322"))


def lose_frame(rec: Path) -> None:
    min((rec / "frames").iterdir()).unlink()


def cut_off(rec: Path) -> None:
    path = rec / "session.jsonl"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:3]))


def lose_task(rec: Path) -> None:
    (rec.parent / "tasks" / "xterm_command.yaml").unlink()


def foreign_masks(rec: Path) -> None:
    masks = {"format": 1, "recording": "0" * 64, "masks": []}
    rec.with_name("rec.masks.json").write_text(json.dumps(masks))


def damaged_masks(rec: Path) -> None:
    rec.with_name("rec.masks.json").write_text('{"format": 1, "masks": 7}')


def foreign_heal(rec: Path) -> None:
    heal = {
        "recording": "0" * 64, "step": 1, "old_point": [1, 1], "new_point": [1, 1], "old_label": "a",
        "new_label": "b", "frame": "0" * 64, "after": "0" * 64, "model": "m", "words": "", "proof": [],
        "made": "", "format": 1,
    }  # fmt: skip
    write_heal(rec, json.dumps(heal))


def damaged_heal(rec: Path) -> None:
    write_heal(rec, '{"format": 1, "step": "../../etc"}')


def write_heal(rec: Path, text: str) -> None:
    rec.with_name("rec.heals").mkdir()
    (rec.with_name("rec.heals") / "step-001.json").write_text(text)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (edit, "session.jsonl:1: the line was altered"),
        (lose_frame, "the frame is missing"),
        (cut_off, "the run was cut off; let a model finish it: agent resume"),
        (lose_task, "its task tasks/xterm_command.yaml is not here"),
        (foreign_masks, "rec.masks.json: is of another recording"),
        (damaged_masks, "rec.masks.json: can't be read: recording: Field required"),
        (foreign_heal, "step-001.json: is a heal of another recording"),
        (damaged_heal, "step-001.json: the heal is damaged"),
    ],
)
def test_it_is_said_and_nothing_is_started(
    rec: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None], said: str
) -> None:
    damage(rec)
    assert said in refused(capsys)


def test_a_sound_one_is_read(rec: Path) -> None:
    assert load_recording(rec).end is not None
