"""Sample: its run is opened before the solver, judged by its checks behind it, and ended whatever happens."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread
from inspect_ai.scorer import CORRECT, INCORRECT, Score, Scorer, Target, accuracy, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agent.bench.inspect import sessions
from agent.bench.inspect.messages import Order
from agent.bench.inspect.session import Session
from tools.errors import EnvironmentFault
from tools.geometry import Size

if TYPE_CHECKING:
    from agent.runs.report.result import Result

_NOT_THE_MODELS = {"environment_error", "interrupted", "model_error"}
"""Verdicts that say nothing of the model: the sample is an error, and not a miss."""


@solver
def opened() -> Solver:
    """Open the run that the sample's metadata names, in a process and on a display of its own."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        del generate
        session = await to_thread.run_sync(partial(Session, _order(state)))
        sessions.add(state.uuid, session)
        if session.over is not None:
            raise EnvironmentFault(session.over.message)
        return state

    return solve


def _order(state: TaskState) -> Order:
    told = state.metadata
    return Order(
        file=Path(told["file"]),
        number=told["number"],
        values=told["values"],
        size=Size(*told["size"]),
        model=f"inspect:{state.model}",
        steps=told["steps"],
        seconds=told["seconds"],
    )


@scorer(metrics=[accuracy(), stderr()])
def checks() -> Scorer:
    """Our checks: whatever the model says of it, the task is ended as done, and they judge."""

    async def score(state: TaskState, target: Target) -> Score:
        del state, target
        session = sessions.current()
        if session is None:
            raise EnvironmentFault("no desktop was open in this sample")
        over = await to_thread.run_sync(session.end)
        if over.result is None or over.result.verdict in _NOT_THE_MODELS:
            raise EnvironmentFault(over.message)
        return score_of(over.result)

    return score


def score_of(result: Result) -> Score:
    """The score of a run, with its checks and where it is recorded."""
    judged = [
        f"{'held' if one.passed else 'failed'}: {one.kind}: expected {one.expected!r}, got {one.actual!r}"
        for one in result.checks
    ]
    told = {"verdict": result.verdict, "score": result.score, "steps": result.steps}
    return Score(
        value=CORRECT if result.verdict == "passed" else INCORRECT,
        answer=result.verdict,
        explanation="\n".join([result.message, *judged]),
        metadata={**told, "seconds": result.seconds, "recording": result.recording},
    )


async def closed(state: TaskState) -> None:
    """End the run of a sample, and its process."""
    session = sessions.remove(state.uuid)
    if session is not None:
        await to_thread.run_sync(session.close)
