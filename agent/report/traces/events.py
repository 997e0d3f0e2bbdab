"""Events of a trace, as Playwright's viewer reads them. Pure.

Version 9 of its format. Each step is a `before` with its parameters, an `input` with its place, its words as
`log`, and an `after` with what went wrong and its attachments; `agent.report.traces.looks` has its pictures.
Times are milliseconds; the run's first look is at `START`, since the viewer takes 0 for no time.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agent import __version__
from agent.printing.escapes import visible
from agent.report.story import seconds_of, steps_of
from agent.report.traces.looks import PAGE, Looks, viewport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.recording.lines import CheckLine
    from agent.recording.reading import Recording
    from agent.report.story import StoryStep
    from agent.report.traces.looks import Event

VERSION = 9
"""Of the format: a viewer refuses one that is newer than itself, and takes all that are older."""
START = 1000.0
_LONGEST = 200
"""Characters of a step's title: the viewer shows one line."""


class Events:
    """The events of a recording, and the texts that they attach."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._looks = Looks(recording.header.size)
        self.attached: dict[str, str] = {}
        """By their names in the archive."""

    def all(self) -> list[Event]:
        """In order."""
        events, at = [self._options()], START
        for step in steps_of(self._recording):
            at = START + 1000 * (step.began + step.seconds)
            events += self._step(step, START + 1000 * step.began, at)
        return [*events, *self._checks(at), *self._end()]

    def _options(self) -> Event:
        header = self._recording.header
        return {
            "type": "context-options",
            "version": VERSION,
            "origin": "library",
            "browserName": "desktop",
            "playwrightVersion": f"deskhand {__version__}",
            "platform": visible(header.versions.get("platform", "")),
            "title": _line(f"{header.task.label}: {header.task.instruction}"),
            "wallTime": _wall_time(header.started),
            "monotonicTime": START,
            "sdkLanguage": "python",
            "options": {"viewport": viewport(header.size)},
            "contextId": "desktop",
        }

    def _step(self, step: StoryStep, begins: float, ends: float) -> Iterator[Event]:
        call = f"step@{step.index}"
        yield _before(call, step.title, begins, _params(step))
        yield from self._looks.at(call, "before", step.line.frame, begins)
        if step.point:
            yield {"type": "input", "callId": call, "point": {"x": step.point.x, "y": step.point.y}}
            yield from self._looks.at(call, "action", step.line.frame, begins)
        for said in filter(None, (step.thought, step.done, step.line.note)):
            yield {"type": "log", "callId": call, "time": begins, "message": visible(said)}
        if step.after:
            yield from self._looks.at(call, "after", step.after, ends)
        after = {"type": "after", "callId": call, "endTime": ends, "attachments": self._replies(step)}
        yield after if step.is_done else after | _error(f"{step.line.outcome}: {step.line.note}")

    def _replies(self, step: StoryStep) -> list[dict[str, str]]:
        """The raw replies, attached whole."""
        replies = {f"step-{step.index:03}-reply.txt": step.line.reply}
        for number, one in enumerate(step.line.replies, 1):
            replies[f"step-{step.index:03}-reply-{number}.txt"] = f"{one.role} of {one.model}\n\n{one.text}"
        self.attached |= {f"resources/{name}": text for name, text in replies.items()}
        return [{"name": name, "contentType": "text/plain", "file": f"resources/{name}"} for name in replies]

    def _checks(self, at: float) -> Iterator[Event]:
        """The checks, as actions."""
        for number, check in enumerate(self._recording.checks, 1):
            ends = at + check.timing.get("seconds", 0.0) * 1000
            yield from _check(f"check@{number}", check, at, ends)
            at = ends

    def _end(self) -> Iterator[Event]:
        end = self._recording.end
        said = "the run was cut off" if end is None else f"{end.verdict}: {end.message}"
        at = START + seconds_of(self._recording) * 1000
        yield {"type": "stdout", "timestamp": at, "text": f"{visible(said)}\n"}
        if end is None or end.verdict != "passed":
            yield {"type": "error", "message": visible(said)}


def _check(call: str, check: CheckLine, begins: float, ends: float) -> Iterator[Event]:
    told = {name: visible(getattr(check, name)) for name in ("kind", "what", "expected", "actual")}
    yield _before(call, f"Check {check.kind}: {check.what}", begins, told)
    after = {"type": "after", "callId": call, "endTime": ends}
    wrong = f"expected {check.expected}, actual {check.actual}"
    yield after if check.passed else after | _error(wrong)


def _before(call: str, title: str, begins: float, params: dict[str, Any]) -> Event:
    return {
        "type": "before",
        "callId": call,
        "stepId": call,
        "startTime": begins,
        "class": "Desktop",
        "method": "act",
        "title": _line(title),
        "params": params,
        "pageId": PAGE,
    }


def _params(step: StoryStep) -> dict[str, Any]:
    """The tool call, what became of it in pixels, and the outcome."""
    call = step.line.call.model_dump(mode="json", exclude_none=True) if step.line.call else {}
    words = {name: visible(value) if isinstance(value, str) else value for name, value in call.items()}
    done = {"done": visible(step.done)} if step.done else {}
    return words | done | {"outcome": step.line.outcome}


def _error(message: str) -> Event:
    return {"error": {"name": "Error", "message": visible(message)}}


def _line(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _wall_time(started: str) -> float:
    """Milliseconds since 1970; 0 where a recording tells no time."""
    try:
        return datetime.fromisoformat(started).astimezone(UTC).timestamp() * 1000
    except (ValueError, OverflowError):
        return 0.0
