"""`agent report REC|DIR...`: a page about recorded runs, or a film of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import BadInput
from agent.printing.counted import counted
from agent.printing.streams import tell, write_json
from agent.report.film import write_gif, write_video
from agent.report.found import found_in
from agent.report.page import write_page

if TYPE_CHECKING:
    from pathlib import Path

    from agent.commands.options.report import ReportCommand


def main(options: ReportCommand) -> int:
    """Write what was asked for, and say where it is, and what of many runs can't be read."""
    recordings = [found.folder for found in found_in(options.places)]
    unread: list[str] = []
    written = dict(_written(options, recordings, unread))
    if options.json:
        write_json(
            {
                "recordings": list(map(str, recordings)),
                **{name: str(path) for name, path in written.items()},
                "unread": unread,
            }
        )
    else:
        runs = counted(len(recordings), "run", "runs")
        tell("".join(f"{path}: {name} of {runs}\n" for name, path in written.items()))
        tell("".join(f"agent: {said}\n" for said in unread))
    return exit_status.BAD_INPUT if unread else exit_status.PASSED


def _written(options: ReportCommand, recordings: list[Path], unread: list[str]) -> list[tuple[str, Path]]:
    films = [(name, path) for name, path in (("video", options.video), ("gif", options.gif)) if path]
    if films and len(recordings) > 1:
        raise BadInput(f"--{films[0][0]}: a film is of one recording, and there are {len(recordings)}")
    if options.page:
        unread += write_page(options.places, options.page)
    for name, path in films:
        (write_video if name == "video" else write_gif)(recordings[0], path)
    return [*([("page", options.page)] if options.page else []), *films]
