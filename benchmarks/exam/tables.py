"""Tables of marks as Markdown: by toolkit and theme, by kind, and what was taken for what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.exam.judging import AGAIN, BESIDE, DONE, STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.exam.judging import Outcome
    from benchmarks.exam.sitting import Mark

_OUTCOMES: tuple[Outcome, ...] = ("right", "not found", "silently wrong")
_STATED = (*STATES, "tab")


def tables(marks: Sequence[Mark]) -> str:
    """All tables, one below the other."""
    return "\n\n".join((
        outcomes("toolkit and theme", marks, lambda mark: mark.look),
        outcomes("kind", marks, lambda mark: mark.asked.kind),
        states(marks),
        confusion(marks),
    ))  # fmt: skip


def outcomes(name: str, marks: Sequence[Mark], group: Callable[[Mark], str]) -> str:
    """How many of each group are right, not found and silently wrong; then all together."""
    rows = []
    for one in (*sorted({group(mark) for mark in marks}), None):
        own = [mark for mark in marks if one is None or group(mark) == one]
        count = Counter(mark.verdict.outcome for mark in own)
        beside = sum(mark.verdict.went_to == BESIDE for mark in own)
        share = f"{100 * count['right'] / max(1, len(own)):.1f} %"
        rows.append((one or "**all**", len(own), share, *(count[outcome] for outcome in _OUTCOMES), beside))
    return _table((name, "questions", "share", *_OUTCOMES, "of these beside every element"), rows)


def states(marks: Sequence[Mark]) -> str:
    """Of each kind that has a state: how often it was taken for the other one."""
    rows = []
    for kind in _STATED:
        own = [mark for mark in marks if mark.asked.kind == kind]
        taken = sum(mark.verdict.went_to in (DONE, AGAIN) for mark in own)
        rows.append((kind, len(own), sum(mark.verdict.outcome == "not found" for mark in own), taken))
    return _table(("kind", "asked", "not found", "state taken for the other"), rows)


def confusion(marks: Sequence[Mark]) -> str:
    """What the answers that were not right went to, by the kind that was asked for."""
    wrong = [mark for mark in marks if mark.verdict.outcome != "right"]
    counts = Counter((mark.asked.kind, _went_to(mark)) for mark in wrong)
    columns = sorted({went_to for _, went_to in counts})
    rows = [
        (kind, *(counts[kind, one] or "" for one in columns)) for kind in sorted({kind for kind, _ in counts})
    ]
    return _table(("asked for \\ went to", *columns), rows)


def _went_to(mark: Mark) -> str:
    return mark.verdict.went_to or mark.verdict.outcome


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
