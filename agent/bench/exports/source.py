"""Sources: the recordings that a user's folders hold, and whether each run passed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.replayed import folder_of
from agent.bench.results.reading import CONFIG, read_results
from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.recording.reading import load_lines
from agent.report.found import found_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A recording that may be exported."""

    folder: Path
    passed: bool
    digest: str
    """The sum of its last line when it was found: what is read later must be the same."""


def sources_in(places: Sequence[Path]) -> list[Source]:
    """The recordings that results folders name, and those that other folders are or hold; each once.

    Raises:
        BadInput: a folder is not there, holds none, or was altered.
    """
    found = {source.folder.resolve(): source for place in places for source in _sources(place)}
    return list(found.values())


def _sources(place: Path) -> Iterator[Source]:
    if (place / CONFIG).is_file():
        yield from _attempted(place)
        return
    folders = [found.folder for found in found_in([place]) if (found.folder / SESSION).is_file()]
    if not folders:
        raise BadInput(f"{place}: holds no recording (a folder with a {SESSION})")
    for folder in folders:
        recording = load_lines(folder)
        passed = recording.end is not None and recording.end.verdict == "passed"
        yield Source(folder, passed, recording.sum)


def _attempted(place: Path) -> Iterator[Source]:
    attempts = [attempt for attempt in read_results(place).latest if attempt.recording]
    if not attempts:
        raise BadInput(f"{place}: its results name no recording: only episodes can be exported")
    for attempt in attempts:
        yield Source(folder_of(attempt, place), attempt.outcome == "passed", attempt.digest or "")
