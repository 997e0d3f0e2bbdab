"""Attempts at one run: done again while it does not pass, and told as flaky if it passes then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from agent.episode import ending_by
from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.runs.report.kept import keep_all
from agent.runs.report.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.episode import Verdict, Watcher
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned


class Does(Protocol):
    """What does one run: a model, or a recording."""

    def __call__(self, planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = ()) -> Result:
        """Do it. Raises BadInput."""
        ...


def attempt(
    planned: Planned,
    options: RunOptions,
    watchers: Sequence[Watcher] = (),
    *,
    does: Does,
    retries: int,
    starting: Callable[[str], None] = lambda _name: None,
) -> Result:
    """Do it, and again up to `retries` times if it does not pass; one that was interrupted is not done again.

    Args:
        planned: which run.
        options: as of any run.
        watchers: who is told.
        does: does it once.
        retries: so many more times.
        starting: is told, before each of these, what it is and what came before.

    Raises:
        BadInput: as `does`.
    """
    followed = planned.record is not None and (planned.record / SESSION).exists()
    result = _once(does, planned, options, watchers)
    before: list[Result] = []
    while result.verdict not in ("passed", "interrupted") and len(before) < retries:
        before.append(result)
        starting(f"{planned.label}  (retry {len(before)} of {retries}; {result.verdict}: {result.message})")
        again = planned if followed else planned.again(len(before))
        result = _once(does, again, options, watchers)
    flaky = bool(before) and result.verdict == "passed"
    result = result.model_copy(update={"flaky": flaky, "attempts": tuple(before)})
    keep_all([*before, result])
    return result


def _once(does: Does, planned: Planned, options: RunOptions, watchers: Sequence[Watcher]) -> Result:
    """Do it; what keeps it from beginning is its verdict, and the other runs go on.

    Raises:
        BadInput: as `does`.
    """
    try:
        return does(planned, options, watchers)
    except BadInput:
        raise
    except Exception as error:
        if options.debug:
            raise
        ending = ending_by(error)
        return not_done(planned, options, ending.verdict, ending.message)


def not_done(planned: Planned, options: RunOptions, verdict: Verdict, message: str) -> Result:
    """The result of a run of which nothing else is known."""
    return Result(
        task=planned.label,
        model=options.model or planned.run.file.written.model,
        verdict=verdict,
        message=message,
        file=str(planned.run.file.document.path),
        line=planned.run.where[1],
        csv=planned.csv,
        tags=planned.run.file.written.tags,
    )
