"""Finding: the doctor's result for one thing."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Finding(BaseModel):
    """One thing that was examined."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    state: Literal["ok", "warning", "missing"]
    """`missing`: needed, and does not work. `warning`: works less well, or an option is not there."""
    what: str
    """What was found."""
    mend: str = ""
    """The way to mend it; empty when there is nothing to mend."""
