"""Faults of one attempt, in words: what, where, what to do, and whether to try again.

AttemptFailed
`-- Silence     nothing came for as long as was to be waited
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx2
import openai

from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.models.server.endpoint import Endpoint

_CUT = "its reply broke off before the end"
_LOG = "look into the server's log"
_WRONG_URL = "is the URL right? it nearly always ends in /v1"
_TOO_LONG = re.compile(r"context|too long|max[_ ]?(model|seq)|exceed|num_ctx", re.IGNORECASE)
_NO_PICTURES = re.compile(r"image|vision|multi-?modal|mmproj", re.IGNORECASE)
_AGAIN = frozenset({408, 409, 425, 429})


class AttemptFailed(Exception):
    """One attempt at a reply failed.

    Args:
        reason: what happened.
        advice: what to do.
        again: whether another attempt may do better.
        wait: seconds that the server asks to wait before it.
    """

    def __init__(self, reason: str, advice: str, *, again: bool = False, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.reason, self.advice, self.again, self.wait = reason, advice, again, wait
        self.usage = Usage()
        """Tokens that it used all the same; filled in by whoever counted them."""


class Silence(AttemptFailed):
    """The server let too much time pass."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, "is it overloaded, or still loading the model?", again=True)


FORESEEN = (AttemptFailed, openai.OpenAIError, httpx2.HTTPError, ValueError, RecursionError)
"""What a server can bring about; ValueError for what is not JSON, not UTF-8 or of no known form, and
RecursionError for what is nested thousands deep."""


def explained(error: Exception, endpoint: Endpoint) -> AttemptFailed:
    """The failure that a foreseen error comes to."""
    match error:
        case AttemptFailed():
            return error
        case openai.APIStatusError():
            return _status(error, endpoint)
        case openai.APIConnectionError():
            return _connection(error, endpoint)
        case openai.APIError():  # an error event inside the stream
            return _event(error, endpoint)
        case _:
            kind = type(error).__name__
            return AttemptFailed(f"it sent something that is no reply of a chat API ({kind})", _WRONG_URL)


def garbage(what: str) -> AttemptFailed:
    """It answers, but not as this API does."""
    return AttemptFailed(f"it answers with {what}", _WRONG_URL)


def cut_off() -> AttemptFailed:
    """The stream ended before the reply did."""
    return AttemptFailed(_CUT, _LOG, again=True)


def retry_after(value: str | None) -> float:
    """Seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3: a number or a date); 0 without one."""
    if not value:
        return 0.0
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0


def _status(error: openai.APIStatusError, endpoint: Endpoint) -> AttemptFailed:
    status, said = error.status_code, _said(error, endpoint)
    reason = f"it answers {status}" + (f": {said}" if said else "")
    if error.code == "insufficient_quota":
        return AttemptFailed(reason, "the account has no credit left")
    if error.response.is_redirect:
        place = endpoint.quote(error.response.headers.get("location", "nowhere"))
        return AttemptFailed(
            f"it answers {status} and points to {place}", "if that is your server, give its URL instead"
        )
    if status in _AGAIN or status >= 500:  # noqa: PLR2004
        wait = retry_after(error.response.headers.get("retry-after"))
        return AttemptFailed(reason, "try again later, or look into its log", again=True, wait=wait)
    return AttemptFailed(reason, _advice(status, said, endpoint))


def _advice(status: int, said: str, endpoint: Endpoint) -> str:
    """What helps when the request itself is refused."""
    if status in (401, 403):
        sent = "the key in" if endpoint.authorization else "no key was sent; put it into"
        return f"{sent} {endpoint.key_env}" + (" is not accepted" if endpoint.authorization else "")
    if status == 404:  # noqa: PLR2004
        if "model" in said.lower():
            return (
                f"is {endpoint.quote(endpoint.model) or 'its only model'!r} what the server calls the model?"
            )
        return _WRONG_URL
    if status == 413 or _TOO_LONG.search(said):  # noqa: PLR2004
        return (
            "the prompt is too long for it: start it with more context (vLLM --max-model-len, llama.cpp -c, "
            "Ollama num_ctx), or make the task's display smaller"
        )
    if _NO_PICTURES.search(said):
        return "it must serve a model that sees, such as Qwen3-VL (llama.cpp: with its mmproj file)"
    return "docs/guides/servers.md has the known traps of each server"


def _said(error: openai.APIError, endpoint: Endpoint) -> str:
    """The server's own words."""
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        message = inner.get("message") if isinstance(inner, dict) else inner
        return endpoint.quote(str(message or body.get("detail") or ""))
    return endpoint.quote(body if isinstance(body, str) else "")


def _event(error: openai.APIError, endpoint: Endpoint) -> AttemptFailed:
    """What comes without a code is taken for good: tried again it would be billed again."""
    said = _said(error, endpoint) or endpoint.quote(error.message)
    code = error.code or ""
    if code.startswith("5") or code in {str(status) for status in _AGAIN}:
        return AttemptFailed(f"it broke off: {said}", _LOG, again=True)
    return AttemptFailed(f"it broke off: {said}", _advice(400, said, endpoint) if code else _LOG)


def _connection(error: openai.APIConnectionError, endpoint: Endpoint) -> AttemptFailed:
    causes = list(_causes(error))
    said = endpoint.quote(str(causes[-1]) or type(causes[-1]).__name__)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return AttemptFailed(
            f"its certificate is not trusted: {said}", "set SSL_CERT_FILE to its authority's"
        )
    if any(isinstance(cause, socket.gaierror) and cause.errno != socket.EAI_AGAIN for cause in causes):
        return AttemptFailed(f"there is no such host: {said}", "is the URL right?")
    if any(type(cause).__name__ in ("RemoteProtocolError", "ReadError") for cause in causes):
        return cut_off()
    return AttemptFailed(f"it can't be reached: {said}", "is the server running?", again=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it, outermost first."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
