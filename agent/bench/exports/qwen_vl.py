"""Qwen-VL's finetuning format, as the loader of QwenLM/Qwen3-VL's `qwen-vl-finetune` reads it.

Its `_build_messages` reads pictures from `image` (whatever its README's examples call the key), takes every
turn that is not `human` for the assistant's, and so knows no system text: that begins the first human turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.bench.exports.conversation import conversations
from agent.bench.exports.json_list import JsonList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.bench.exports.conversation import Conversation
    from agent.bench.exports.episode import RecordedEpisode


class QwenVl(JsonList):
    """`episodes.json`, a list of conversations, and `images/`."""

    def samples(self, episode: RecordedEpisode) -> Iterator[dict[str, Any]]:
        """The conversations of an episode."""
        for conversation in conversations(episode):
            yield {
                "image": [self.pictures.path(frame) for frame in conversation.frames],
                "conversations": turns(conversation, f"{conversation.system}\n\n"),
            }


def turns(conversation: Conversation, opening: str = "") -> list[dict[str, str]]:
    """Turns `human` and `gpt`; `opening` begins the first."""
    written: list[dict[str, str]] = []
    for exchange in conversation.exchanges:
        human = exchange.human if written else opening + exchange.human
        written += [{"from": "human", "value": human}, {"from": "gpt", "value": exchange.answer}]
    return written
