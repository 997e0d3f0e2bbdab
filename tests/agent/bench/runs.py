"""Results folders for tables and plots, written line by line: every figure known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.results.folder import ResultsFolder
from tests.agent.bench.sets import configured, made

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agent.bench.results.attempt import Attempt

HOSTILE = r"a|b_{c}$\input{x}&<script>alert(1)</script>--%#~^ **[x](javascript:y)** `保存`"
"""What a model or a folder may be called: signs of Markdown, LaTeX, HTML, and Chinese."""


def written(folder: Path, attempts: Iterable[Attempt], **config: object) -> Path:
    """A results folder that holds these attempts."""
    attempts = list(attempts)
    items = len({(one.item, one.seed) for one in attempts})
    with ResultsFolder(folder, configured(**{"items": items, **config})) as results:
        for one in attempts:
            results.append(one)
    return folder


def attempts(passed: int, of: int, **fields: object) -> list[Attempt]:
    """So many passed of so many, each another item."""
    return [
        made(f"item {number:04}", "passed" if number < passed else "failed", **fields) for number in range(of)
    ]
