"""Answer: what a client is told of a run, and what came of it for somebody who may want to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from agent.episode import Verdict

if TYPE_CHECKING:
    from agent.mcp.runs.job import Done
    from agent.runs.report.result import Result

State = Literal["running", "asking", "ended"]
Outcome = Literal["done", "not_done", "failed", "not_sure"]


class Checked(BaseModel):
    """A check of the task."""

    model_config = ConfigDict(frozen=True)
    what: str
    """What was looked at."""
    passed: bool
    expected: str
    actual: str
    held_before: bool = False
    """It held before anything was done as well, and so proves nothing."""


class Answer(BaseModel):
    """A run, as far as it has come."""

    # What a value means stands in the tool's description and in `next_step`: a schema costs clients tokens,
    # once a tool.
    model_config = ConfigDict(frozen=True)
    run: str
    """Its handle, for get_run."""
    state: State
    outcome: Outcome | None = None
    """Once it has ended. done: all checks hold. not_done: nothing was done to the program. failed: something
    was done, and a check says that it is wrong. not_sure: it was cut off; part of it was done, or may have
    been: look before you try again."""
    safe_to_retry: bool = False
    """Whether calling again can't do anything twice: nothing was done."""
    next_step: str
    verdict: Verdict | None = None
    message: str = ""
    step: int = 0
    """Of the steps, how many were done."""
    steps: int = 0
    """How many there are; 0: not known."""
    doing: str = ""
    """The last step that was done."""
    question: str | None = None
    """What a person has to allow before it goes on."""
    checks: tuple[Checked, ...] = ()
    healed: tuple[int, ...] = ()
    """Recorded steps whose target had to be found anew."""
    values: dict[str, str] = {}
    """What steps have read from the screen."""
    seconds: float = 0.0
    recording: str | None = None
    """Folder of its recording."""
    report: str | None = None
    """An HTML page about it: each step with its picture."""
    picture: str | None = None
    """The last screen of a run that did not pass; of one that asks, the place that it asks about."""
    request_id: str | None = None


def answer_of(run: str, done: Done, request_id: str | None) -> Answer:
    """The answer of a run that came to a result."""
    result = done.result
    outcome = outcome_of(result, acted=done.acted)
    return Answer(
        run=run,
        state="ended",
        outcome=outcome,
        safe_to_retry=outcome == "not_done",
        next_step=next_step(outcome, done.last, proof=any(not check.before for check in result.checks)),
        verdict=result.verdict,
        message=result.message,
        step=result.steps,
        steps=result.steps,
        doing=done.last,
        checks=tuple(
            Checked(
                what=check.what,
                passed=check.passed,
                expected=check.expected,
                actual=check.actual,
                held_before=check.before,
            )
            for check in result.checks
        ),
        healed=result.healed,
        values=result.values,
        seconds=result.seconds,
        recording=result.recording,
        report=str(done.report) if done.report else None,
        picture=result.picture,
        request_id=request_id,
    )


def outcome_of(result: Result, *, acted: bool) -> Outcome:
    """What came of it. Without a judgement on what was done it is not known."""
    if result.verdict == "passed":
        return "done"
    if not acted:
        return "not_done"
    judged = result.verdict == "failed" and any(not check.passed for check in result.checks)
    return "failed" if judged else "not_sure"


def next_step(outcome: Outcome, at: str, *, proof: bool = True) -> str:
    """What a careful caller does now.

    Args:
        outcome: of the run.
        at: the last step that was surely done, in words; "" if none is known.
        proof: whether a check says so that did not hold before anything was done.
    """
    match outcome:
        case "done":
            said = "the checks hold" if proof else "no check proves what was saved: look if that matters"
            return f"Nothing: it is done, and {said}. Calling again would do it once more."
        case "not_done":
            return "Nothing was done. Mend what the message says; then you may call again (new request_id)."
        case "failed":
            return (
                "A check says that what was done is wrong: see the checks that failed, the picture and the "
                "report. Put right what it left behind before you call again, or a part may be there twice."
            )
        case "not_sure":
            last = f" The last step that was surely done is {at}" if at else ""
            return (
                f"It was cut off.{last} Look in the program, or at the picture and the report, what is "
                "there by now before you call again, or a part may be done twice."
            )
