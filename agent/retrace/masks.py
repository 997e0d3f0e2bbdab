"""Areas in which screens may differ: clocks, ids, whatever else is not the task's business. Frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from tools.geometry import Box

if TYPE_CHECKING:
    from agent.recording.reading import Recording


class Mask(BaseModel):
    """One such area."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    box: Box
    step: int | None = None
    """The recorded step before which it counts; None: every step."""
    why: str = ""


def load_masks(recording: Recording) -> tuple[Mask, ...]:
    """The masks of a recording."""
    del recording
    return ()
