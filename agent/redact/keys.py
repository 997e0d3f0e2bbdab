"""Keys of models: whoever takes one from the environment says so here, and no program is given it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

KEY_ENV = "OPENAI_API_KEY"
"""The environment variable of OpenAI's own client."""
SHORT = 4
"""Characters; shorter ones can't be told from ordinary text."""
_LONG = 20
"""Characters of a key that is one without any digit too."""
_names, _values = {KEY_ENV}, set[str]()


def is_placeholder(key: str) -> bool:
    """Whether it is a word that stands for no key, as EMPTY and ollama do: a reply may hold it."""
    return len(key) < _LONG and not any(map(str.isdigit, key))


def keep(name: str, key: str = "") -> None:
    """Keep a key from all programs that are started from now on.

    Args:
        name: The environment variable that it came from, or that holds it among other things.
        key: The key, which other variables may hold as well.
    """
    _names.add(name)
    if len(key) >= SHORT and not is_placeholder(key):
        _values.add(key)


def without_login(name: str) -> str:
    """The name of a model as a message may quote it: a mistyped URL may hold a password before its `@`."""
    head, _, tail = name.rpartition("@")
    begin = re.match(r"(?:server:)?(?:\w+:?//)?", head)
    return f"{begin[0] if begin else ''}…@{tail}" if ":" in head or "//" in head else name


def hidden(text: str) -> str:
    """A text without any key, in whatever form, as a traceback may quote one."""
    from agent.redact.texts import replaced  # noqa: PLC0415  (rarely needed)

    return replaced(text, [(key, "…") for key in sorted(_values, key=len, reverse=True)])


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
