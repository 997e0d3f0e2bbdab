"""Real windows in scripts that only Tesseract reads: fields by their labels, buttons by their captions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.agent.fakes import make_task
from tests.agent.models.reader.playing import play
from tools.see.ocr import ScreenReader

FORM = Path(__file__).parent / "programs" / "foreign.py"


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    return ScreenReader()


@pytest.mark.parametrize(
    ("labels", "captions"),
    [
        (["Имя", "Электронная почта"], ["Сохранить", "Удалить всё", "Cancel"]),
        (["Όνομα", "Διεύθυνση"], ["Αποθήκευση", "Άκυρο", "Cancel"]),
    ],
)
def test_a_form_is_filled_and_sent(
    labels: list[str], captions: list[str], reader: ScreenReader, tmp_path: Path
) -> None:
    file = tmp_path / "told.json"
    steps = [f'Type "{at} Main Street" into "{label}"' for at, label in enumerate(labels)]
    steps += [f'Click "{captions[1]}"', 'Wait until "Done" appears']
    command = ["python", str(FORM), str(file), json.dumps(labels), json.dumps(captions)]
    task = make_task(
        steps=[{"text": text, "line": line} for line, text in enumerate(steps, 1)],
        launch=[{"command": command, "wait_for": {"text": "Cancel", "seconds": 60}}],
        limits={"steps": 30, "seconds": 840},
    )
    ending = play(task, reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    told = {label: f"{at} Main Street" for at, label in enumerate(labels)}
    assert json.loads(file.read_text("utf-8")) == {"pressed": captions[1], **told}


def test_a_dialog_that_is_written_from_right_to_left(reader: ScreenReader, tmp_path: Path) -> None:
    """Of a toolkit that turns such texts round; Tk draws them from left to right."""
    file = tmp_path / "told"
    script = (
        'zenity --question --text "5 + 5" --ok-label "$1" --cancel-label "$2"; echo $? > "$0"; '
        "exec zenity --info --text Done"
    )
    command = ["sh", "-c", script, str(file), "שמור", "ביטול"]
    task = make_task(
        steps=[{"text": 'Click "שמור"', "line": 1}, {"text": 'Wait until "Done" appears', "line": 2}],
        launch=[{"command": command, "wait_for": {"text": "5 + 5", "seconds": 60}}],
        limits={"steps": 10, "seconds": 840},
    )
    ending = play(task, reader, tmp_path)
    assert ending.verdict == "passed", ending.message
    assert file.read_text().strip() == "0"
