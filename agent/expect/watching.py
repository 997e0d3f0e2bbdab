"""Watching of an expectation over several looks: until it holds and has held still, or its time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.expectation import Absent, Visible
from agent.expect.judging import Sight, judge
from agent.judged import Judged
from agent.printing.escapes import visible
from agent.task.readings import with_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.expect.expectation import Wanted
    from agent.judged import Kind
    from agent.task import TaskStep
    from tools.locate.look import Look

GLANCE = 1.0
"""Seconds that what need not come may take to come, that a text must stay away to be believed gone,
and that one which is there may take to go."""
STILL = 0.5
"""Seconds for which what a field shows, or a widget's state, must hold to be believed."""
_LONGEST = 300
"""Characters of a text in a result."""


class Watch:
    """One expectation, from the first look at it on.

    Args:
        wanted: what is expected.
        limit: seconds that it may take to come.
        clock: monotonic seconds.
        at_once: whether the first look decides: somebody else has waited already.
    """

    def __init__(
        self, wanted: Wanted, limit: float, clock: Callable[[], float], *, at_once: bool = False
    ) -> None:
        self.wanted, self._limit, self._clock, self._at_once = wanted, limit, clock, at_once
        self._began = self._now = clock()
        self._since: float | None = None
        """Since when it holds."""
        self.sight = Sight(None, "it was not looked at")
        """What the last look said."""

    @property
    def seconds(self) -> float:
        """From the beginning to the last look."""
        return self._now - self._began

    def look(self, look: Look) -> float:
        """Seconds until a look decides; 0 or less: this one has."""
        before, self.sight, self._now = self.sight, judge(self.wanted, look), self._clock()
        holds_on = self._since is not None and before.value == self.sight.value
        if not self.sight.holds:
            self._since = None
        elif not holds_on:
            self._since = self._now
        if self._at_once:
            return 0.0
        if self._since is not None:
            return still(self.wanted) - (self._now - self._since)
        return self._limit - self.seconds

    def judged(
        self, kind: Kind, number: int, step: TaskStep, values: Mapping[str, str], name: str = ""
    ) -> Judged:
        """What it has come to.

        Args:
            kind: of the sentence.
            number: of the sentence, from 1.
            step: the sentence as it is written.
            values: that were read before.
            name: of the variable that is read.
        """
        sight = self.sight
        unsure = "unsure: " if sight.holds is None else ""
        return Judged(
            kind=kind,
            step=number,
            line=step.line,
            what=short(with_values(step.text, values)),
            passed=bool(sight.holds),
            expected=short(str(self.wanted)),
            actual=short(f"{unsure}{sight.seen}"),
            name=name,
            value=sight.value if sight.holds else "",
            seconds=round(self.seconds, 3),
        )


def limit_of(wanted: Wanted, patience: float, seconds: float | None) -> float:
    """Seconds that something may take to come, or to go: as a step says, or as is usual."""
    usual = GLANCE if isinstance(wanted, Absent) else patience
    return usual if seconds is None else seconds


def still(wanted: Wanted) -> float:
    """Seconds for which something must hold; a text that came may go again at once."""
    if isinstance(wanted, Visible):
        return 0.0
    return GLANCE if isinstance(wanted, Absent) else STILL


def short(text: str) -> str:
    """A text fit to be shown and kept: printable, and not long."""
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
