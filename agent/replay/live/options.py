"""Options of a replay player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.values.substitutions import Substitutions
from agent.replay.options import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.replay.heal.healer import Healer
    from agent.replay.live.ignored import IgnoredRegion


@dataclass(frozen=True, slots=True)
class PlayerOptions:
    """What one replay is given besides its recording."""

    substitutions: Substitutions = Substitutions()  # noqa: RUF009  (frozen)
    reading: Callable[[Mapping[str, str]], Substitutions] | None = None
    """The substitutions once this run has read these values; None: it reads none."""
    ignored: tuple[IgnoredRegion, ...] = ()
    """Where screens may differ from the recorded ones."""
    learning: bool = False
    """Whether numbers and dates may differ, so that masks can be learnt from where they do."""
    patience: float = PATIENCE
    healer: Healer | None = None
    """Finds a target that no rung found; None: the replay stops there."""
