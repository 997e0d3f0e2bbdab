"""Configuration of a benchmark run: all that its results hang on."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from agent.bench.results.lines import digest_of
from agent.versions import versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = 1
"""Raised when an older deskhand could misread what a newer one writes."""
_PACKAGES = (
    "miniwob", "numpy", "onnxruntime", "openai", "opencv-python-headless", "pillow", "pydantic", "rapidocr",
    "scipy", "torch", "transformers",
)  # fmt: skip
_DIGEST = re.compile("[0-9a-f]{64}")
_APART = {"machine", "started"}
"""Keys that may differ when a run goes on."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _machine() -> dict[str, JsonValue]:
    return {"system": platform.platform(), "processor": platform.machine(), "cores": os.cpu_count()}


def selection_digest(items: Iterable[tuple[str, int]]) -> str:
    """SHA-256 of names and seeds, in order: which items a run is of."""
    names = "\n".join(f"{name}#{seed}" for name, seed in items)
    return digest_of(names.encode("utf-8", "surrogatepass"))


class Config(BaseModel):
    """Configuration, as `config.json` holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: int = FORMAT
    set: str
    """Name of the benchmark."""
    apart: str | None = None
    """The breakdown whose values are never counted together."""
    data: str
    """Digest of the data: the items, their truth, and where they are files the files."""
    items: int
    """Number of items that are attempted, each `repeat` times."""
    selected: str
    """Digest of their names and seeds."""
    model: str
    profile: dict[str, JsonValue] | None = None
    """The model's profile; None: it has none."""
    prompts: str
    """SHA-256 of the prompts' fixed words."""
    repeat: int = Field(ge=1)
    limits: dict[str, JsonValue] = {}
    options: dict[str, JsonValue] = {}
    """The set's own."""
    versions: dict[str, str] = Field(default_factory=lambda: versions(_PACKAGES))
    machine: dict[str, JsonValue] = Field(default_factory=_machine)
    started: str = Field(default_factory=_now)
    """ISO 8601, UTC."""

    def content(self) -> bytes:
        """What `config.json` holds."""
        return self.model_dump_json(indent=1).encode() + b"\n"

    def digest(self) -> str:
        """SHA-256 of that: where the chain of lines begins."""
        return digest_of(self.content())

    def differences(self, other: Config, words: tuple[str, str] = ("there", "now")) -> list[str]:
        """What differs between two configurations, key by key: `model: a there, b now`."""
        mine, theirs = (one.model_dump(mode="json", exclude=_APART) for one in (self, other))
        return list(_differences(mine, theirs, words))


def _differences(
    mine: dict[str, Any], theirs: dict[str, Any], words: tuple[str, str], before: str = ""
) -> Iterator[str]:
    for key in dict.fromkeys([*mine, *theirs]):
        one, other = mine.get(key), theirs.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _differences(one, other, words, f"{before}{key}.")
        elif one != other:
            yield f"{before}{key}: {_told(one)} {words[0]}, {_told(other)} {words[1]}"


def _told(value: JsonValue) -> str:
    """A value for people; of a digest its beginning."""
    told = "none" if value is None else str(value)
    return f"{told[:12]}…" if _DIGEST.fullmatch(told) else told
