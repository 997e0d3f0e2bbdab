"""Typing of a secret: what shows it is hidden before the Enter or Tab at its end, which may lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.keys import GoOn

_SECRET = "${secret."  # noqa: S105  (the form of a reference, not a secret)


def holds_secret(text: str) -> bool:
    """Whether a text that is about to be typed refers to a secret."""
    return _SECRET in text


def type_secret(text: str, type_it: Callable[[GoOn], None], go_on: GoOn, hide: Callable[[], None]) -> None:
    """Type a text that holds a secret, in one go: the end goes to no other window than the rest.

    Args:
        text: What is typed; secrets in it are references.
        type_it: Types it, and calls what it is given before each key.
        go_on: Asked before each key, as `GoOn`.
        hide: Waits for what shows the secret, and hides it.
    """
    end, hidden = len(text) - len(text.rstrip("\n\t")), False

    def hide_and_go_on(done: int, of: int) -> None:
        nonlocal hidden
        if of - done == end:
            hidden = True
            hide()
        go_on(done, of)

    try:
        type_it(hide_and_go_on)
    finally:
        if not hidden:
            hide()
