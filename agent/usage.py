"""Usage: the tokens of a reply, and their cost."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Usage(BaseModel):
    """Tokens of one completion, failed attempts and every reply behind it included."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    prompt: int = 0
    reply: int = 0
    cached: int = 0
    """Those of the prompt that cost no work: what was worked out at an earlier step was kept, here or, where
    it says so, by the server."""
    cost: float = 0.0
    """Money, in the currency of the profile's price; 0 where no price is known."""

    @property
    def total(self) -> int:
        """All tokens."""
        return self.prompt + self.reply

    @property
    def worked(self) -> int:
        """Those that cost work: all but the cached. A task's limit counts these."""
        return self.total - self.cached

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            prompt=self.prompt + other.prompt,
            reply=self.reply + other.reply,
            cached=self.cached + other.cached,
            cost=self.cost + other.cost,
        )
