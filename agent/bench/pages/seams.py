"""Between the loop and a page: nothing is done once its episode is over, and the run ends then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted, MalformedCall
from agent.model import Completion
from agent.protocol.toolcall import WaitCall, parse_tool_call
from agent.protocol.write import finish
from tools.errors import ScreenChanged
from tools.guard import Guard

if TYPE_CHECKING:
    from agent.bench.pages.episode import PageEpisode
    from agent.model import Model, Prompt
    from agent.task import Task
    from tools.action import Action
    from tools.desktop import Desktop
    from tools.observation import Observation

OVER = "The page has ended its episode."
_LEAVING = Guard(
    chords=frozenset(
        frozenset(chord.split("+"))
        for chord in (
            "alt+f4", "alt+home", "alt+left", "alt+right", "ctrl+d", "ctrl+f4", "ctrl+h", "ctrl+j", "ctrl+l",
            "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+q", "ctrl+r", "ctrl+s", "ctrl+t", "ctrl+u", "ctrl+w",
            "ctrl+shift+c", "ctrl+shift+i", "ctrl+shift+j", "ctrl+-", "ctrl+=", "ctrl++", "ctrl+0",
            "f5", "f6", "f11", "f12",
        )
    )
)  # fmt: skip
"""Chords by which a browser is closed, another page or window opened, the page's text and elements shown:
there stands what the agent must not know, and an attempt would leave its traces to the next."""


class PageDesktop:
    """A desktop on which nothing is done once the episode is over; a dead browser is an EnvironmentFault."""

    def __init__(self, desktop: Desktop, episode: PageEpisode) -> None:
        self._desktop, self._episode = desktop, episode

    def observe(self) -> Observation:
        """Look, while the browser runs."""
        self._episode.check()
        return self._desktop.observe()

    def execute(self, action: Action, seen: Observation) -> None:
        """Act, unless it is over; keys of the browser itself are refused."""
        _LEAVING.check(action, seen.frame.size)
        if self._episode.is_over():
            raise ScreenChanged(OVER)
        self._desktop.execute(action, seen)


class UntilOver:
    """A model that is asked until the episode is over; the run ends then, whatever it had in mind.

    It is not told how the page judges, nor that it does.

    Args:
        model: is asked.
        episode: may be over.
        steps: the most that it is asked for; once more only looks whether the last one was the end.
    """

    def __init__(self, model: Model, episode: PageEpisode, steps: int) -> None:
        self._model, self._episode, self._steps = model, episode, steps
        self._used = 0

    @property
    def name(self) -> str:
        """Its own."""
        return self._model.name

    @property
    def sees(self) -> bool:
        """Whether it looks at pictures."""
        return self._model.sees

    def check(self, task: Task) -> None:
        """As its own."""
        self._model.check(task)

    def start(self, task: Task) -> None:
        """As its own."""
        self._model.start(task)

    def prepare(self) -> None:
        """As its own."""
        self._model.prepare()

    def complete(self, prompt: Prompt) -> Completion:
        """Its reply, or the end.

        Raises:
            Halted: it has used up its steps, and none of them was the end.
        """
        if self._episode.is_over():
            return Completion(finish(OVER).render(prompt.frame.size), planned=True)
        if self._used >= self._steps:
            raise Halted(f"the limit of {self._steps} steps is used up")
        completion = self._model.complete(prompt)
        self._used += not _only_waits(completion)
        return completion


def _only_waits(completion: Completion) -> bool:
    """Whether it is a planned wait: the loop counts none either."""
    try:
        return completion.planned and isinstance(parse_tool_call(completion.text), WaitCall)
    except MalformedCall:
        return False
