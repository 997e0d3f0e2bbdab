"""The command line: exit status, one readable message, nothing else on standard output with --json."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent import __version__
from agent.cli import main
from tests.agent.fakes import DONE, click
from tests.agent.recordings import record

if TYPE_CHECKING:
    from pathlib import Path

FULL = (
    b"agent: unexpected OSError: [Errno 28] standard output can't be written: No space left on device "
    b"(--debug shows where)\n"
)
TASK = 'instruction: Do it.\nsteps:\n  - Click "Save"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """The message of a command that ends with 2."""
    assert main(command) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for command, wanted in (("--version", f"deskhand {__version__}"), ("--help", "exit status")):
        with pytest.raises(SystemExit) as ended:
            main([command])
        assert ended.value.code == 0
        assert wanted in capsys.readouterr().out


def test_whoever_stops_reading_the_output_is_no_fault(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    command = [sys.executable, "-m", "agent", "replay", *[str(tmp_path / "rec")] * 3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize(
    ("output", "status", "said"),
    [
        (">&-", 0, b""),
        (">&- 2>&-", 0, b""),
        (">/dev/full", 3, FULL),
    ],
)
def test_an_output_that_takes_nothing_is_told_in_one_line(
    tmp_path: Path, output: str, status: int, said: bytes
) -> None:
    record(tmp_path / "rec", [click(), DONE])
    command = f'"{sys.executable}" -m agent replay --json "{tmp_path}/rec" {output}'
    done = subprocess.run(["sh", "-c", command], check=False, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (status, said)


def test_the_traceback_of_what_nobody_foresaw_is_shown_when_it_is_asked_for(tmp_path: Path) -> None:
    record(tmp_path / "rec", [click(), DONE])
    command = f'"{sys.executable}" -m agent replay --debug "{tmp_path}/rec" >/dev/full'
    done = subprocess.run(["sh", "-c", command], check=False, stderr=subprocess.PIPE)
    assert b"Traceback" in done.stderr


@pytest.mark.parametrize(
    "command",
    [[], ["fly"], ["run"], ["run", "x.yaml", "--repeat", "0"], ["run", "x.yaml", "--timeout", "nan"]],
)
def test_a_wrong_command_line_is_exit_status_2(command: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "task.yaml"),
        ("- a\n- b\n", "task.yaml:1"),
        ("instruction: [\n", "task.yaml:"),
        ("instruction: Do it.\nstps: []\n", 'task.yaml:2:1: stps: unknown key; did you mean "steps"?'),
        ("instruction: 5\n", "task.yaml:1:1: instruction: expected text"),
        ("instruction: a\ninstruction: b\n", "task.yaml:2"),
        ("instruction: &a x\nid: *a\n", "task.yaml:1"),
        ("instruction: ${name}\n", 'variable "name" is not set'),
        ("instruction: a\nsecrets: [DESKHAND_NOT_SET]\n", "DESKHAND_NOT_SET"),
        ('instruction: a\nsteps:\n  - Clack "Save"\n', "task.yaml:3"),
        ("instruction: a\n", "step"),
    ],
)
def test_a_wrong_task_is_said_with_its_place_and_nothing_starts(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    (folder / "task.yaml").write_text(text)
    for command in ("run", "check"):
        assert said in refused(capsys, command, "task.yaml")
    assert not (folder / "runs").exists()


def test_a_missing_task_names_one_that_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "fill_form.yaml").write_text(TASK)
    assert 'did you mean "fill_form.yaml"' in refused(capsys, "run", "fil_form.yaml")


def test_a_wrong_option_is_said_before_anything_starts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "task.yaml").write_text(TASK)
    (folder / "file").write_text("in the way")
    for options, said in (
        (["--model", "raeder"], "did you mean 'reader'?"),
        (["--model", "scripted:nowhere.jsonl"], "nowhere.jsonl"),
        (["--var", "name"], "NAME=VALUE"),
        (["--var", "name=x"], 'no variable "name"'),
        (["--record", "file"], "not an empty folder"),
        (["--junit", "file/junit.xml"], "can't be written"),
        (["--approve", "ask", "--jobs", "2"], "--jobs"),
    ):
        assert said in refused(capsys, "run", "task.yaml", *options)
    assert not (folder / "runs").exists()


def test_check_says_of_each_file_whether_it_is_valid(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "good.yaml").write_text(TASK)
    (folder / "bad.yaml").write_text("id: x\n")
    assert main(["check", "good.yaml"]) == 0
    assert capsys.readouterr().out == "good.yaml: valid\n"
    assert main(["check", "good.yaml", "bad.yaml", "--json"]) == 2
    found = json.loads(capsys.readouterr().out)["tasks"]
    assert [task["valid"] for task in found] == [True, False]


def test_an_error_with_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(folder / "nowhere.yaml"), "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["exit"] == 2
    assert "no such task file" in answer["error"]


def test_replay_agrees_differs_or_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "rec")
    record(tmp_path / "rec", [click(), DONE])
    assert main(["replay", folder]) == 0
    assert "agrees: 2 steps, passed" in capsys.readouterr().out
    session = tmp_path / "rec" / "session.jsonl"
    session.write_text(session.read_text().replace("Thought: So.", "Thought: Sp.", 1))
    assert "session.jsonl:2: the line was altered" in refused(capsys, "replay", folder)
    assert main(["replay", folder, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["replays"][0]["agrees"] is False
    assert "is not a recording" in refused(capsys, "replay", str(tmp_path / "nowhere"))


def test_signals_of_a_caller_who_goes_on_are_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    assert main(["check", "no such task.yaml"]) == 2
    assert "no such task" in capsys.readouterr().err
    assert {one: signal.getsignal(one) for one in before} == before


@pytest.mark.parametrize(
    "words",
    [
        ["check", "evil\nagent: PASSED.yaml"],
        ["check", "."],
        ["check", "no\nsuch.yaml"],
        ["replay", "no\nsuch"],
    ],
    ids=["file", "its folder", "none", "no recording"],
)
def test_a_line_break_in_a_name_ends_no_line(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evil\nagent: PASSED.yaml").write_text("instruction: x\nsteps: [Bogus]\n")
    assert main(words) == 2
    said = "".join(capsys.readouterr())
    assert "\\n" in said
    assert len(said.splitlines()) == 1
