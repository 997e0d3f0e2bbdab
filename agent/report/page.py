"""Page: one self-contained HTML file about one run, or about many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadRecording
from agent.recording.disk import whole
from agent.report.files import writing
from agent.report.found import found_in
from agent.report.pages.rendering import rendered
from agent.report.pages.rooms import views_of
from agent.report.suites.entry import DAMAGED, entries_of, entry_of
from agent.report.suites.suite import suite_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.report.suites.entry import Entry
    from agent.runs.report.result import Result


def write_page(recordings: Sequence[Path], out: Path) -> tuple[str, ...]:
    """Write a page about runs: about one, or about all of them as a suite.

    Args:
        recordings: their folders, or folders that hold some, such as those of several CI jobs.
        out: the HTML file.

    Returns:
        What can't be read of a suite; the page says it, too.

    Raises:
        BadInput: there is nothing to report on, or the file can't be written.
        BadRecording: the one recording is damaged.
        EnvironmentFault: the disk is full.
    """
    entries = [entry_of(found) for found in found_in(recordings)]
    page, unread = _page(entries)
    if len(entries) == 1 and unread:
        raise BadRecording(unread[0])
    with writing(out), whole(out) as file:
        file.write(page)
    return unread


def page_of(results: Sequence[Result]) -> bytes:
    """A page about runs that have just been done, in UTF-8; one that left no recording stands on it, too."""
    return _page(entries_of(results))[0]


def _page(entries: Sequence[Entry]) -> tuple[bytes, tuple[str, ...]]:
    """The page, and what can't be read."""
    suite = suite_of(entries)
    views, damaged = views_of(suite)
    unread = [entry.message for entry in entries if entry.verdict == DAMAGED]
    if len(entries) == len(views) == 1:
        [view] = views.values()
        page = rendered("one.html", view=view)
    else:
        page = rendered("suite.html", suite=suite, views=views, damaged=damaged)
    return page, (*unread, *damaged.values())
