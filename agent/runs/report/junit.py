"""JUnit XML of results, with what GitLab, Jenkins and Surefire read in it besides."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from agent.printing.escapes import visible
from agent.runs.report.properties import properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.checks import CheckResult
    from agent.episode import Verdict
    from agent.runs.report.result import Result

_FAILURES: frozenset[Verdict] = frozenset({"failed", "gave_up"})


def junit(results: Sequence[Result]) -> bytes:
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
    suite = ET.SubElement(suites, "testsuite", {"name": "deskhand", **counts, "skipped": "0"})
    for result in results:
        suite.append(_case(result))
    ET.indent(suites)
    written: bytes = ET.tostring(suites, "utf-8", xml_declaration=True)
    return written


def _case(result: Result) -> ET.Element:
    case = ET.Element("testcase", {"classname": _class(result), "name": _xml(result.task)})
    if result.file:
        case.attrib |= {"file": _xml(_relative(result.csv or result.file)), "line": str(result.line)}
    case.attrib["time"] = f"{result.seconds:.3f}"
    told = ET.SubElement(case, "properties")
    for name, value in properties(result):
        ET.SubElement(told, "property", {"name": name, "value": _xml(str(value))})
    if result.verdict != "passed":
        _problem(case, result, "failure" if result.verdict in _FAILURES else "error")
    for earlier in result.attempts:  # as Maven Surefire writes tests that were run again
        kind = "Failure" if earlier.verdict in _FAILURES else "Error"
        problem = _problem(case, earlier, ("flaky" if result.flaky else "rerun") + kind)
        ET.SubElement(problem, "stackTrace").text, problem.text = problem.text, None
    ET.SubElement(case, "system-out").text = _xml("\n".join(_said(result)))
    return case


def _problem(case: ET.Element, result: Result, kind: str) -> ET.Element:
    problem = ET.SubElement(case, kind, {"type": result.verdict, "message": _xml(result.message)})
    problem.text = _xml("\n".join(_lines(result)))
    return problem


def _lines(result: Result) -> list[str]:
    where = [f"{_relative(result.csv or result.file)}:{result.line}: {result.message}"] if result.file else []
    failed = [check for check in result.checks if not check.passed]
    return [
        *where,
        *(_told(check) for check in failed if not check.opinion),
        *(f"answer of a model: {_told(check)}" for check in failed if check.opinion),
    ]


def _told(check: CheckResult) -> str:
    return f"{check.kind} {check.what}: expected {check.expected}, actual {check.actual}"


def _said(result: Result) -> Iterator[str]:
    """What a passed run proves, where the recording is, and the picture as GitLab and Jenkins look for it."""
    if result.verdict == "passed":
        yield result.message
        yield from filter(None, [result.said])
        yield from (f"held before the first act: {check.what}" for check in result.checks if check.before)
    for one in (result, *result.attempts):
        if one.recording:
            yield f"recording: {one.recording}"
        if one.picture:
            yield f"[[ATTACHMENT|{_relative(one.picture)}]]"
        for check in one.checks:
            if check.picture and not check.passed:
                yield f"[[ATTACHMENT|{_relative(check.picture)}]]"


def _class(result: Result) -> str:
    """The task file as pytest names one: `tasks.fill_form`."""
    if result.file is None:
        return "deskhand"
    path = Path(_relative(result.file)).with_suffix("")
    return _xml(".".join(part for part in path.parts if part not in (path.anchor, "..")))


def _relative(path: str) -> str:
    """A path from the project's folder, where CI servers look; as it is if it lies elsewhere."""
    project = os.environ.get("CI_PROJECT_DIR") or "."
    relative = os.path.relpath(path, project)
    return path if relative.startswith("..") else relative


def _xml(text: str) -> str:
    """Text with an escape for what XML has no form for, and for what a reader would not see."""
    return visible(text, keep="\n\t")
