"""Keys of models: whoever takes one from the environment says so here, and no program is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

KEY_ENV = "OPENAI_API_KEY"
"""The environment variable of OpenAI's own client."""
SHORT = 4
"""Characters; shorter ones can't be told from ordinary text."""
_names, _values = {KEY_ENV}, set[str]()


def keep(name: str, values: Iterable[str]) -> None:
    """Keep a key from all programs that are started from now on.

    Args:
        name: The environment variable that it came from.
        values: The key, and whatever else logs in as it does.
    """
    _names.add(name)
    _values.update(value for value in values if len(value) >= SHORT)


def without_keys(environ: Mapping[str, str], named: Collection[str] = ()) -> dict[str, str]:
    """An environment without the variables that hold a key, wherever it was copied to.

    Args:
        environ: The environment.
        named: Variables that the task itself asks for.
    """
    return {
        name: value
        for name, value in environ.items()
        if name in named or not (name in _names or any(key in value for key in _values))
    }
