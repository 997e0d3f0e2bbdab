"""Verifying: every line, recording, reply and figure of a results folder, without the model that made it.

Found is what was altered, removed, added or taken from another run, and what today's parser and checks judge
otherwise. What can't be found is a folder made up as a whole, with every digest made anew: whoever publishes
the last line's digest with the figures (`last` in `summary.json`) closes that as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.receipts.checklist import checklist
from agent.bench.receipts.disclosure import disclosure
from agent.bench.receipts.judging import differences, judge_again
from agent.bench.receipts.receipt import Finding, Receipt
from agent.bench.results.config import selection_digest
from agent.bench.results.reading import LINES, RECORDINGS, SUMMARY, read_results
from agent.bench.sets import load_items
from agent.bench.summary import Summary, summary
from agent.errors import BadInput
from agent.versions import versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agent.bench.benchmark import ItemSet
    from agent.bench.results.config import Config
    from agent.bench.results.reading import Results


def verify(folder: Path, data: Path | None, tell: Callable[[int, int], None]) -> Receipt:
    """Verify a results folder.

    Args:
        folder: the results folder.
        data: the folder of the set's data, where it needs one.
        tell: is told how many attempts were judged, and of how many.

    Raises:
        BadInput: it is no results folder at all, or the data are wrong.
    """
    try:
        results = read_results(folder)
    except BadInput as fault:
        if not (folder / LINES).is_file():
            raise
        return Receipt(folder=str(folder), findings=(Finding(where=str(folder), what=str(fault)),))
    items = load_items(results.config, data)
    made = summary(results.config, results.latest, results.attempts, results.last)
    judged = judge_again(items, results.latest, folder, tell)
    findings = [*_of_config(results, items), *judged.findings, *_of_summary(folder, made)]
    for attempt in results.latest:
        if again := judged.again.get(attempt.key):
            findings += differences(attempt, again)
    return Receipt(
        folder=str(folder),
        findings=tuple(findings),
        notes=tuple(_notes(results)),
        judged=len(judged.again),
        summary=made,
        disclosure=disclosure(results.config, results.latest, results.attempts),
        checklist=checklist(results.config, made),
    )


def _of_config(results: Results, items: ItemSet) -> Iterator[Finding]:
    config, where = results.config, str(results.folder)
    if items.digest() != config.data:
        yield Finding(where=where, what="the set's data are not those that the run was made on")
    names = {(one.item, one.seed) for one in results.latest}
    attempted = [key for item in items.items() if (key := (item.name, item.seed)) in names]
    if len(names) == config.items and selection_digest(attempted) != config.selected:
        yield Finding(where=where, what="the items are not those that the run began with")
    if beyond := sorted({one.repeat for one in results.latest if one.repeat >= config.repeat}):
        yield Finding(where=where, what=f"repeat {beyond[0] + 1} is one more than the run has")
    decided = sum(one.decided for one in results.latest)
    if decided < config.items * config.repeat:
        lacking = config.items * config.repeat - decided
        yield Finding(where=where, what=f"{lacking} of {config.items * config.repeat} attempts lack a result")


def _of_summary(folder: Path, made: Summary) -> Iterator[Finding]:
    """Where `summary.json` is not what comes of the lines."""
    path = folder / SUMMARY
    try:
        written = Summary.model_validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        yield Finding(where=str(path), what=f"can't be read: {' '.join(str(error).split())[:200]}")
        return
    for name in Summary.model_fields:
        if getattr(written, name) != getattr(made, name):
            yield Finding(where=str(path), what=f"{name}: not what comes of the lines")


def _notes(results: Results) -> Iterator[str]:
    named = {one.recording for one in results.attempts}
    kept = sorted(f"{RECORDINGS}/{one.name}" for one in (results.folder / RECORDINGS).glob("*"))
    if loose := [one for one in kept if one not in named]:
        yield f"{len(loose)} recordings are of attempts that were cut off, and count nowhere: {loose[0]} ..."
    if changed := _versions_changed(results.config):
        yield f"judged with {changed}"


def _versions_changed(config: Config) -> str:
    """Packages that are of another version here than when the run was made."""
    now = versions(tuple(config.versions))
    return ", ".join(
        f"{name} {now[name]} ({was} then)"
        for name, was in config.versions.items()
        if now.get(name) != was and name in now
    )
