"""`command` check: a program's exit status and output."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from typing import IO, TYPE_CHECKING

from agent.checks.context import CheckContext, Found

if TYPE_CHECKING:
    from agent.task.checks import CommandCheck

_SECONDS = 30.0
_MOST_OUTPUT = 1_000_000
"""Bytes; nothing that is compared with text in a task file is longer."""


def check_command(check: CommandCheck, context: CheckContext, seconds: float = _SECONDS) -> Found:
    """Run a program, in the folder that the agent runs in, and compare.

    Args:
        check: What to run; it is given no input.
        context: Its environment.
        seconds: After which it is ended, with all that it started.
    """
    expected = f"exit {check.exit}"
    if check.stdout is not None:
        expected += f", output {_spell(check.stdout.rstrip())}"
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        # Files, not pipes: a grandchild that lives on would hold a pipe open for ever.
        try:
            process = subprocess.Popen(
                check.run,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=dict(context.environ),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            return Found(passed=False, expected=expected, actual=f"{check.run[0]} does not start: {error}")
        status = _wait(process, seconds)
        output, complaint = _content(out), _content(err)
    if status is None:
        return Found(
            passed=False, expected=expected, actual=f"still running after {seconds:g} s; it was ended"
        )
    passed = status == check.exit and (check.stdout is None or _same(check.stdout, output))
    actual = f"exit {status}, output {_shown(output)}"
    return Found(
        passed, expected, actual if passed or not complaint else f"{actual}, said {_shown(complaint)}"
    )


def _wait(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    """The exit status; None when it had to be ended."""
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it and what it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):  # the whole group has ended by itself
        os.killpg(process.pid, signal.SIGKILL)


def _content(file: IO[bytes]) -> bytes:
    """All of it, or a byte more than is ever compared."""
    file.seek(0)
    return file.read(_MOST_OUTPUT + 1)


def _same(expected: str, output: bytes) -> bool:
    whole = len(output) <= _MOST_OUTPUT
    return whole and expected.rstrip() == output.decode(errors="surrogateescape").rstrip()


def _shown(output: bytes) -> str:
    text = _spell(output.decode(errors="replace").rstrip())
    return text if len(output) <= _MOST_OUTPUT else f"{text} and more"


def _spell(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
