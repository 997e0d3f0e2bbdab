"""Units of the tree's recordings: found once a process, since their pictures take seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.audit.recorded.units import Unit, units_of
from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.recording.reading import Recording

RECORDINGS = Path(__file__).parents[4] / "recordings"


@cache
def scenes() -> SceneCache:
    return SceneCache(shared_reader())


@cache
def recording(name: str) -> Recording:
    return load_recording(RECORDINGS / name)


@cache
def units_in(name: str) -> tuple[Unit, ...]:
    return units_of(trajectory_of(recording(name)), scenes())
