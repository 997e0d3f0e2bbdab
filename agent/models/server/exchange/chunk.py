"""Event of a reply's stream, as far as deskhand reads it; what else a server sends is skipped.

Source: OpenAI's API reference, "The chat completion chunk object" and "The chat completion object";
`reasoning_content` and, since 0.12,
`reasoning` as vLLM, SGLang, llama.cpp and DashScope add them for models that think.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_MOST = 1_000_000_000


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Function(_Part):
    """Piece of a call that the server has taken out of the text."""

    name: str | None = None
    arguments: str | dict[str, Any] | None = None
    """JSON text, in pieces; some servers send an object that is already parsed, whole."""


class CallDelta(_Part):
    """Piece of one of several calls."""

    index: int = 0
    function: Function = Function()


class Delta(_Part):
    """New text or calls of the reply."""

    content: str | None = None
    reasoning: str | None = None
    reasoning_content: str | None = None
    tool_calls: tuple[CallDelta, ...] | None = None


class Choice(_Part):
    """One reply of those asked for; there is one."""

    delta: Delta | None = None
    finish_reason: str | None = None


class Chunk(_Part):
    """One event."""

    choices: tuple[Choice, ...] = ()
    usage: Any = None
    """See `counted`: a server that counts wrongly still gave its reply."""


class _WholeChoice(_Part):
    message: Delta
    finish_reason: str | None = None


class _Whole(_Part):
    choices: tuple[_WholeChoice, ...] = Field(min_length=1)
    usage: Any = None


def in_one_piece(answer: Any) -> Chunk:
    """A reply that did not come as a stream, as its one event: the first call is all that is wanted of it.

    Raises:
        ValidationError: it is no reply.
    """
    whole = _Whole.model_validate(answer)
    first = whole.choices[0]
    delta = first.message.model_copy(update={"tool_calls": (first.message.tool_calls or ())[:1]})
    return Chunk(
        choices=(Choice(delta=delta, finish_reason=first.finish_reason or "stop"),), usage=whole.usage
    )


class _Details(_Part):
    cached_tokens: int | None = Field(default=0, ge=0, le=_MOST)


class Counted(_Part):
    """The tokens of a request, as the server counts them."""

    prompt_tokens: int = Field(ge=1, le=_MOST)
    completion_tokens: int = Field(default=0, ge=0, le=_MOST)
    prompt_tokens_details: _Details | None = None

    @property
    def cached(self) -> int:
        """Those of the prompt that the server had in its cache."""
        details = self.prompt_tokens_details
        return min(details.cached_tokens or 0, self.prompt_tokens) if details else 0


def counted(usage: Any) -> Counted | None:
    """A chunk's `usage`; None where there is none or it makes no sense."""
    try:
        return Counted.model_validate(usage)
    except ValidationError:
        return None
