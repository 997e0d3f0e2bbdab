"""Sections of a task file, as pydantic checks them, and the task of one run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from agent.task.checks import Check, WrittenCheck
from agent.task.commands import Command, WrittenCommand
from agent.task.conditions import interruption_in
from agent.task.marks import Tags, WrittenMark
from agent.task.names import Name, Value
from agent.task.rules import Confinement, Rule, WrittenRule
from agent.task.section import Region, Section, Somewhere, Text
from agent.task.steps.items import Item, Sentence
from tools.geometry import Box
from tools.guard import Guard

if TYPE_CHECKING:
    from agent.task.reading.nodes import Place

Count = Annotated[int, Field(strict=True, ge=1)]
Pixels = Annotated[int, Field(strict=True, ge=64, le=16384)]
Seconds = Annotated[float, Field(strict=True, gt=0, le=86400)]


def task_id(name: str) -> str:
    """Names folders and reports as well."""
    if not re.fullmatch(r"\w[\w .-]{0,99}", name):
        raise ValueError(
            f'"{name}" is no name for a task; use up to 100 letters, digits, "_", "-", "." and spaces'
        )
    return name


_DISPLAY = r"virtual|host|:[0-9]+(\.[0-9]+)?"


def _display(kind: str) -> str:
    if not re.fullmatch(_DISPLAY, kind):
        raise ValueError(f'expected "virtual", "host" or a display such as ":1", got "{kind}"')
    return kind


def _delimiter(sign: str) -> str:
    if len(sign) != 1 or sign in '"\r\n':
        raise ValueError(f'expected one character, such as "," or ";" or "\\t", got {sign!r}')
    return sign


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        raise ValueError(f'"{name}" is no encoding; usual ones are utf-8, cp1252 and utf-16') from None
    return name


def _model(name: str) -> str:
    if re.search(r"//[^/#]*@", name):
        raise ValueError(
            "a task file is no place for a password, and would be recorded; leave it out of the URL and put "
            "the key into OPENAI_API_KEY, or give the whole URL with --model"
        )
    return name


ModelName = Annotated[Text, AfterValidator(_model)]


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

    kind: Annotated[
        str, AfterValidator(_display), WithJsonSchema({"type": "string", "pattern": f"^({_DISPLAY})$"})
    ] = "virtual"
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


def _no_opinion(check: Check) -> Check:
    if check.kind == "ask":
        raise ValueError(
            'no model is asked before the first act; write what must be seen, as in "text: Ready"'
        )
    return check


class Foreach(Section):
    """A CSV file: one run for each of its rows."""

    csv: Text
    """Its path, from the task file's folder."""
    delimiter: Annotated[str, AfterValidator(_delimiter)] = ","
    encoding: Annotated[str, AfterValidator(_encoding)] = "utf-8"


class Written(Section):
    """The keys of a task file."""

    id: Annotated[str, AfterValidator(task_id)] | None = None
    """The task's name; by default the file's, without its ending."""
    instruction: Text
    """What is to be done, in plain words."""
    steps: tuple[Item, ...] = ()
    """The way to do it, a sentence each (`Type "Ada" into "Full name"`), or files of them (`include`)."""
    vars: dict[Name, Value] = Field(default_factory=dict)
    """Variables and their values: `${name}` in instruction, steps, launch and checks."""
    secrets: tuple[Name, ...] = ()
    """Names of environment variables whose values are secret: `${secret.NAME}` in instruction and steps."""
    setup: tuple[WrittenCommand, ...] = ()
    """Programs that are run before `launch`."""
    teardown: tuple[WrittenCommand, ...] = ()
    """Programs that are run at the end, whatever became of the run."""
    launch: tuple[Launch, ...] = ()
    """Programs, started in this order, each ready before the next one starts."""
    display: Display = Display()
    limits: Limits = Limits()
    forbid: tuple[Forbidden, ...] = ()
    """Where nothing may be done."""
    confine: Confinement | None = None
    rules: tuple[WrittenRule, ...] = ()
    model: ModelName = "reader"
    """The model that decides."""
    cases: tuple[dict[Name, Value], ...] = ()
    """Sets of variables; one run for each."""
    foreach: Foreach | None = None
    """A CSV file; one run for each of its rows."""
    precheck: tuple[Annotated[WrittenCheck, AfterValidator(_no_opinion)], ...] = ()
    """What must be true before the first act."""
    checks: tuple[WrittenCheck, ...] = ()
    """What must be true at the end."""
    masks: tuple[Mask, ...] = ()
    """Areas of the screen that mean nothing to the task."""
    interruptions: tuple[WrittenInterruption, ...] = ()
    """Dialogs that may come at any time."""
    tags: Tags = ()
    """Words to select by: `agent run -k smoke`."""
    marks: tuple[WrittenMark, ...] = ()
    """Marks for pytest: `smoke`, `{xfail: why}`."""
    audit: AuditSection = AuditSection()

    @model_validator(mode="after")
    def _one_source_of_cases(self) -> Self:
        if self.cases and self.foreach:
            raise ValueError('give either "cases" or "foreach"; put the cases into the CSV file')
        return self


class Task(Section):
    """A task with everything filled in, for one run. Secrets are still `${secret.NAME}`."""

    id: Text
    instruction: Text
    steps: tuple[TaskStep, ...] = ()
    vars: dict[str, str] = Field(default_factory=dict)
    """The values of this run: the file's, then the case's, then `--var`."""
    secrets: tuple[str, ...] = ()
    setup: tuple[Command, ...] = ()
    teardown: tuple[Command, ...] = ()
    launch: tuple[Launch, ...] = ()
    display: Display = Display()
    limits: Limits = Limits()
    model: ModelName = "reader"
    precheck: tuple[Check, ...] = ()
    checks: tuple[Check, ...] = ()
    masks: tuple[Mask, ...] = ()
    forbid: tuple[Forbidden, ...] = ()
    tags: tuple[str, ...] = ()
    confine: Confinement | None = None
    rules: tuple[Rule, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    source: Path
    """The task file; an image check's path is relative to its folder."""
    digest: str
    """SHA-256 of the task file's bytes."""
    case: dict[str, str] | None = None

    @property
    def placed_checks(self) -> tuple[tuple[Place, Check], ...]:
        """Every check, before and after, with the keys that lead to it."""
        parts: tuple[tuple[str, tuple[Check, ...]], ...] = (
            ("precheck", self.precheck),
            ("checks", self.checks),
        )
        return tuple(((part, number), check) for part, checks in parts for number, check in enumerate(checks))

    @property
    def guard(self) -> Guard:
        """What must not be done by its forbidden regions and its confinement."""
        within = Box(*self.confine.region) if self.confine and self.confine.region else None
        return Guard(tuple(Box(*one.region) for one in self.forbid if one.region), within)

    @property
    def confined_title(self) -> str | None:
        """A part of the title of the windows that alone are acted on; None: all."""
        return self.confine.window if self.confine else None

    @property
    def forbidden_titles(self) -> tuple[str, ...]:
        """Parts of the titles of windows."""
        return tuple(one.window for one in self.forbid if one.window)

    @property
    def label(self) -> str:
        """Tells the cases of a task apart, as pytest does: `fill_form[Ada Lovelace]`."""
        if self.case is None:
            return self.id
        values = "-".join(self.case.values())
        return f"{self.id}[{''.join(mark if mark.isprintable() else '?' for mark in values[:60])}]"
