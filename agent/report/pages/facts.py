"""Facts of a run for a person: names with values, and remarks that change what the verdict means."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agent.report.pages.durations import in_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.report.pages.view import RunView

Fact = tuple[str, str]
_WORDS = {"gave_up": "gave up", "model_error": "model error", "environment_error": "environment error"}


def word(verdict: str) -> str:
    """A verdict for a person."""
    return _WORDS.get(verdict, verdict.replace("_", " "))


def facts(view: RunView) -> Iterator[Fact]:
    """What stands below the verdict."""
    header, usage = view.recording.header, view.usage
    yield "model", view.kind
    yield "started", when(header.started)
    yield "took", in_seconds(view.seconds)
    yield "steps", str(len(view.steps))
    if usage.total:
        yield "tokens", f"{usage.total:,}"
    if usage.cost:
        yield "cost", f"{usage.cost:.4g}"
    if view.recording.header.task.tags:
        yield "tags", ", ".join(view.recording.header.task.tags)
    if view.score is not None:
        yield "score", f"{view.score:.0%}"
    yield "screen", f"{header.display}, {header.size.width}x{header.size.height}"
    yield "task", f"{header.task.source}"


def details(view: RunView) -> Iterator[Fact]:
    """What stands at the end."""
    header = view.recording.header
    yield "recording", str(view.recording.folder)
    yield "its last sum", view.recording.sum
    yield "task file's SHA-256", header.task_sha256
    for name, value in header.task.vars.items():
        yield f"variable {name}", value
    for launch in header.task.launch:
        yield "program", " ".join(launch.command)
    if view.result is not None and view.result.workdir:
        yield "work folder", view.result.workdir
    for name, version in header.versions.items():
        yield name, version


def signs(view: RunView) -> Iterator[str]:
    """Remarks that a reader must not miss."""
    if view.verdict == "passed" and not view.recording.checks:
        yield "Nothing was checked: that it passed proves little."
    if view.result is not None and view.result.flaky:
        yield f"Flaky: it passed only at attempt {len(view.result.attempts) + 1}."
    if view.result is not None and view.result.healed:
        steps = ", ".join(map(str, view.result.healed))
        yield f"Healed: a model had to find the target of recorded step {steps} again."
    if view.recording.end is None:
        yield "The recording has no end: the run was killed, or is still under way."


def about_pictures(view: RunView) -> str:
    """What was done to the pictures; "" where they are as recorded."""
    smaller = view.album.made_smaller
    if smaller is not None:
        size = "" if smaller.share == 1 else f"at {smaller.share:.0%} of their size and "
        return (
            f"So that the page stays small its larger pictures are {size}lossy; "
            "the recording has them as they were."
        )
    if view.recording.digests and not view.album.pictures:
        return "The pictures are left out, so that the page stays small: `agent report REC` shows them."
    return ""


def about_part(view: RunView) -> str:
    """What is shown of the screen; "" where that is all of it."""
    if view.album.part is None or not view.album.pictures:
        return ""
    return "The pictures show the part of the screen that was ever used."


def when(started: str) -> str:
    """A recorded time, for a person; as it is where it is none."""
    try:
        at = datetime.fromisoformat(started).astimezone(UTC)
    except (ValueError, OverflowError):
        return started
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
