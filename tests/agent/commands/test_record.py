"""`agent record`: what is refused before anybody is asked to show anything, and what is told afterwards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.commands import record
from agent.commands.options.record import RecordCommand
from agent.demonstrate.steps.written import WrittenStep, note, step
from agent.errors import BadInput
from agent.task import load_task
from tests.agent.fakes import make_frame
from tests.agent.results import result

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import Run

TASK = "instruction: Do it.\n"
STEPS = [step('Click "Save"'), note("something is dragged")]


def task(folder: Path, text: str = TASK) -> Path:
    (folder / "t.yaml").write_text(text)
    return folder / "t.yaml"


def command(file: Path, output: Path | None = None, *, json: bool = False) -> RecordCommand:
    return RecordCommand(str(file), {}, record=None, display=None, output=output, json=json)


def run(file: Path) -> Run:
    return load_task(file).runs()[0]


def test_one_case_can_be_shown_at_a_time(tmp_path: Path) -> None:
    file = task(tmp_path, f"{TASK}cases: [{{name: a}}, {{name: b}}]\n")
    with pytest.raises(BadInput, match="has 2 cases, and one can be shown at a time"):
        record.main(command(file))


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = task(tmp_path)
    with pytest.raises(BadInput, match="is there already"):
        record.main(command(file, output=file))


def test_the_steps_are_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = task(tmp_path)
    record._tell(result(), STEPS, run(file), command(file, tmp_path / "out.yaml"))
    steps = 'steps:\n  - Click "Save"\n  - "TO DO: something is dragged"\n'
    assert capsys.readouterr().out == steps
    assert (tmp_path / "out.yaml").read_text() == TASK + steps


def test_what_has_no_name_is_kept_as_a_picture_beside_the_task(tmp_path: Path) -> None:
    file = task(tmp_path)
    unnamed = WrittenStep("", "a click at (1, 2)", make_frame(), "Click")
    record._tell(result(), [unnamed], run(file), command(file, tmp_path / "out.yaml"))
    assert (tmp_path / "out.yaml").read_text() == f'{TASK}steps:\n  - Click image "out-1.png"\n'
    assert (tmp_path / "out-1.png").is_file()


def test_where_nothing_was_done_none_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = task(tmp_path)
    record._tell(result(), [], run(file), command(file, tmp_path / "out.yaml"))
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "out.yaml").exists()


def test_json_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = task(tmp_path)
    record._tell(result(verdict="stopped"), STEPS, run(file), command(file, json=True))
    told = json.loads(capsys.readouterr().out)
    assert told["exit"] == 4
    assert [one["verdict"] for one in told["runs"]] == ["stopped"]
    assert told["steps"] == [
        {"step": 'Click "Save"', "note": ""},
        {"step": "", "note": "something is dragged"},
    ]


def test_a_run_that_was_not_recorded_has_no_steps(tmp_path: Path) -> None:
    assert record._steps(result(recording=None), run(task(tmp_path))) == []
