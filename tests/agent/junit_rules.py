"""Rules of the JUnit format, as the public schema of Jenkins' xunit plugin has them (junit-10.xsd).

Beyond it go a test case's properties, which pytest writes, and its file and line, which GitLab and CircleCI
read: those who know the schema alone pass over them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET


class Rule(NamedTuple):
    """What one element may have."""

    required: set[str]
    attributes: set[str]
    children: set[str]


_COUNTS = {"tests", "failures", "errors"}
_TOLD = Rule(set(), {"type", "message"}, set())
_AGAIN = Rule({"type"}, {"message"}, {"stackTrace", "system-out", "system-err"})
_PLACES = {"timestamp", "hostname", "id", "package", "file", "log", "url", "group"}
_TEXT = Rule(set(), set(), set())
_STREAMS = {"system-out", "system-err"}
_BEYOND = {"properties", "file", "line"}
_RULES = {
    "testsuites": Rule(set(), {"name", "time", *_COUNTS}, {"testsuite"}),
    "testsuite": Rule(
        {"name", *_COUNTS}, {"time", "skipped", *_PLACES}, {"testsuite", "properties", "testcase", *_STREAMS}
    ),
    "testcase": Rule(
        {"name"},
        {"time", "classname", "group", *_BEYOND},
        {"skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError", *_STREAMS}
        | _BEYOND,
    ),
    "properties": Rule(set(), set(), {"property"}),
    "property": Rule({"name", "value"}, set(), set()),
    **dict.fromkeys(("skipped", "error", "failure"), _TOLD),
    **dict.fromkeys(("rerunFailure", "rerunError", "flakyFailure", "flakyError"), _AGAIN),
    **dict.fromkeys(("stackTrace", *_STREAMS), _TEXT),
}
_TIME = re.compile(r"\d*(\.\d*)?")


def faults(element: ET.Element) -> Iterator[str]:
    """What is wrong with an element and all that is in it."""
    rule = _RULES.get(element.tag)
    if rule is None:
        yield f"there is no element {element.tag}"
        return
    given = set(element.attrib)
    for name in rule.required - given:
        yield f"{element.tag}: {name} is missing"
    for name in given - rule.required - rule.attributes:
        yield f"{element.tag}: no attribute {name} is known"
    if "time" in given and not _TIME.fullmatch(element.attrib["time"]):
        yield f"{element.tag}: {element.attrib['time']} is no time"
    for child in element:
        if child.tag not in rule.children:
            yield f"{element.tag}: no child {child.tag} is known"
        yield from faults(child)
