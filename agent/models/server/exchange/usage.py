"""Usage of a request: its tokens and their cost, as the server counts them, or estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.usage import Usage

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.models.server.exchange.chunk import Counted
    from agent.models.server.exchange.reply import StreamedReply
    from agent.profiles.profile import Images, Price
    from tools.geometry import Size

_BYTES_A_TOKEN = 4
"""Of English text and JSON in Qwen's tokenizer: about 3.5 to 4.5."""
_TURN_TOKENS = 5
"""`<|im_start|>`, the role, line breaks and `<|im_end|>`."""
_MILLION = 1_000_000


def prompt_tokens(prompt: Prompt, images: Images) -> int:
    """About how many tokens a prompt has."""
    parts = [prompt.system, *(part for turn in prompt.turns for part in turn.parts)]
    return _TURN_TOKENS * (len(prompt.turns) + 2) + sum(
        _text_tokens(len(part.encode("utf-8", "replace")))
        if isinstance(part, str)
        else _picture(part.size, images)
        for part in parts
    )


def used(counted: Counted | None, prompt: int, reply: StreamedReply, price: Price | None) -> Usage:
    """What one attempt used.

    Args:
        counted: the server's count; None if it sent none.
        prompt: the estimate, for that case.
        reply: what was received.
        price: what a million tokens cost.
    """
    if counted is None:
        tokens = max(reply.deltas, _text_tokens(reply.length))
        return Usage(prompt=prompt, reply=tokens, cost=_cost(price, prompt, 0, tokens))
    asked, written = counted.prompt_tokens, max(counted.completion_tokens, int(reply.length > 0))
    cost = _cost(price, asked, counted.cached, written)
    return Usage(prompt=asked, cached=counted.cached, reply=written, cost=cost)


def _cost(price: Price | None, prompt: int, cached: int, reply: int) -> float:
    if price is None:
        return 0.0
    again = price.prompt if price.cached is None else price.cached
    return ((prompt - cached) * price.prompt + cached * again + reply * price.reply) / _MILLION


def _text_tokens(length: int) -> int:
    return -(-length // _BYTES_A_TOKEN)


def _picture(size: Size, images: Images) -> int:
    """One token for each square of `factor` pixels, and two around them (facts of Qwen3-VL's processor)."""
    pixels = min(max(size.width * size.height, images.min_pixels), images.max_pixels)
    return -(-pixels // images.factor**2) + 2
