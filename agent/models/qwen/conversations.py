"""Conversations that a model keeps in mind, each with the cache of its own context."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.models.qwen.context import Context
    from agent.models.qwen.rendering import Rendered

_KEPT = 3
"""The episode's, what the next drop of screenshots will leave of it, and one for questions beside them."""


class Conversations:
    """The contexts in use.

    Args:
        begin: makes an empty one.
        end: the token that ends a message.
    """

    def __init__(self, begin: Callable[[], Context], end: int) -> None:
        self._begin, self._end = begin, end
        self.contexts: list[Context] = []
        """The one used last is the last."""

    def of(self, rendered: Rendered) -> Context:
        """The one that knows most of the prompt; another if that is not even the system message."""
        return self._chosen(rendered, self.contexts)

    def beside(self, rendered: Rendered) -> Context:
        """The same among all but the one used last, which stays as it is, and the last."""
        *others, latest = self.contexts
        chosen = self._chosen(rendered, others)
        self.contexts = [context for context in self.contexts if context is not latest] + [latest]
        return chosen

    def forget_others(self) -> None:
        """All but the one used last, and the memory that they take."""
        del self.contexts[:-1]

    def _chosen(self, rendered: Rendered, among: Sequence[Context]) -> Context:
        system = rendered.ids.index(self._end)
        known = [context for context in among if context.shared(rendered) >= system]
        if known:
            chosen = max(known, key=lambda context: context.shared(rendered))
        elif len(self.contexts) == _KEPT:
            chosen = among[0]  # the one that was not used for longest
        else:
            chosen = self._begin()
        self.contexts = [context for context in self.contexts if context is not chosen] + [chosen]
        return chosen
