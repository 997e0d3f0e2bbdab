"""Format check of the files that deskhand reads: a newer format is refused."""

from __future__ import annotations

import json

from agent.errors import BadRecording


def check_format(where: str, text: str | bytes, newest: int, otherwise: str) -> None:
    """Make sure that a JSON object is of a known format, before anything else in it is believed.

    Args:
        where: the file, and the line in it.
        text: an object with a key `format`.
        newest: the newest format that is read.
        otherwise: what to say of a text that is no such object.

    Raises:
        BadRecording: it is no such object, or of a newer format.
    """
    try:
        written = json.loads(text)["format"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadRecording(f"{where}: {otherwise}") from None
    if type(written) is not int or written < 1:  # True is an int, and 1e999 is a number
        raise BadRecording(f"{where}: {otherwise}")
    if written > newest:
        raise BadRecording(
            f"{where}: written in format {written} by a newer deskhand; this one reads up to {newest}; "
            "upgrade deskhand"
        )
