"""`command` check: a program's exit status and output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.checks.context import CheckContext, Found
from agent.checks.difference import other_text, told
from tools.errors import EnvironmentFault
from tools.host.owned.belongings import temporary_folder
from tools.host.processes import Program

if TYPE_CHECKING:
    from pathlib import Path

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
    with temporary_folder("check") as folder:
        # Files, not pipes: a grandchild that lives on would hold a pipe open for ever.
        out, err = folder / "output", folder / "errors"
        try:
            process = Program(check.run, output=out, errors=err, env=context.environ)
        except EnvironmentFault as fault:
            return Found(passed=False, expected=expected, actual=str(fault))
        try:
            status = process.wait(seconds)
        finally:
            process.end(grace=0.0)
        output, complaint = _content(out), _content(err)
    if status is None:
        return Found(
            passed=False, expected=expected, actual=f"still running after {seconds:g} s; it was ended"
        )
    passed = status == check.exit and (check.stdout is None or _same(check.stdout, output))
    actual = f"exit {status}, output {_shown(output)}"
    if check.stdout is not None and not _same(check.stdout, output):
        text = output[:_MOST_OUTPUT].decode(errors="replace").rstrip()
        other = other_text(context.hide(check.stdout.rstrip()), context.hide(text))
        actual = told(actual, f"exit {status}, {other}")
    return Found(
        passed, expected, actual if passed or not complaint else f"{actual}, said {_shown(complaint)}"
    )


def _content(file: Path) -> bytes:
    """All of it, or a byte more than is ever compared."""
    with file.open("rb") as opened:
        return opened.read(_MOST_OUTPUT + 1)


def _same(expected: str, output: bytes) -> bool:
    whole = len(output) <= _MOST_OUTPUT
    return whole and expected.rstrip() == output.decode(errors="surrogateescape").rstrip()


def _shown(output: bytes) -> str:
    text = _spell(output.decode(errors="replace").rstrip())
    return text if len(output) <= _MOST_OUTPUT else f"{text} and more"


def _spell(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
