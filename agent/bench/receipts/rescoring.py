"""Rescoring: the figures of a results folder by today's parser and checks. It stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from agent.bench.receipts.judging import differences, judge_again
from agent.bench.receipts.receipt import Finding
from agent.bench.results.reading import read_results
from agent.bench.sets import load_items
from agent.bench.summary import Summary, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Rescored(BaseModel):
    """Figures as they were written, and as they are now."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    folder: str
    was: Summary
    now: Summary
    changes: tuple[Finding, ...]
    """Attempts that are judged otherwise."""
    findings: tuple[Finding, ...]
    """Attempts that could not be judged: they count as they were written."""


def rescore(folder: Path, data: Path | None, tell: Callable[[int, int], None]) -> Rescored:
    """Judge all attempts of a results folder anew.

    Args:
        folder: the results folder.
        data: the folder of the set's data, where it needs one.
        tell: is told how many attempts were judged, and of how many.

    Raises:
        BadInput: it is no results folder, was altered, or the data are wrong.
    """
    results = read_results(folder)
    judged = judge_again(load_items(results.config, data), results.latest, folder, tell)
    now = [judged.again.get(one.key, one) for one in results.latest]
    changes = [
        change for one, other in zip(results.latest, now, strict=True) for change in differences(one, other)
    ]
    return Rescored(
        folder=str(folder),
        was=summary(results.config, results.latest, results.attempts, results.last),
        now=summary(results.config, now, results.attempts, results.last),
        changes=tuple(changes),
        findings=tuple(judged.findings),
    )
