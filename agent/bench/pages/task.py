"""Task of an episode on a page. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.task import Limits, Task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Item


def page_task(set_name: str, item: Item, instruction: str, limits: Limits, page: Path, digest: str) -> Task:
    """The task of an item, which its recording holds: another item's is noticed by it.

    What the last step led to is seen at one more look: only an end can come of that (`UntilOver`).

    Args:
        set_name: the set's.
        item: names task and seed.
        instruction: what the page asks for, word for word.
        limits: of the run.
        page: where the task stands; no path of this machine.
        digest: SHA-256 of that.
    """
    return Task(
        id=f"{set_name} {item.name} seed {item.seed}",
        instruction=instruction,
        vars=named(item.name, item.seed),
        limits=limits.model_copy(update={"steps": limits.steps + 1}),
        source=page,
        digest=digest,
    )


def named(item: str, seed: int) -> dict[str, str]:
    """What a task says of its item."""
    return {"task": item, "seed": str(seed)}
