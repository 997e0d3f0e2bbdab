"""Profile of a model: where it comes from, how it writes its calls, how it is sampled."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sampling(_Section):
    """How the next token is chosen. Temperature 0 is greedy: the most likely one, the same in every run."""

    temperature: float = Field(default=0.0, ge=0)
    top_p: float = Field(default=1.0, gt=0, le=1)
    top_k: int = Field(default=0, ge=0)
    """0: no limit."""
    presence_penalty: float = 0.0
    """Taken off the logits of tokens that the reply already holds; never inside a tool call."""
    repetition_penalty: float = Field(default=1.0, gt=0)
    seed: int = 0


class Images(_Section):
    """What a picture may measure. The model's own processor resizes others; nobody else does."""

    factor: int = 32
    """Both sides are rounded to multiples of this (patch size times merge size)."""
    min_pixels: int = 65_536
    max_pixels: int = 16_777_216


class Tokens(_Section):
    """Special token ids; checked against the tokenizer when a checkpoint is loaded."""

    end: int = 151_645
    """`<|im_end|>`, which ends a reply."""
    image: int = 151_655
    """`<|image_pad|>`"""
    call: int = 151_657
    """`<tool_call>`"""


class ReplyLimits(_Section):
    """How long a reply may be."""

    tokens: int = Field(default=4096, ge=64)
    """In all; a reply that reaches it is cut off, and the model is asked again."""
    free_tokens: int = Field(default=512, ge=1)
    """Before the tool call (in a Thinking edition: after the thought); then the call is begun for it."""
    thought_tokens: int = Field(default=2048, ge=0)
    """Of a Thinking edition's thought; then it is closed for the model."""
    text: int = Field(default=20_000, ge=1, le=20_000)
    """Characters of the text of `type` and `answer`."""


class Memory(_Section):
    """Gigabytes (1e9 bytes) of the weights, by quantisation.

    Vision tower, embeddings and output head stay in 16 bit; a 4-bit weight takes 4.5 with its scales.
    """

    bf16: float = Field(gt=0)
    int8: float = Field(gt=0)
    int4: float = Field(gt=0)


class Accuracy(_Section):
    """Published accuracy in percent; None where nothing is published."""

    screenspot_pro: float | None = Field(default=None, ge=0, le=100)
    """Finding small targets in large professional programs."""
    osworld_g: float | None = Field(default=None, ge=0, le=100)
    """Finding targets on a Linux desktop."""
    osworld: float | None = Field(default=None, ge=0, le=100)
    """Whole tasks on a Linux desktop."""
    androidworld: float | None = Field(default=None, ge=0, le=100)
    """Whole tasks on a telephone."""


class Price(_Section):
    """Money for a million tokens, in one currency."""

    prompt: float = Field(ge=0)
    reply: float = Field(ge=0)
    cached: float | None = Field(default=None, ge=0)
    """For prompt tokens that the server had in its cache; None: as the others."""


class Server(_Section):
    """Where a server with OpenAI's API has the model, and how it is asked."""

    url: str = ""
    """Ends with the API's version, as in `http://127.0.0.1:8000/v1`; empty: as OPENAI_BASE_URL says."""
    model: str = ""
    """What the server calls it; empty: the only one that it lists."""
    key_env: str = "OPENAI_API_KEY"
    """The environment variable that holds the key. The key itself stands in no file."""
    structured: Literal["none", "structural_tag", "json_schema"] = "none"
    """How the server holds a reply to a tool call: inside `<tool_call>` alone (vLLM, SGLang), or the whole of
    it (llama.cpp, Ollama)."""
    sampled: bool | None = None
    """By the profile's settings, or greedy; None: sampled for a Thinking edition alone, which runs in circles
    otherwise. A place that is asked for is always greedy."""
    timeout: float = Field(default=60, gt=0, le=3600)
    """Seconds without a word after which an attempt is given up."""
    deadline: float = Field(default=120, gt=0, le=3600)
    """Seconds for one reply, with all attempts at it."""
    extra: dict[str, JsonValue] = Field(default_factory=dict)
    """Fields of this server's own, sent with every request: `vl_high_resolution_images = true`."""


class Profile(_Section):
    """One model. A user's own is a TOML file with these keys."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    """What `--model` takes."""
    family: str
    hub: str
    """Name on the Hugging Face hub, or a folder: one that begins with `.` is seen from the profile's file."""
    modelscope: str | None = None
    edition: Literal["instruct", "thinking"] = "instruct"
    calls: Literal["json", "xml"] = "json"
    """How it writes a call in `<tool_call>`: JSON as Qwen3-VL, or `<function=...>` as Qwen3.5 and later."""
    parameters: float = Field(gt=0)
    """Billions."""
    active: float | None = Field(default=None, gt=0)
    """Billions in use for a token; None: all of them."""
    context: int = Field(default=262_144, gt=0)
    """Tokens."""
    cache_bytes: int = Field(ge=0)
    """Bytes of key/value cache a token, in 16 bit: 2 * layers * key/value heads * head size * 2."""
    memory: Memory
    accuracy: Accuracy = Accuracy()
    images: Images = Images()
    tokens: Tokens = Tokens()
    sampling: Sampling = Sampling()
    """Used unless greedy is asked for."""
    reply: ReplyLimits = ReplyLimits()
    price: Price | None = None
    server: Server | None = None
    """For a model that a server has."""
    source: str = ""
    """Where the figures come from."""
