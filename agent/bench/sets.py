"""Sets by name: what makes each, loaded on use. Light."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from agent.errors import BadInput, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.bench.benchmark import Benchmark, ItemSet
    from agent.bench.grounding.layouts.sample import Language
    from agent.bench.results.config import Config

_GROUNDING = ("screenspot", "screenspot-v2", "screenspot-pro", "osworld-g")
SETS: dict[str, str] = {
    **dict.fromkeys(_GROUNDING, "agent.bench.grounding.set:grounding_set"),
    "miniwob": "agent.bench.miniwob.set:MiniWob",
    "suite": "agent.bench.suite.set:Suite",
    "componentbench": "agent.bench.componentbench.set:ComponentBench",
    "realdrift": "agent.bench.realdrift.set:RealDrift",
}
"""Name -> the function that makes the set of what is asked for: `module:function`."""
ITEM_SETS: dict[str, str] = {
    **dict.fromkeys(_GROUNDING, "agent.bench.grounding.items:grounding_items"),
    "miniwob": "agent.bench.miniwob.items:miniwob_items",
    "suite": "agent.bench.suite.items:suite_items",
    "componentbench": "agent.bench.componentbench.items:componentbench_items",
    "realdrift": "agent.bench.realdrift.items:realdrift_items",
}
"""Name -> the function that makes the set without a model, of a configuration and the folder of data."""


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
    language: Language | None = None
    """Of the instructions, where the set has others than English ones; None: English."""
    max_steps: int | None = None
    timeout: float | None = None


def load_set(asked: Asked) -> Benchmark:
    """The set, with the model that is to attempt it.

    Raises:
        BadInput: data or model are wrong for it.
        ModelFault: the model can't be loaded.
    """
    make: Callable[[Asked], Benchmark] = _function(SETS[asked.name])
    return make(asked)


def load_items(config: Config, data: Path | None) -> ItemSet:
    """The set that a run was made of, to judge its attempts anew.

    Args:
        config: the run's.
        data: the folder of the data, where the set needs one.

    Raises:
        BadInput: the set is unknown here, or its data are wrong.
    """
    if config.set not in ITEM_SETS:
        raise BadInput(f'the set "{config.set}" is unknown; {nearest(config.set, ITEM_SETS)}')
    make: Callable[[Config, Path | None], ItemSet] = _function(ITEM_SETS[config.set])
    return make(config, data)


def _function(path: str) -> Any:
    module, _, function = path.partition(":")
    return getattr(import_module(module), function)
