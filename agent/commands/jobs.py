"""Runs side by side (`--jobs`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands.crew import Work
from agent.commands.spread import spread
from agent.runs.attempts import not_done

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.runs.attempts import Does
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result


def side_by_side(jobs: int, planned: Sequence[Planned], run: Does, options: RunOptions) -> Iterator[Result]:
    """The results as they come; after one that was interrupted no run is begun.

    Raises:
        KeyboardInterrupt: at the end, if there are runs that came to no result.
    """

    def lost(one: Planned, said: str) -> Result:
        return not_done(one, options, "environment_error", said)

    return spread(jobs, planned, Work(run, options, lost, _was_interrupted))


def _was_interrupted(result: Result) -> bool:
    return result.verdict == "interrupted"
