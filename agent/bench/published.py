"""Published results of sets, to stand beside a run's. Plain values.

Rows of another mode, another part of a set or another limit are none here: they would be read as comparable.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class Published:
    """Results that one source published."""

    source: str
    """Who says so, and where."""
    conditions: str
    """What they are of."""
    items: int
    """How many items they are of: all."""
    percent: dict[str, float]
    """Model -> share of passed in percent."""

    def told(self) -> dict[str, JsonValue]:
        """As `--json` has it."""
        return asdict(self)


PUBLISHED: dict[str, Published] = {
    "screenspot-pro": Published(
        source="the models' makers",
        conditions="one question an item, nothing looked at twice",
        items=1581,
        percent={
            "Qwen3-VL-2B-Instruct": 48.5,
            "Qwen3-VL-4B-Instruct": 59.5,
            "Qwen3-VL-8B-Instruct": 54.6,
            "Qwen3-VL-32B-Instruct": 57.9,
            "Qwen3-VL-235B-A22B-Instruct": 62.0,
        },
    ),
    "componentbench": Published(
        source="the benchmark's authors, table 4 (site/scripts/generate-results-index.mjs, commit 86960ad)",
        conditions="pixel mode, 20 steps",
        items=912,
        percent={"Opus 4.6": 65.4, "Gemini 3 Flash": 60.9, "GPT-5.4 mini": 37.7},
    ),
}
"""Set -> what is published of it."""
