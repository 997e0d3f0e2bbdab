"""Conversion of an episode's values into the lines of a recording. Pure but for versions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agent.protocol.prompt import prompt_digest, request_text
from agent.recording.lines import FORMAT, CheckLine, EndLine, Header, StepLine
from agent.redact.references import SECRET
from agent.versions import versions

if TYPE_CHECKING:
    from agent.checks import CheckResult
    from agent.episode import Ending, Step
    from agent.recording.lines import Parent
    from agent.task import Task
    from tools.action import Action
    from tools.geometry import Size

_VERSIONED = (
    "mss",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "pillow",
    "pyautogui",
    "pydantic",
    "rapidocr",
)


def header(task: Task, system: str, model: str, display: str, parent: Parent | None, size: Size) -> Header:
    """The first line: the header.

    Args:
        task: the task.
        system: the system text of every prompt.
        model: the name of the model that decides.
        display: where the task runs.
        parent: the recording that this one goes on from.
        size: of the frames, in pixels.
    """
    return Header(
        format=FORMAT,
        task=task,
        task_sha256=task.digest,
        model=model,
        system=system,
        versions=versions(_VERSIONED),
        display=display,
        size=size,
        started=datetime.now(UTC).isoformat(timespec="milliseconds"),
        parent=parent,
    )


def step_line(step: Step) -> StepLine:
    """The line of a step."""
    seen = step.observation
    return StepLine(
        index=step.index,
        frame=seen.frame.digest,
        quiet=seen.settled.quiet,
        changed=seen.settled.changed,
        pointer=seen.pointer,
        prompt=prompt_digest(step.prompt),
        request=request_text(step.prompt),
        reply=step.completion.text,
        replies=step.completion.replies,
        usage=step.completion.usage,
        call=step.call,
        action=action_fields(step.action),
        outcome=step.outcome,
        note=step.note,
        aside=step.completion.aside,
        judged=step.completion.judged,
        timing={name: round(seconds, 6) for name, seconds in step.timing},
    )


def check_line(check: CheckResult) -> CheckLine:
    """The line of a check."""
    return CheckLine(
        kind=check.kind,
        what=check.what,
        passed=check.passed,
        expected=check.expected,
        actual=check.actual,
        line=check.line,
        weight=check.weight,
        picture=check.picture,
        timing={"seconds": round(check.seconds, 6)},
    )


def end_line(ending: Ending, steps: int, frame: str | None, seconds: float) -> EndLine:
    """The last line.

    Args:
        ending: how the episode ended.
        steps: how many there were.
        frame: digest of the last frame, if no step was made of it.
        seconds: duration of the episode.
    """
    return EndLine(
        verdict=ending.verdict,
        message=ending.message,
        outside=ending.outside,
        steps=steps,
        usage=ending.usage,
        frame=frame,
        timing={"seconds": round(seconds, 3)},
    )


def action_fields(action: Action | None) -> dict[str, Any] | None:
    """Fields of an action as a recording holds them: plain values, secrets by name."""
    if action is None:
        return None
    fields = action.model_dump(mode="json")
    if isinstance(fields.get("text"), str) and SECRET.search(fields["text"]):
        pieces = SECRET.split(fields["text"])  # text and names of secrets by turns
        parts = [{"secret": piece} if index % 2 else piece for index, piece in enumerate(pieces)]
        fields["text"] = [part for part in parts if part]
    return fields
