"""Fixture `drift_battery`: recordings replayed on their programs changed in known ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.drift.report import Report


class DriftBattery(Protocol):
    """What the fixture gives."""

    def __call__(
        self,
        *recordings: str | Path,
        drifts: Sequence[str] = (),
        seeds: int = 3,
        first_seed: int = 1,
        inside: bool = False,
        task: str | Path | None = None,
        values: Mapping[str, str] | None = None,
        patience: float | None = None,
    ) -> Report:
        """Replay recordings live under drifts.

        Args:
            recordings: their folders.
            drifts: names, as of `agent drift --drifts`; none: all.
            seeds: so many replays of each.
            first_seed: the seed of the first.
            inside: whether the program drifts itself.
            task: the task file; None: the one that was recorded.
            values: other values of the task's variables.
            patience: seconds that a recorded state may take to appear; None: as of a live replay.

        Raises:
            BadInput: a name, a recording or its task is wrong, or it does not pass without a drift.
            EnvironmentFault: a display or a program that this takes is missing.
        """
        ...


@pytest.fixture
def drift_battery() -> DriftBattery:
    """Replays recordings live on their programs moved, relabelled, disabled ...; gives a report."""
    return _battery


def _battery(
    *recordings: str | Path,
    drifts: Sequence[str] = (),
    seeds: int = 3,
    first_seed: int = 1,
    inside: bool = False,
    task: str | Path | None = None,
    values: Mapping[str, str] | None = None,
    patience: float | None = None,
) -> Report:
    from agent.drift.battery import Plan, drift_battery  # noqa: PLC0415  (heavy: loaded on use)
    from agent.drift.kinds import named  # noqa: PLC0415
    from agent.replay.options import LiveOptions  # noqa: PLC0415

    live = LiveOptions(task=Path(task) if task else None, overrides=values or {})
    if patience is not None:
        live = replace(live, patience=patience)
    plan = Plan(named(drifts), tuple(range(first_seed, first_seed + seeds)), inside, live)
    return drift_battery([Path(recording) for recording in recordings], plan)
