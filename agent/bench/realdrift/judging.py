"""Outcome of a replay on another release, made of its recording alone. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from agent.bench.ended import ended
from agent.checks import CheckResult
from agent.replay.offline import recorded_checks

if TYPE_CHECKING:
    from pydantic import JsonValue

    from agent.bench.results.attempt import Outcome
    from agent.recording.reading import Recording

Became = Literal["survived", "healed", "stopped", "silently wrong"]
"""Said passed, and all is saved as it should be; likewise, but a model had to find a target again; did not
say passed; said passed, though what is saved is wrong."""
KIND = "saved"
_OUTCOMES: dict[Became, Outcome] = {
    "survived": "passed",
    "healed": "passed",
    "stopped": "stopped",
    "silently wrong": "failed",
}


def saved_check(saved: JsonValue, item: str) -> CheckResult:
    """What the program had saved when a replay said that it was done.

    It always holds: it is written down for the harness, and the replay's verdict knows nothing of it.
    """
    told = json.dumps(saved)
    return CheckResult(
        kind=KIND, what=item, passed=True, expected="told, not judged", actual=told, seconds=0.0
    )


def judged(recording: Recording, wanted: JsonValue) -> dict[str, Any]:
    """What a replay came to: the fields of an `Attempt` that hang on its recording alone.

    Args:
        recording: of the replay.
        wanted: what is saved when all is done as it should be.
    """
    end = recording.end
    verdict = end.verdict if end else "environment_error"
    saved = [json.loads(one.actual) for one in recorded_checks(recording) if one.kind == KIND]
    details: dict[str, Any] = {"verdict": verdict, "message": end.message if end else ""}
    made = ended(recording)
    if made["outcome"] not in ("environment", "model_error"):
        is_right = bool(saved) and saved[-1] == wanted
        became = _became(recording, passed=verdict == "passed", is_right=is_right)
        details |= {"became": became, **({"saved": saved[-1]} if saved else {})}
        made["outcome"] = _OUTCOMES[became]
    return {**made, "score": float(made["outcome"] == "passed"), "details": details}


def _became(recording: Recording, *, passed: bool, is_right: bool) -> Became:
    if not passed:
        return "stopped"
    if not is_right:
        return "silently wrong"
    is_healed = any(reply.role == "heal" for step in recording.steps for reply in step.replies)
    return "healed" if is_healed else "survived"
