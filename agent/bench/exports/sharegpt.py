"""ShareGPT conversations, as LLaMA-Factory reads them; its `dataset_info.json` is written beside them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.bench.exports.conversation import conversations
from agent.bench.exports.json_list import EPISODES, JsonList
from agent.bench.exports.qwen_vl import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.bench.exports.episode import RecordedEpisode

NAME = "deskhand"
"""The data set's name in `dataset_info.json`."""
_COLUMNS = {"messages": "conversations", "system": "system", "images": "images"}


class ShareGpt(JsonList):
    """`episodes.json`, `dataset_info.json` and `images/`: a `dataset_dir` of LLaMA-Factory."""

    def samples(self, episode: RecordedEpisode) -> Iterator[dict[str, Any]]:
        """The conversations of an episode."""
        for conversation in conversations(episode):
            yield {
                "conversations": turns(conversation),
                "system": conversation.system,
                "images": [self.pictures.path(frame) for frame in conversation.frames],
            }

    def close(self) -> None:
        """End the list, and say how it is read."""
        super().close()
        described = {NAME: {"file_name": EPISODES, "formatting": "sharegpt", "columns": _COLUMNS}}
        (self.out / "dataset_info.json").write_text(json.dumps(described, indent=2) + "\n", "utf-8")
