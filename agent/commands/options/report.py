"""`agent report REC|DIR...` and `agent trace REC`: their options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.options.shared import Verb, path_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


@dataclass(frozen=True, slots=True)
class ReportCommand:
    """What `agent report` is told."""

    places: tuple[Path, ...]
    """Recordings, or folders with some below."""
    page: Path | None
    video: Path | None
    gif: Path | None
    json: bool


@dataclass(frozen=True, slots=True)
class TraceCommand:
    """What `agent trace` is told."""

    recording: Path
    output: Path
    json: bool


def _add_report_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "places", nargs="+", metavar="REC|DIR", help="a recording's folder, or a folder with some below"
    )
    parser.add_argument("-o", "--output", metavar="F", help="the HTML page")
    parser.add_argument("--video", metavar="F.webm", help="a video of the one recording")
    parser.add_argument("--gif", metavar="F.gif", help="a GIF of the one recording, for a ticket")


def _read_report(given: Namespace) -> ReportCommand:
    if not (given.output or given.video or given.gif):
        raise BadInput(
            "what is to be written is not said: name a page with -o F, or a film with --video or --gif"
        )
    return ReportCommand(
        places=tuple(map(Path, given.places)),
        page=path_of(given.output),
        video=path_of(given.video),
        gif=path_of(given.gif),
        json=given.json,
    )


def _add_trace_options(parser: ArgumentParser) -> None:
    parser.add_argument("recording", metavar="REC", help="a recording's folder")
    parser.add_argument("-o", "--output", metavar="F.zip", required=True, help="the trace")


def _read_trace(given: Namespace) -> TraceCommand:
    return TraceCommand(Path(given.recording), Path(given.output), given.json)


REPORT = Verb(
    "report",
    "write a page, a video or a GIF of recorded runs",
    "agent.commands.report",
    _add_report_options,
    _read_report,
    "Writes one self-contained HTML page about a run, or about many; or a film of a run.",
)
TRACE = Verb(
    "trace",
    "write a recording as a trace for Playwright's viewer",
    "agent.commands.trace",
    _add_trace_options,
    _read_trace,
    "Writes a recording in the format of Playwright's traces: npx playwright show-trace F.zip.",
)
