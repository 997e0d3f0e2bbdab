"""Form of one JSON list and a folder of pictures, written sample by sample."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.bench.exports.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent.bench.exports.episode import RecordedEpisode

EPISODES = "episodes.json"


class JsonList:
    """`episodes.json` and `images/`; a form says what its samples are.

    Args:
        out: an empty folder.
    """

    def __init__(self, out: Path) -> None:
        self.pictures = Pictures(out)
        self.out = out
        self.count = 0
        """Samples that were written."""
        self._append("[")

    def samples(self, episode: RecordedEpisode) -> Iterator[dict[str, Any]]:
        """The samples of an episode."""
        raise NotImplementedError

    def add(self, episode: RecordedEpisode) -> None:
        """Write the samples of an episode."""
        for number, sample in enumerate(self.samples(episode), 1):
            named = {"id": f"{episode.name}-{number}", **sample}
            self._append((",\n" if self.count else "\n") + json.dumps(named, ensure_ascii=False))
            self.count += 1

    def close(self) -> None:
        """End the list."""
        self._append("\n]\n")

    def _append(self, text: str) -> None:
        with (self.out / EPISODES).open("a", encoding="utf-8") as file:
            file.write(text)
