"""Request body of the chat API from a prompt and the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from agent.profiles.profile import Images, ReplyLimits, Sampling, Server
from agent.protocol.parse.blocks import CLOSE, OPEN
from agent.protocol.schema import call_schema

if TYPE_CHECKING:
    from pydantic import BaseModel, JsonValue

    from agent.model import Prompt
    from agent.profiles import Profile
    from agent.profiles.profile import Price

_GREEDY = Sampling()


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server's model is asked."""

    server: Server = field(default_factory=Server)
    sampling: Sampling = _GREEDY
    reply: ReplyLimits = field(default_factory=ReplyLimits)
    images: Images = field(default_factory=Images)
    price: Price | None = None
    thinks: bool = False
    calls: Literal["json", "xml"] = "json"
    count_patience: float = 0.5
    """Seconds that a reply which can be used is held back for the server's count of its tokens."""

    @classmethod
    def of(cls, profile: Profile) -> Settings:
        """What a profile says of it."""
        return cls(
            profile.server or Server(),
            profile.sampling,
            profile.reply,
            profile.images,
            profile.price,
            profile.edition == "thinking",
            profile.calls,
        )

    def described(self) -> dict[str, JsonValue]:
        """All that a reply may hang on: neither how long is waited for it nor from where."""
        server = self.server.model_dump(mode="json", include={"structured", "sampled", "extra"})
        parts: dict[str, BaseModel | None] = {
            "sampling": self.sampling, "reply": self.reply, "images": self.images, "price": self.price,
        }  # fmt: skip
        told: dict[str, JsonValue] = {
            name: part.model_dump(mode="json") if part else None for name, part in parts.items()
        }
        edition = "thinking" if self.thinks else "instruct"
        return {"edition": edition, "calls": self.calls, "server": server, **told}


def request_body(
    prompt: Prompt, model: str, messages: list[dict[str, Any]], settings: Settings
) -> dict[str, Any]:
    """The request, in the fields that all servers have; others only where the profile asks for them."""
    chosen = settings.server.sampled
    sampled = settings.thinks if chosen is None else chosen
    rules = settings.sampling if sampled and prompt.wanted != "point" else _GREEDY
    body: dict[str, Any] = {
        "model": model,
        "messages": messages,
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": settings.reply.tokens,
        "temperature": rules.temperature,
        "top_p": rules.top_p,
        "seed": rules.seed,
        # A server holds it against the digits of a call as well, and so spoils coordinates: only for words.
        "presence_penalty": rules.presence_penalty if prompt.wanted == "words" else 0.0,
    }
    if rules.top_k:
        body["top_k"] = rules.top_k
    if rules.repetition_penalty != 1 and prompt.wanted == "words":
        body["repetition_penalty"] = rules.repetition_penalty
    return {**settings.server.extra, **body, **_form(prompt, settings)}


def _form(prompt: Prompt, settings: Settings) -> dict[str, Any]:
    """What holds the reply to a tool call, as servers have it.

    `structural_tag` leaves the text before the call free (vLLM, SGLang; this is the form that both take).
    `json_schema` is OpenAI's own (llama.cpp, Ollama and others): the whole reply is then the call.
    """
    if settings.server.structured == "none" or prompt.wanted == "words":
        return {}
    schema = call_schema(prompt.wanted)
    if settings.server.structured == "json_schema":
        named = {"name": "tool_call", "schema": schema, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    structure = {"begin": f"{OPEN}\n", "schema": schema, "end": f"\n{CLOSE}"}
    return {"response_format": {"type": "structural_tag", "structures": [structure], "triggers": [OPEN]}}
