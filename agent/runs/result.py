"""What a user is told of a run, and JUnit's form of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pydantic import BaseModel, ConfigDict

from agent.checks import CheckResult
from agent.episode import EXIT_STATUS, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILURES: frozenset[Verdict] = frozenset({"failed", "gave_up"})


class Result(BaseModel):
    """One run of a task."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    task: str
    """The task's id, with its case and repetition where there are several."""
    model: str
    verdict: Verdict
    message: str
    steps: int = 0
    seconds: float = 0.0
    timing: dict[str, float] = {}
    """Seconds by part: model, settling, acting, reading, recording."""
    tokens: int = 0
    cost: float = 0.0
    """Money, in the currency of the model's price; 0 where none is known."""
    checks: tuple[CheckResult, ...] = ()
    healed: tuple[int, ...] = ()
    """Recorded steps whose target a model had to find again: the run passed as healed."""
    recording: str | None = None
    workdir: str | None = None


def exit_status(results: Sequence[Result]) -> int:
    """0 when all passed, else the status of the gravest verdict."""
    statuses = {EXIT_STATUS[result.verdict] for result in results} - {0}
    return max(statuses, key=[1, 4, 3, 130].index) if statuses else 0


def write_junit(results: Sequence[Result], path: Path) -> None:
    """A JUnit XML file: `failed` and `gave_up` are failures, all else that did not pass is an error."""
    failures = sum(result.verdict in _FAILURES for result in results)
    errors = sum(result.verdict not in _FAILURES | {"passed"} for result in results)
    seconds = sum(result.seconds for result in results)
    counts = {
        "tests": str(len(results)),
        "failures": str(failures),
        "errors": str(errors),
        "time": f"{seconds:.3f}",
    }
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {"name": "deskhand", **counts})
    for result in results:
        suite.append(_case(result))
    ET.indent(suites)
    path.parent.mkdir(parents=True, exist_ok=True)
    ET.ElementTree(suites).write(path, "utf-8", xml_declaration=True)


def _case(result: Result) -> ET.Element:
    case = ET.Element(
        "testcase", {"classname": "deskhand", "name": _xml(result.task), "time": f"{result.seconds:.3f}"}
    )
    if result.verdict != "passed":
        kind = "failure" if result.verdict in _FAILURES else "error"
        problem = ET.SubElement(case, kind, {"type": result.verdict, "message": _xml(result.message)})
        problem.text = _xml("\n".join(_lines(result)))
    if result.recording:
        ET.SubElement(case, "system-out").text = _xml(f"recording: {result.recording}")
    return case


def _lines(result: Result) -> list[str]:
    return [
        f"{check.kind} {check.what}: expected {check.expected}, actual {check.actual}"
        for check in result.checks
        if not check.passed
    ]


def _xml(text: str) -> str:
    """Text without the characters that XML has no form for."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
