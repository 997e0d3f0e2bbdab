"""Runs by real processes without a display: what a job's file is called says what comes of it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from agent.checks import CheckResult
from agent.errors import BadInput
from agent.mcp.runs.job import Asked, Begin, Done, Job, Prepared, Stepped
from agent.runs.report.result import Result

if TYPE_CHECKING:
    from agent.episode import Verdict
    from agent.mcp.line import Line
    from agent.mcp.runs.job import Settings


def result(verdict: Verdict = "passed", message: str = "1 of 1 checks hold") -> Result:
    check = CheckResult(
        kind="sql", what="rows", passed=verdict == "passed", expected="1 row", actual="0 rows", seconds=0
    )
    checks = (check,) if verdict in ("passed", "failed") else ()
    return Result(task="job", model="fake", verdict=verdict, message=message, checks=checks, steps=2)


def work(line: Line, _settings: Settings) -> None:
    """Each job leaves a line in `done.txt` when its work is done."""
    jobs: list[Job] = []

    def carry_out(order: Job | Begin) -> Prepared | Done:
        if isinstance(order, Job):
            jobs.append(order)
            if order.path.name == "bad":
                raise BadInput("bad.yaml:1:1: no such key")
            return Prepared("job", 2)
        return _done(line, jobs[-1].path.name, jobs[-1].values)

    line.serve(carry_out)


def _done(line: Line, name: str, values: object) -> Done:
    if name == "hangs":
        return _hanging(line)
    line.send(Stepped(1, 'Click "Save"', did=True))
    match name:
        case "bad_model":
            raise BadInput("the model can't do this")
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "asks":
            if line.ask(Asked('step 2: click on "Pay"', None)) is not True:
                return Done(result("stopped", "the person said no"), acted=False, last="", report=None)
    with Path("done.txt").open("a") as file:
        file.write(f"{values}\n")
    verdict: Verdict = "failed" if name == "lies" else "passed"
    return Done(result(verdict), acted=True, last='step 1: Click "Save"', report=None)


def _hanging(line: Line) -> Done:
    try:
        line.send(Stepped(1, 'Click "Save"', did=True))
        time.sleep(600)
    except KeyboardInterrupt as why:
        return Done(result("interrupted", str(why)), acted=True, last='step 1: Click "Save"', report=None)
    raise AssertionError
