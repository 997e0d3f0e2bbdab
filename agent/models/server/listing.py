"""Models that a server lists, and the choice of one by name."""

from __future__ import annotations

import difflib
import time
from typing import TYPE_CHECKING

from agent.errors import ModelFault
from agent.models.server.exchange.faults import FORESEEN, explained
from agent.models.server.exchange.stream import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.models.server.connection import Connection
    from agent.models.server.endpoint import Endpoint

_SHOWN = 5


def listed(
    connection: Connection, endpoint: Endpoint, timeout: float, until: float
) -> tuple[str, ...] | None:
    """The names of the server's models; None when it does not list them.

    Args:
        connection: to the server.
        endpoint: the server, for messages.
        timeout: seconds that an answer may take ...
        until: ... and the moment on `time.monotonic`'s clock when it must be there.

    Raises:
        AttemptFailed: it can't be reached, or does not understand.
    """
    try:
        with Reading(lambda: iter((connection.models(),))) as reading:
            return reading.next(min(until, time.monotonic() + timeout))
    except FORESEEN as error:
        raise explained(error, endpoint) from error


def choose(endpoint: Endpoint, names: Sequence[str] | None) -> str:
    """The model that is asked for, as the server calls it.

    Raises:
        ModelFault: the server has no such model, or it is not clear which one is meant.
    """
    wanted = endpoint.model
    if not names:
        if wanted:
            return wanted
        raise ModelFault(
            f"the server at {endpoint.where} lists no models; say which: --model {endpoint.where}#MODEL"
        )
    if wanted in names or wanted.startswith(("/", ".")):  # a folder of its own need not be on its list
        return wanted
    if f"{wanted}:latest" in names:  # Ollama's way of naming
        return f"{wanted}:latest"
    if not wanted and len(names) == 1:
        return names[0]
    near = difflib.get_close_matches(wanted, names, _SHOWN, cutoff=0.4) or list(names[:_SHOWN])
    shown = ", ".join(endpoint.quote(name, 100) for name in near)
    if wanted:
        said = f"has no model {endpoint.quote(wanted, 100)!r}; of its {len(names)} the nearest: {shown}"
    else:
        said = f"has {len(names)} models; say which with --model {endpoint.where}#MODEL, such as: {shown}"
    raise ModelFault(f"the server at {endpoint.where} {said}")
