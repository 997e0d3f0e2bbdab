"""Parts of a task file: what stands under one key, as pydantic checks it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from agent.task.conditions import interruption_in
from agent.task.section import Region, Section, Somewhere, Text
from agent.task.steps.items import Sentence
from agent.task.values import Count, Delimiter, DisplayName, Encoding, Pixels, Seconds


class TaskStep(Section):
    """One plain-English step, and where it stands."""

    text: Text
    line: int
    """From 1, as the column."""
    column: int = 1
    file: str | None = None
    """The file that it stands in, from the task file's folder; None: the task file."""
    own: str | None = None
    """The own step that it was made from, as it is written at that place."""
    template: str | None = None
    """Of one that was made: itself with references to variables."""

    @property
    def is_unexpanded(self) -> bool:
        """As of `WrittenStep`."""
        return self.own is not None and self.own == self.template


class WaitFor(Section):
    """What is on the screen once a program has started."""

    text: Text
    seconds: Seconds = 10
    """How long that may take."""


class Launch(Section):
    """A program that the task runs on. It inherits the environment."""

    command: tuple[Text, ...] = Field(min_length=1)
    wait_for: WaitFor | None = None


class Display(Section):
    """Where the task runs."""

    kind: DisplayName = "virtual"
    size: tuple[Pixels, Pixels] = (1280, 800)
    """Width and height of a virtual display, in pixels."""


class Limits(Section):
    """Where an episode is stopped."""

    steps: Count = 30
    seconds: Seconds = 180
    wait: Seconds = 10
    """That a step waits for what is not on the screen, since something new was last seen to happen."""
    tokens: Count = 200_000
    cost: Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)] | None = None
    """Money, in the currency of the model's price; None: no limit."""


class Mask(Section):
    """An area of the screen whose pixels mean nothing to the task: a clock, a random number."""

    box: Region
    """Left, top, width and height, in the pixels of the display."""
    why: str = ""


class Forbidden(Somewhere):
    """Where nothing may be clicked or typed: exactly one of the two."""

    why: str = ""


class DialogAnswer(Section):
    """A dialog that may come at any time, and how it is answered."""

    when: Text
    """A text on the screen."""
    do: tuple[Sentence, ...] = Field(min_length=1)
    """Steps."""
    times: Count = 3
    """So often it is answered in one run."""


class Interruption(DialogAnswer):
    """The same in one run."""

    do: tuple[TaskStep, ...]  # type: ignore[assignment]  # the sentences, each with its place
    line: int = 1


WrittenInterruption = Annotated[
    DialogAnswer,
    BeforeValidator(interruption_in, json_schema_input_type=DialogAnswer | Sentence),
]
"""Also as a sentence: `If "Update available" appears: Click "Later"`."""


class Accepted(Section):
    """A step whose mutants may survive an audit."""

    step: Text
    """As it is written under `steps`."""
    mutant: Literal["left out", "other value"] | None = None
    """Which of them; None: both."""
    why: Text


class AuditSection(Section):
    """What `agent audit` is told; a run heeds none of it."""

    accept: tuple[Accepted, ...] = ()


class Foreach(Section):
    """A CSV file: one run for each of its rows."""

    csv: Text
    """Its path, from the task file's folder."""
    delimiter: Delimiter = ","
    encoding: Encoding = "utf-8"
