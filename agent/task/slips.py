"""Slips of people who write YAML, named for what they are: tabs, and `: `, ` #` and quotes within a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_QUOTE = "put the whole text in single quotes"
_COMMENT = re.compile(r"[ \t]+(#[^\r\n\0]*)")
_SLIPS = (
    (r"found character '\\t'", "a tab stands where YAML wants spaces; indent and separate with spaces"),
    (r"found character '(.)'", 'a text can\'t begin with "{}"; ' + _QUOTE),
    (
        r"mapping values are not allowed here|but got ':'",
        '": " within a text begins another key; ' + _QUOTE,
    ),
    (
        r"found unexpected end of stream",
        "a quote is not closed; close it, or " + _QUOTE,
    ),
    (r"expected ',' or '(.)', but got", 'a "{}" is missing; close what was begun, or ' + _QUOTE),
    (r"expected a single document", 'a second document begins with "---"; make a file of each task'),
    (
        r"expected <block end>, but found '(?:<scalar>|,)'",
        (
            "something stands behind a closing quote or bracket, or is indented less than its list; "
            f"{_QUOTE}, with each ' in it written twice, or mend the indentation"
        ),
    ),
)


def explain_slip(error: yaml.MarkedYAMLError) -> str:
    """What is wrong in the words of somebody who writes a task; else in those of the YAML reader."""
    for pattern, said in _SLIPS:
        if found := re.search(pattern, error.problem or ""):
            return said.format(*found.groups())
    context = f"{error.context}: " if error.context else ""
    return f'{context}{error.problem}; put text that holds ": ", "#" or quotes in single quotes'


def explain_comment(node: yaml.ScalarNode) -> str | None:
    """What is wrong with a text without quotes that a number sign cuts off; None: nothing.

    A comment has a space behind its sign, and no quote before it is left open.
    """
    end = node.end_mark
    found = _COMMENT.match(end.buffer, end.pointer) if end and end.buffer else None
    if found is None or (found[1][1:2] in ("", " ", "#") and node.value.count('"') % 2 == 0):
        return None
    return (
        f"'{found[1].strip()[:20]}' is a comment for YAML, so that only '{node.value}' is left; {_QUOTE}, "
        "or put a space behind the # of a comment"
    )
