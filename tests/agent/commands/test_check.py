"""`agent check`: what is said of each task file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.cli import main as command_line
from agent.commands.check import check_runs, load_runs, main
from agent.commands.options.check import CheckCommand
from agent.commands.steps import list_steps
from agent.errors import BadInput
from agent.runs.options import RunOptions

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
instruction: Greet ${name}.
vars: {name: Ada}
steps:
  - Click "${name}"
"""


def task(folder: Path, name: str, text: str = GOOD) -> str:
    (folder / name).write_text(text)
    return str(folder / name)


def command(*tasks: str, json: bool = False, **overrides: str) -> CheckCommand:
    return CheckCommand(tasks, overrides, RunOptions(), json)


def test_every_file_is_told_of_and_one_that_is_wrong_is_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = task(tmp_path, "good.yaml"), task(tmp_path, "bad.yaml", GOOD + "stepz: []\n")
    assert main(command(good)) == 0
    assert capsys.readouterr() == (f"{good}: valid\n", "")
    assert main(command(bad, good)) == 2
    said = capsys.readouterr()
    assert said.out == f"{good}: valid\n"
    assert said.err.startswith(f"{bad}:5:1: stepz: unknown key")


def test_json_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, missing = task(tmp_path, "good.yaml"), str(tmp_path / "no.yaml")
    assert main(command(good, missing, json=True)) == 2
    told = json.loads(capsys.readouterr().out)["tasks"]
    assert [(one["task"], one["valid"]) for one in told] == [(good, True), (missing, False)]
    assert told[0]["fault"] is None
    assert "no such task file" in told[1]["fault"]


def test_a_folder_is_all_the_tasks_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = task(tmp_path, "a.yaml"), task(tmp_path, "b.yaml", GOOD + "stepz: []\n")
    assert main(command(str(tmp_path))) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.startswith(f"{bad}:5:1: stepz")) == (f"{good}: valid\n", True)


def test_all_that_is_wrong_in_several_files_is_told_at_once(tmp_path: Path) -> None:
    bad = [task(tmp_path, name, GOOD + "stepz: []\n") for name in ("a.yaml", "b.yaml")]
    with pytest.raises(BadInput) as caught:
        load_runs(bad, {})
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == bad


def test_a_value_concerns_the_tasks_that_have_its_variable(tmp_path: Path) -> None:
    files = [task(tmp_path, "a.yaml"), task(tmp_path, "b.yaml", "instruction: Greet.\n")]
    assert [run.values for run in load_runs(files, {"name": "Zoë"})] == [{"name": "Zoë"}, {}]
    with pytest.raises(BadInput, match=r"--var nick: .*a\.yaml has no variable"):
        load_runs(files, {"nick": "Zoë"})


def test_variables_are_filled_in_before_the_model_is_asked(tmp_path: Path) -> None:
    file = task(tmp_path, "t.yaml", GOOD.replace('Click "${name}"', "${name}"))
    check_runs(load_runs([file], {"name": "Press Tab"}), RunOptions())
    with pytest.raises(BadInput, match=r"t\.yaml:4"):
        check_runs(load_runs([file], {}), RunOptions())
    with pytest.raises(BadInput, match='no variable "nam"'):
        load_runs([file], {"nam": "x"})


def test_a_variable_that_a_task_alone_does_not_use_takes_no_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unused = task(
        tmp_path, "u.yaml", 'instruction: Greet.\nvars: {name: Ada}\nsteps: [Type "Ada" into "Name"]\n'
    )
    assert main(command(unused, name="Bob")) == 2
    assert "write it into a step, or leave it out" in capsys.readouterr().err
    assert main(command(unused, task(tmp_path, "t.yaml"), name="Bob")) == 0


def test_every_case_of_every_file_is_a_run(tmp_path: Path) -> None:
    cases = GOOD + "cases: [{name: Ada}, {name: Bob}]\n"
    files = [task(tmp_path, "one.yaml"), task(tmp_path, "two.yaml", cases)]
    assert [run.case for run in load_runs(files, {})] == [None, {"name": "Ada"}, {"name": "Bob"}]


def test_the_models_name_wins_over_the_tasks(tmp_path: Path) -> None:
    runs = load_runs([task(tmp_path, "t.yaml", GOOD + "model: raeder\n")], {})
    with pytest.raises(BadInput, match="raeder"):
        check_runs(runs, RunOptions())
    check_runs(runs, RunOptions(model="reader"))


@pytest.mark.parametrize(
    ("secret", "said"), [("Дж-77-Эж-Юя", "lacks (Cyrillic)"), ("Zoë-東京-Ωμ-77", ""), ("s3cret", "")]
)
def test_a_secret_that_can_not_be_read_on_the_screen_is_warned_of(
    secret: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PW", secret)
    good = task(tmp_path, "good.yaml", GOOD + "secrets: [PW]\n")
    assert main(command(good)) == 0
    out, told = capsys.readouterr()
    assert out == f"{good}: valid\n"
    assert said in told
    assert bool(told) is bool(said)


def test_the_schema_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CheckCommand((), {}, RunOptions(), json=False, schema=True)) == 0
    assert "checks" in json.loads(capsys.readouterr().out)["properties"]


OWN = """\
from agent.steps import step


@step("Open order {number}")
def open_order(number):
    \'\'\'Looks an order up.\'\'\'
    yield f'Type "{number}"'
"""


def test_the_steps_that_may_be_written_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task(tmp_path, "good.yaml")
    (tmp_path / "steps.py").write_text(OWN)
    assert command_line(["check", "--steps", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The embedded model `reader` understands:"
    assert '  Click "X"' in lines
    assert lines[-3:] == [
        "Own steps:",
        "  Open order {number}",
        f"      {tmp_path}/steps.py:4: Looks an order up.",
    ]
    assert command_line(["check", "--steps", str(tmp_path / "good.yaml"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    own = {
        "step": "Open order {number}",
        "file": f"{tmp_path}/steps.py",
        "line": 4,
        "doc": "Looks an order up.",
    }
    assert (told["own"], "Press Tab 3 times" in told["forms"]) == ([own], True)


def test_without_own_steps_it_is_said_where_they_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert list_steps(CheckCommand((), {}, RunOptions(), json=False, steps=True)) == 0
    assert "There are no own steps: write some in a steps.py" in capsys.readouterr().out


def test_a_fault_of_a_steps_file_is_told_and_the_traceback_only_with_debug(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = task(tmp_path, "good.yaml")
    (tmp_path / "steps.py").write_text(OWN + "1 /\n")
    assert command_line(["check", str(good)]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path}/steps.py:8:4: SyntaxError: invalid syntax" in said
    assert "Traceback" not in said
    assert command_line(["check", "--steps", str(good), "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err
