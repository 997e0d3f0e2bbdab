"""Judging of kept attempts anew, by today's parser and checks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agent.bench.receipts.receipt import Finding, Judged, name_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from agent.bench.benchmark import ItemSet
    from agent.bench.results.attempt import Attempt

_JUDGED = ("outcome", "score", "groups", "details")
"""What of an attempt is made of its reply or recording."""


def judge_again(
    items: ItemSet, attempts: Sequence[Attempt], out: Path, tell: Callable[[int, int], None]
) -> Judged:
    """Judge attempts anew; what they rest on has to hold, what comes of it is not compared.

    Args:
        items: the set that they are attempts at.
        attempts: of one run.
        out: the results folder.
        tell: is told how many are done, and of how many.
    """
    findings, again = list(_shared(attempts)), {}
    known = {(item.name, item.seed): item for item in items.items()}
    for number, attempt in enumerate(attempts, 1):
        item = known.get((attempt.item, attempt.seed))
        if item is None:
            findings.append(Finding(where=name_of(attempt), what="the set has no such item"))
            continue
        try:
            again[attempt.key] = items.again(attempt, out).model_copy(update={"groups": item.groups})
        except BadInput as fault:
            findings.append(Finding(where=name_of(attempt), what=str(fault)))
        tell(number, len(attempts))
    return Judged(findings, again)


def differences(attempt: Attempt, again: Attempt) -> Iterator[Finding]:
    """Where an attempt is not what today's code makes of its reply or recording."""
    for field in _JUDGED:
        was, now = getattr(attempt, field), getattr(again, field)
        if was != now:
            yield Finding(
                where=name_of(attempt), what=f"{field}: {was!r} is written, and {now!r} comes of it"
            )


def _shared(attempts: Sequence[Attempt]) -> Iterator[Finding]:
    """Recordings that more than one attempt names."""
    named = Counter(attempt.recording for attempt in attempts if attempt.recording)
    for attempt in attempts:
        if attempt.recording and named[attempt.recording] > 1:
            yield Finding(
                where=name_of(attempt), what=f"{attempt.recording} is named by another attempt as well"
            )
