"""`RealDriftItems`: pairs of releases, each without a regression and with each, healed and not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.benchmark import Item
from agent.bench.realdrift.judging import judged
from agent.bench.realdrift.releases import ReleaseSet
from agent.bench.replayed import replayed
from agent.errors import BadInput

if TYPE_CHECKING:
    from agent.bench.realdrift.releases import Pair
    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config

NONE = "none"
"""No regression."""
HEALINGS = ("without", "with")
"""Whether a model may find again what nothing else finds."""


class RealDriftItems:
    """What is replayed on what.

    Args:
        releases: the data.
    """

    name = "realdrift"
    apart: str | None = "healing"

    def __init__(self, releases: ReleaseSet) -> None:
        self.releases = releases

    def digest(self) -> str:
        """SHA-256 of the programs, the task and the recordings."""
        return self.releases.digest()

    def items(self) -> list[Item]:
        """All of one pair, then all of the next.

        Raises:
            BadInput: there is no pair.
        """
        pairs = self.releases.pairs
        if not pairs:
            raise BadInput(f"{self.releases.folder}: no library has a recorded release and a later one")
        faults = (NONE, *self.releases.regressions)
        return [_item(pair, fault, healing) for pair in pairs for fault in faults for healing in HEALINGS]

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by an offline replay of its recording.

        Raises:
            BadInput: the recording was altered, is another item's, or replays otherwise.
        """
        if attempt.outcome == "environment":
            return attempt
        recording = replayed(attempt, out)
        values = recording.header.task.vars
        was = (values.get("release"), values.get("regression"), Path(values.get("state", "")).stem)
        groups = attempt.groups
        if was != (groups["replayed"], groups["regression"], groups["healing"]) or not _is_named(attempt):
            raise BadInput(f"{recording.folder}: is a recording of {was}, not of {attempt.item}")
        return attempt.model_copy(update=judged(recording, self.releases.wanted))


def _item(pair: Pair, regression: str, healing: str) -> Item:
    groups: dict[str, str | tuple[str, ...]] = {
        "healing": healing,
        "regression": regression,
        "library": pair.library,
        "recorded": pair.recorded,
        "replayed": pair.replayed,
    }
    return Item(f"{pair}, {regression}, {healing} healing", groups=groups)


def _is_named(attempt: Attempt) -> bool:
    """Whether an attempt's breakdowns are its item's."""
    told = {key: str(value) for key, value in attempt.groups.items()}
    pair = f"{told['recorded']} on {told['replayed']}"
    return attempt.item == f"{pair}, {told['regression']}, {told['healing']} healing"


def realdrift_items(config: Config, data: Path | None) -> RealDriftItems:
    """The items of a run.

    Raises:
        BadInput: no data are named, or they are no such folder.
    """
    del config
    return RealDriftItems(read_releases(data))


def read_releases(data: Path | None) -> ReleaseSet:
    """The data of the set.

    Raises:
        BadInput: none are named, or they are no such folder.
    """
    if data is None:
        raise BadInput(
            "bench realdrift: name its folder (--data DIR); `python -m benchmarks.realdrift DIR` makes one"
        )
    return ReleaseSet(data)
