"""Disclosure: the five blocks that say how a figure came about.

Identity, harness, inference settings, cost, failures: what arXiv 2605.21404 looks for in papers about agents.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from agent.bench.results.attempt import OUTCOMES
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config

Block = dict[str, str]
"""What is said of something, by its name."""
_OF_OUTCOME: dict[str, str] = {
    "failed": "model",
    "gave_up": "model",
    "wrong_format": "model",
    "refused": "model",
    "stopped": "limit or guard",
    "model_error": "no reply",
    "environment": "environment",
}
"""Outcome -> what it is put down to."""


def disclosure(config: Config, attempts: Sequence[Attempt], tries: Sequence[Attempt]) -> dict[str, Block]:
    """The blocks of a run.

    Args:
        config: the run's.
        attempts: the last one of each item, seed and repeat.
        tries: all of them.
    """
    return {
        "identity": _identity(config),
        "harness": _harness(config, tries),
        "inference": _inference(config),
        "cost": _cost(attempts, tries),
        "failures": _failures(attempts),
    }


def _identity(config: Config) -> Block:
    versions = ", ".join(f"{name} {version}" for name, version in config.versions.items())
    machine = ", ".join(f"{name} {value}" for name, value in config.machine.items())
    return {
        "benchmark": config.set,
        "data": config.data,
        "model": config.model,
        "versions": versions,
        "machine": machine,
        "begun": config.started,
    }


def _harness(config: Config, tries: Sequence[Attempt]) -> Block:
    prevented = sum(one.outcome == "environment" for one in tries)
    return {
        "items": f"{config.items}, each {config.repeat} times" if config.repeat > 1 else str(config.items),
        "prompts": config.prompts,
        **_flat(config.limits),
        **_flat(config.options),
        "tried again": f"{prevented} tries that the environment prevented; none of the model's",
    }


def _inference(config: Config) -> Block:
    if not config.profile:
        return {"profile": "none: the model has no settings"}
    return _flat(config.profile)


def _cost(attempts: Sequence[Attempt], tries: Sequence[Attempt]) -> Block:
    used = sum((one.tokens for one in tries), Usage())
    whole = [one.seconds.get("total", 0.0) for one in attempts if one.decided]
    per = max(1, len(attempts))
    return {
        "tokens": f"{used.prompt:,} shown, {used.cached:,} of them kept; {used.reply:,} written",
        "tokens an attempt": f"{used.total / per:,.0f}",
        "money": f"{used.cost:g}, {used.cost / per:.2g} an attempt" if used.cost else "0: no price is known",
        "seconds": f"{sum(one.seconds.get('total', 0.0) for one in tries):,.0f}",
        "seconds an attempt": f"median {median(whole):.2f}, longest {max(whole):.2f}" if whole else "-",
    }


def _failures(attempts: Sequence[Attempt]) -> Block:
    told: Block = {}
    for outcome in OUTCOMES:
        number = sum(one.outcome == outcome for one in attempts)
        if number and outcome != "passed":
            told[outcome] = f"{number} ({_OF_OUTCOME[outcome]})"
    return told or {"none": "every attempt passed"}


def _flat(values: Mapping[str, JsonValue], before: str = "") -> Block:
    """Nested values on one level: `sampling.top_p`."""
    told: Block = {}
    for name, value in values.items():
        if isinstance(value, dict):
            told |= _flat(value, f"{before}{name}.")
        elif value is not None:
            told[f"{before}{name}"] = str(value)
    return told
