"""Result of a run, as users get it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from agent.checks import CheckResult
from agent.episode import Verdict

PARTS = ("model", "settling", "acting", "recording")
"""Parts of a step's time that add up to it; the others are parts of `model`."""


class Result(BaseModel):
    """One run of a task."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    task: str
    """The task's id, with its case and repetition where there are several."""
    model: str
    verdict: Verdict
    message: str
    said: str = ""
    """What the model said when it ended the task as done: it names the steps that had no effect."""
    at: str = ""
    """The last step that did something, in the model's words: `step 3: Click "Save".`"""
    values: dict[str, str] = {}
    """What steps have read from the screen, by the names of the variables."""
    interruptions: tuple[str, ...] = ()
    """The dialogs that came by themselves and were answered, in order."""
    steps: int = 0
    seconds: float = 0.0
    timing: dict[str, float] = {}
    """Seconds by part: model, settling, acting, reading, recording."""
    tokens: int = 0
    cost: float = 0.0
    """Money, in the currency of the model's price; 0 where none is known."""
    checks: tuple[CheckResult, ...] = ()
    score: float | None = None
    """The share of the checks' weights that held, 0 to 1, without what a model was asked; None: nothing was
    checked."""
    file: str | None = None
    """The task file."""
    line: int = 1
    """Of the file, where the run's case stands; of `csv` if there is one."""
    csv: str | None = None
    """The file whose row the run's variables are."""
    tags: tuple[str, ...] = ()
    """Of the task."""
    flaky: bool = False
    """Whether it passed only when it was done again."""
    attempts: tuple[Result, ...] = ()
    """The runs of the same task before this one that did not pass, under `--retries`."""
    picture: str | None = None
    """Of a run that did not pass: the screen at that moment, a PNG."""
    healed: tuple[int, ...] = ()
    """Recorded steps whose target a model had to find again: the run passed as healed."""
    recording: str | None = None
    workdir: str | None = None
    ran_in: str | None = None
    """What `${workdir}` was while the run lasted."""
