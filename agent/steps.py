"""Own steps: sentences of your own for task files, in a `steps.py` beside them.

For instance:

    from agent.steps import step

    @step("Open order {number}")
    def open_order(number):
        "Looks an order up and opens it."
        yield f'Type "{number}" into "Search"'
        yield "Press Enter"
        yield f'Double-click "{number}"'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = TypeVar("Function", bound=Callable[..., object])

MARK = "__agent_steps__"
"""The attribute of a function that holds its sentences."""


def step(sentence: str) -> Callable[[Function], Function]:
    """Make a function an own step. It gives the sentences that its own one stands for.

    Args:
        sentence: what is written in a task, with a name in braces for each argument of the function:
            `Open order {number}` means `Open order 7`, `Open order "A 7"` and `Open order ${number}`.
    """

    def mark(function: Function) -> Function:
        setattr(function, MARK, (*getattr(function, MARK, ()), sentence))
        return function

    return mark
