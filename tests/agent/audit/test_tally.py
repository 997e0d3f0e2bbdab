"""The tally of checks: a check is the same whether a run failed in its middle or at its end."""

from __future__ import annotations

from agent.audit.tally import Tally
from agent.checks import CheckResult


def check(kind: str, *, passed: bool, line: int | None = None, before: bool = False) -> CheckResult:
    return CheckResult(
        kind=kind, what="it", passed=passed, expected="a", actual="b", seconds=0.0, line=line, before=before
    )


def test_each_is_counted_where_it_failed() -> None:
    held = (
        check("expect", passed=True, line=9),
        check("file", passed=True),
        check("text", passed=True, before=True),
    )
    tally = Tally(held)
    assert tally.add((check("expect", passed=False, line=9),)) == "expect: b"
    assert tally.add((held[0], check("file", passed=False), check("text", passed=True))) == "file: b"
    assert tally.add(held) == ""
    assert [(one.kind, one.noticed, one.before) for one in tally.counts()] == [
        ("expect", 1, False),
        ("file", 1, False),
        ("text", 0, True),
    ]
