"""Solvers of the scripted player, by task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.miniwob.players.solvers import clicking, entering, looking, searching

if TYPE_CHECKING:
    from agent.bench.miniwob.players.solvers.solver import Solver

SOLVERS: dict[str, Solver] = {**clicking.SOLVERS, **entering.SOLVERS, **looking.SOLVERS, **searching.SOLVERS}
