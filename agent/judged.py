"""`Judged`: what a sentence about the screen came to on one look. Plain values, kept in recordings."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["expect", "read", "if", "interruption"]


class Judged(BaseModel):
    """An expectation, a reading or a condition, judged. Its texts are printable and free of secrets."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    step: int
    """Number of the sentence, from 1: among the task's steps, of an interruption among those."""
    line: int
    """Of the task file, where it stands."""
    what: str
    """The sentence, with the values that were read before filled in."""
    passed: bool
    """Whether it holds; of a condition, whether what it names appeared."""
    expected: str
    actual: str
    """What was seen."""
    name: str = ""
    """Of a reading: the variable."""
    value: str = ""
    """Of a reading: what was read, whole."""
    seconds: float = 0.0
    """From the first look at it to this one."""

    @property
    def ends(self) -> bool:
        """Whether the run fails with it: an expectation that does not hold, a value that can't be read."""
        return not self.passed and self.kind in ("expect", "read")
