"""A small benchmark for tests: what comes of each item is told beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.benchmark import About, Item
from agent.bench.results.attempt import Attempt, Outcome
from agent.bench.results.config import Config
from agent.bench.sets import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from agent.bench.benchmark import Groups

Comes = Outcome | Exception | BaseException


def made(item: str = "a", outcome: Outcome = "passed", repeat: int = 0, **fields: object) -> Attempt:
    """An attempt."""
    score = 1.0 if outcome == "passed" else 0.0
    told = {"item": item, "repeat": repeat, "seed": 0, "outcome": outcome, "score": score}
    return Attempt.model_validate({**told, **fields})


def configured(**changes: object) -> Config:
    """A configuration of two items."""
    fields = {
        "set": "told", "data": "d" * 64, "items": 2, "selected": "s" * 64, "model": "m", "prompts": "p" * 64,
        "repeat": 1,
    }  # fmt: skip
    return Config.model_validate({**fields, **changes})


class ToldSet:
    """Items `a`, `b` ..., and for each what comes of one try after another, the last one for ever."""

    name = "told"
    apart: str | None = None

    def __init__(self, comes: dict[str, Sequence[Comes]], groups: dict[str, Groups] | None = None) -> None:
        self.comes = {name: list(outcomes) for name, outcomes in comes.items()}
        self.groups = groups or {}
        self.asked: list[tuple[str, int]] = []
        self.prepared = self.closed = 0
        self.model = "m"
        self.before: Callable[[Path], None] = lambda _out: None

    def digest(self) -> str:
        return "d" * 64

    def about(self) -> About:
        return About(model=self.model, prompts="p" * 64)

    def items(self) -> list[Item]:
        return [Item(name, groups=self.groups.get(name, {})) for name in self.comes]

    def prepare(self) -> None:
        self.prepared += 1

    def close(self) -> None:
        self.closed += 1

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        self.before(out)
        self.asked.append((item.name, repeat))
        left = self.comes[item.name]
        comes = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(comes, BaseException):
            raise comes
        return made(item.name, comes, repeat, groups=item.groups)

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """As its item's reply says: what it comes to stands in it; without one it stays."""
        del out
        if attempt.reply is None:
            return attempt
        return made(**{**attempt.model_dump(), "outcome": attempt.reply, "score": attempt.reply == "passed"})


def told_set(asked: Asked) -> ToldSet:
    """A set by name: `a` passes, `b` misses, and `c` never comes about."""
    benchmark = ToldSet(
        {"a": ["passed"], "b": ["failed"], "c": ["environment"]},
        {"a": {"platform": "web", "type": ("text", "icon")}, "b": {"platform": "desktop"}},
    )
    benchmark.model = asked.model
    return benchmark


def told_items(config: Config, data: Path | None) -> ToldSet:
    """The same without a model."""
    del data
    return told_set(Asked("told", config.model))
