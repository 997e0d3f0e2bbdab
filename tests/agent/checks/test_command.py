"""The `command` check, with real programs."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import psutil

from agent.checks.command import check_command
from agent.task.checks import CommandCheck
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from pathlib import Path

    from agent.checks.context import Found


def run(folder: Path, code: str, seconds: float = 30.0, **expected: object) -> Found:
    check = CommandCheck.model_validate({"run": [sys.executable, "-c", code], **expected})
    return check_command(check, context(folder, environ={"COLOUR": "blue"}), seconds)


def test_exit_status_and_output(tmp_path: Path) -> None:
    assert run(tmp_path, "print('hello')").passed
    assert run(tmp_path, "print('hello')", stdout="hello").passed
    assert run(tmp_path, "print('hello')", stdout="hello\n").passed
    assert run(tmp_path, "import sys; sys.exit(3)", exit=3).passed
    assert run(tmp_path, "import os; print(os.environ['COLOUR'])", stdout="blue").passed


def test_failures_say_what_happened(tmp_path: Path) -> None:
    found = run(tmp_path, "import sys; print('a'); sys.exit('oops')", stdout="b")
    assert found == (False, 'exit 0, output "b"', 'exit 1, output "a", said "oops"')
    assert not run(tmp_path, "print('hello world')", stdout="hello").passed
    gone = check_command(CommandCheck(run=("no-such-program",)), context(tmp_path))
    assert "no-such-program does not start" in gone.actual


def test_output_that_goes_on_behind_what_is_compared_is_not_the_same(tmp_path: Path) -> None:
    found = run(tmp_path, "print('done', '\\n' * 1_000_000, 'failed')", stdout="done")
    assert not found.passed
    assert found.actual == 'exit 0, output "done" and more'


def test_a_byte_that_is_no_text_is_not_the_sign_that_is_shown_for_it(tmp_path: Path) -> None:
    assert not run(tmp_path, "import os; os.write(1, b'a\\xff')", stdout="a\ufffd").passed


def test_a_program_that_does_not_end_is_ended_with_its_children(tmp_path: Path) -> None:
    script = f"sleep 600 & echo $! > {tmp_path}/pid; wait"
    found = check_command(CommandCheck(run=("sh", "-c", script)), context(tmp_path), 3.0)
    assert not found.passed
    assert "still running after 3 s" in found.actual
    child = int((tmp_path / "pid").read_text())
    deadline = time.monotonic() + 180
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_child_that_lives_on_does_not_hold_the_check_up(tmp_path: Path) -> None:
    code = "import subprocess; subprocess.Popen(['sleep', '600']); print('done')"
    assert run(tmp_path, code, stdout="done").passed


def test_of_a_long_output_the_difference_comes_first(tmp_path: Path) -> None:
    wanted = "\n".join(str(number) if number != 80 else "8" for number in range(1, 101))
    found = check_command(CommandCheck(run=("seq", "100"), stdout=wanted), context(tmp_path))
    assert found.actual.startswith('exit 0, line 80 is "80", not "8"; in all exit 0, output "1\\n2')
