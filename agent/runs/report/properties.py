"""Properties of a run, as JUnit files and other reports have them beside its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.runs.demand import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.runs.report.result import Result

_PARTS = ("model", "settling", "acting", "reading", "recording")


def properties(result: Result) -> list[tuple[str, object]]:
    """Names and values: what came of it, what it took, what it cost."""
    return [
        ("agent_verdict", "healed" if result.healed else result.verdict),
        ("agent_message", shown(result.message)),
        ("agent_model", result.model),
        ("agent_steps", result.steps),
        ("agent_seconds", result.seconds),
        *((f"agent_{name}_s", result.timing[name]) for name in _PARTS if name in result.timing),
        *_if_any(result),
    ]


def _if_any(result: Result) -> Iterator[tuple[str, object]]:
    if result.healed:
        yield "agent_healed", ", ".join(f"step {step}" for step in result.healed)
    if result.score is not None:
        yield "agent_score", round(result.score, 6)
    if result.tags:
        yield "agent_tags", ", ".join(result.tags)
    if result.tokens:
        yield "agent_tokens", result.tokens
    if result.cost:
        yield "agent_cost", result.cost
