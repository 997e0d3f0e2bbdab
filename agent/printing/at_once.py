"""Last words of a command that is ended before it has begun: nothing is loaded for them. Light."""

from __future__ import annotations

import os
from contextlib import suppress


def say(status: int, message: str, *, as_json: bool) -> None:
    """Say why it ends, as the command line does.

    Args:
        status: Its exit status.
        message: Of ours, in ASCII and without quotation marks.
        as_json: Whether standard output gets an object too.
    """
    with suppress(OSError):
        os.write(2, f"agent: {message}\n".encode())
    if as_json:
        with suppress(OSError):
            os.write(1, f'{{"exit": {status}, "error": "{message}"}}\n'.encode())
