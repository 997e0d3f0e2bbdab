"""Lines of `results.jsonl`: an attempt each, chained by digests. Pure.

The last key of a line, `previous`, is the SHA-256 of the line before, of the first one that of `config.json`:
no line can be altered, moved, removed from the middle or taken from another run unnoticed.
"""

from __future__ import annotations

import hashlib
import json

from pydantic import ValidationError

from agent.bench.results.attempt import Attempt
from agent.errors import BadInput
from agent.recording.lines import escaped


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def line_of(attempt: Attempt, previous: str) -> bytes:
    """The attempt's line, without the line break."""
    fields = {**attempt.model_dump(mode="json"), "previous": previous}
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False)
    return escaped(text).encode()


def attempt_of(line: bytes, previous: str, where: str) -> Attempt:
    """The attempt of a line.

    Args:
        line: without the line break.
        previous: what its `previous` must be.
        where: the line's file and number, for messages.

    Raises:
        BadInput: it is no such line, or not the one that was written after that one.
    """
    try:
        fields = json.loads(line)
        told = fields.pop("previous")
        attempt = Attempt.model_validate(fields)
    except (ValueError, KeyError, AttributeError, TypeError, ValidationError) as error:
        raise BadInput(f"{where}: is no attempt's line: {_why(error)}; it was altered") from None
    if told != previous or line_of(attempt, previous) != line:
        raise BadInput(f"{where}: does not follow the line before: the file was altered, or runs were mixed")
    return attempt


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return f"no key {error}" if isinstance(error, KeyError) else str(error)
