"""Tries at one attempt: errors become outcomes, and what the environment prevented is tried again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.bench.results.attempt import Attempt
from agent.errors import BadInput, ModelFault, in_words
from agent.redact import keys
from agent.usage import Usage

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Benchmark, Item
    from agent.bench.results.attempt import Outcome

TRIES = 3
"""At an attempt that the environment prevents, before the next one is begun."""


def tries(benchmark: Benchmark, item: Item, repeat: int, out: Path) -> list[Attempt]:
    """All tries at one attempt, the last one last.

    Raises:
        BadInput: the data are at fault; nothing is put down to anybody.
    """
    made: list[Attempt] = []
    while not made or (made[-1].outcome == "environment" and len(made) < TRIES):
        made.append(_one_try(benchmark, item, repeat, out))
    return made


def _one_try(benchmark: Benchmark, item: Item, repeat: int, out: Path) -> Attempt:
    began = time.perf_counter()
    try:
        return benchmark.attempt(item, repeat, out)
    except BadInput:
        raise
    except ModelFault as fault:
        return undecided(item, repeat, "model_error", _said(fault), _since(began), fault.usage)
    except Exception as fault:  # noqa: BLE001  (whatever it is, the model has not failed the item)
        return undecided(item, repeat, "environment", _said(fault), _since(began))


def _said(fault: Exception) -> str:
    return keys.hidden(in_words(fault))


def _since(began: float) -> dict[str, float]:
    return {"total": time.perf_counter() - began}


def undecided(
    item: Item,
    repeat: int,
    outcome: Outcome,
    error: str,
    seconds: dict[str, float] | None = None,
    tokens: Usage | None = None,
) -> Attempt:
    """An attempt that says nothing of its item, and why."""
    return Attempt(
        item=item.name,
        repeat=repeat,
        seed=item.seed,
        outcome=outcome,
        score=0,
        groups=item.groups,
        details={"error": error},
        seconds=seconds or {},
        tokens=tokens or Usage(),
    )
