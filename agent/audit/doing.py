"""Doing of mutants: a run like any other, of another task."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from agent.audit.idle import IdleModel
from agent.audit.lies import Lie
from agent.runs.planning.plan import Planned
from agent.runs.run import run_one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.audit.mutants import Mutant
    from agent.episode import Watcher
    from agent.runs.options import RunOptions
    from agent.runs.report.result import Result
    from agent.runs.setup import DesktopSetup


class Replays(Protocol):
    """What replays a recording live with a mutant's change."""

    def __call__(
        self,
        planned: Planned,
        options: RunOptions,
        watchers: Sequence[Watcher] = (),
        mutant: Mutant | None = None,
        turn: int = 0,
        desktop: DesktopSetup | None = None,
    ) -> Result:
        """Do it once. Raises BadInput."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """One mutant to be done, once."""

    mutant: Mutant
    number: int
    """Of the mutant among those of its run, from 1."""
    value: int = 0
    """Which of its values is entered."""
    again: bool = False
    """Whether it was tried before, and something outside of it came in between."""

    def planned(self, baseline: Planned) -> Planned:
        """The run, with a name that no other turn has."""
        value = f".{self.value + 1}" if self.value else ""
        again = " again" if self.again else ""
        return Planned(baseline.run, f"{baseline.label} mutant {self.number}{value}{again}", None)


@dataclass(frozen=True, slots=True)
class DoMutants:
    """Does the mutants whose turn it is, each known by the name of its run; can be sent to a process."""

    turns: Mapping[str, Turn]
    replays: Replays | None = None
    """Replays a recording with a mutant's change; None: the embedded model does the mutants."""

    def __call__(self, planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = ()) -> Result:
        """Do one. Raises BadInput as `run_one`."""
        turn = self.turns[planned.label]
        if not turn.mutant.lie:
            return self._done(turn, planned, options, watchers)
        with TemporaryDirectory(prefix="deskhand-audit-") as folder:
            lie = Lie(turn.mutant.lie, Path(folder) / "events")
            return lie.judged(self._done(turn, planned, options, watchers, lie.setup))

    def _done(
        self,
        turn: Turn,
        planned: Planned,
        options: RunOptions,
        watchers: Sequence[Watcher],
        desktop: DesktopSetup | None = None,
    ) -> Result:
        mutant = turn.mutant
        model = IdleModel() if mutant.kind == "nothing done" and not mutant.keeps else None
        if self.replays is not None and model is None:
            return self.replays(planned, options, watchers, mutant, turn.value, desktop)
        alter = partial(mutant.of, turn=turn.value)
        return run_one(planned, options, watchers, alter=alter, model=model, desktop=desktop)
