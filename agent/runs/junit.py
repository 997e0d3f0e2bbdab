"""JUnit XML file of results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.episode import Verdict
    from agent.runs.result import Result

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILURES: frozenset[Verdict] = frozenset({"failed", "gave_up"})


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
