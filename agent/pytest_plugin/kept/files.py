"""What is kept of a run: its recording, trace, video and last screen, and what reports are told of them."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agent.errors import AgentError
from agent.pytest_plugin.kept.folder import HEALED, claim
from agent.pytest_plugin.kept.policy import keeps
from agent.runs.demand import shown
from agent.runs.report.properties import properties
from tools.errors import ToolsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from agent.pytest_plugin.options import Policy, Settings
    from agent.runs.report.result import Result

Made = Literal["trace", "video"]
"""What is made of a recording."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt at an item."""

    failed: bool
    retry: int
    """0: the first attempt."""

    def wants(self, policy: Policy) -> bool:
        """Whether something is kept of it."""
        return keeps(policy, failed=self.failed, retry=self.retry)


@dataclass(frozen=True, slots=True)
class Kept:
    """The paths of what is kept, by what it is."""

    paths: dict[str, Path]
    """`recording`, `screenshot`, `trace`, `video`, and the picture of each heal."""
    faults: tuple[str, ...] = ()
    """Why something that was wanted is missing."""

    @staticmethod
    def of(result: Result, folder: Path, attempt: Attempt, settings: Settings) -> Kept:
        """Keep what the options ask for, and drop the rest. The recording always stays.

        Args:
            result: of the run.
            folder: gets what is made of it.
            attempt: what came of the item.
            settings: of the session.
        """
        paths: dict[str, Path] = {}
        faults: list[str] = []
        if result.recording:
            paths["recording"] = recording = Path(result.recording)
        if picture := _screenshot(result, folder, attempt, settings.screenshot):
            paths["screenshot"] = picture
        paths |= {path.stem: path for path in sorted(folder.glob(f"{HEALED}*.png"))}
        if result.recording:
            wanted: dict[Made, Policy] = {"trace": settings.trace, "video": settings.video}
            for kind in (kind for kind in wanted if attempt.wants(wanted[kind])):
                try:
                    paths[kind] = made_of(recording, kind, claim(folder))
                except (AgentError, ToolsError) as fault:
                    faults.append(shown(f"{kind}: {fault}"))
        return Kept(paths, tuple(faults))

    def properties(self, result: Result) -> list[tuple[str, object]]:
        """User properties, for JUnit files and reports."""
        paths = [(f"agent_{kind}", _near(path)) for kind, path in self.paths.items()]
        return [*properties(result), *paths]

    def told(self) -> Iterator[str]:
        """Lines for a person."""
        yield from (f"{kind}: {_near(path)}" for kind, path in self.paths.items())
        yield from self.faults


def forget_properties(item: pytest.Item) -> None:
    """Drop what an earlier attempt told reports."""
    item.user_properties[:] = [one for one in item.user_properties if not one[0].startswith("agent_")]


def made_of(recording: Path, kind: Made, folder: Path) -> Path:
    """The trace or the video of a recording, written there under Playwright's name for it.

    Raises:
        AgentError: it can't be.
        ToolsError: likewise, for want of something in the machine.
    """
    from agent.report import film, trace  # noqa: PLC0415  (heavy: loaded on use)

    match kind:
        case "trace":
            path = folder / "trace.zip"
            trace.write_trace(recording, path)
        case "video":
            path = folder / "video.webm"
            film.write_video(recording, path)
    return path


def _near(path: Path) -> str:
    """A path from the current folder, if it lies in it: what CI servers make links of."""
    near = os.path.relpath(path)
    return str(path) if near.startswith("..") else near


def _screenshot(result: Result, folder: Path, attempt: Attempt, policy: Policy) -> Path | None:
    """The last screen, named as Playwright names it; the run has left it where it did not pass."""
    made = Path(result.picture) if result.picture else None
    if not attempt.wants(policy):
        if made is not None:
            made.unlink(missing_ok=True)
        return None
    path = folder / f"test-{'failed' if attempt.failed else 'finished'}-1.png"
    with suppress(OSError):
        if made is not None:
            return made.replace(path)
        if result.recording and folder.is_dir():
            return _last_screen(Path(result.recording), path)
    return None


def _last_screen(recording: Path, path: Path) -> Path | None:
    """Write what a recording saw last."""
    from agent.recording.reading import load_recording  # noqa: PLC0415  (heavy: loaded on use)
    from agent.runs.last_look import write_picture  # noqa: PLC0415

    steps = load_recording(recording)
    if not steps.steps:
        return None
    write_picture(steps.frames[steps.steps[-1].frame], path)
    return path
