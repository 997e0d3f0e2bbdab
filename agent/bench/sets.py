"""Sets by name: what makes each, loaded on use. Light."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.bench.benchmark import Benchmark

SETS: dict[str, str] = {}
"""Name -> the function that makes the set of what is asked for: `module:function`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a set."""

    name: str
    model: str
    data: Path | None = None
    ground: str | None = None
    """How the model looks again (`--ground`)."""
    grounder: str | None = None
    """Another model, that points."""
    seeds: int | None = None
    """Variants of each item, where the set has them; None: as many as the set takes by itself."""
    max_steps: int | None = None
    timeout: float | None = None


def load_set(asked: Asked) -> Benchmark:
    """The set, with the model that is to attempt it.

    Raises:
        BadInput: data or model are wrong for it.
        ModelFault: the model can't be loaded.
    """
    module, _, function = SETS[asked.name].partition(":")
    make: Callable[[Asked], Benchmark] = getattr(import_module(module), function)
    return make(asked)
