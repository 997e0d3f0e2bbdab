"""Rules: forms of English orders, and the steps that each asks for. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.task.variables import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rule = tuple[str, Callable[..., Sequence[str]]]

_CLICK = r"(?:click|press|push|tap)(?: on)?(?: the)?"
_KIND = r"(?:button|link|tab)"


def click(name: str) -> str:
    """A click on a text."""
    return f'Click "{quoted(name)}"'


RULES: tuple[Rule, ...] = (
    (rf'{_CLICK}(?: {_KIND})? "(.+?)"(?: {_KIND})?', lambda name: [click(name)]),
)  # fmt: skip
"""Pattern of a whole utterance, without a full stop at its end; and what writes its steps of the groups."""
