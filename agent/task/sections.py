"""Sections of a task file, as pydantic checks them, and the task of one run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from agent.task.checks import Check, WrittenCheck
from agent.task.marks import Tags, WrittenMark
from agent.task.rules import Confinement, Rule, WrittenRule
from agent.task.section import Region, Section, Text
from agent.task.variables import NAME
from tools.geometry import Box
from tools.guard import Guard

Count = Annotated[int, Field(strict=True, ge=1)]
Pixels = Annotated[int, Field(strict=True, ge=64, le=16384)]
Seconds = Annotated[float, Field(strict=True, gt=0, le=86400)]


def _name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise ValueError(f'"{name}" is no name; use letters, digits and _')
    if name in {"workdir", "secret"}:
        raise ValueError(f'"{name}" has its own meaning; choose another name')
    return name


def task_id(name: str) -> str:
    """Names folders and reports as well."""
    if not re.fullmatch(r"\w[\w .-]{0,99}", name):
        raise ValueError(
            f'"{name}" is no name for a task; use up to 100 letters, digits, "_", "-", "." and spaces'
        )
    return name


def _display(kind: str) -> str:
    if not re.fullmatch(r"virtual|host|:[0-9]+(\.[0-9]+)?", kind):
        raise ValueError(f'expected "virtual", "host" or a display such as ":1", got "{kind}"')
    return kind


def _model(name: str) -> str:
    if re.search(r"//[^/#]*@", name):
        raise ValueError(
            "a task file is no place for a password, and would be recorded; leave it out of the URL and put "
            "the key into OPENAI_API_KEY, or give the whole URL with --model"
        )
    return name


Name = Annotated[str, AfterValidator(_name)]
Value = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""Of a variable: text, however it is written."""
ModelName = Annotated[Text, AfterValidator(_model)]


class TaskStep(Section):
    """One plain-English step, and where it stands in the task file; both from 1."""

    text: Text
    line: int
    column: int = 1


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

    kind: Annotated[str, AfterValidator(_display)] = "virtual"
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


class Forbidden(Section):
    """Where nothing may be clicked or typed: exactly one of the two."""

    region: Region | None = None
    """Left, top, width and height, in the pixels of the display."""
    window: Text | None = None
    """A part of a window's title; upper and lower case are the same."""
    why: str = ""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.region is None) == (self.window is None):
            raise ValueError('give either "region: [left, top, width, height]" or "window: part of a title"')
        return self


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


class Written(Section):
    """The keys of a task file."""

    id: Annotated[str, AfterValidator(task_id)] | None = None
    """The task's name; by default the file's, without its ending."""
    instruction: Text
    """What is to be done, in plain words."""
    steps: tuple[Text, ...] = ()
    """The way to do it, a sentence each: `Type "Ada" into "Full name"`."""
    vars: dict[Name, Value] = Field(default_factory=dict)
    """Variables and their values: `${name}` in instruction, steps, launch and checks."""
    secrets: tuple[Name, ...] = ()
    """Names of environment variables whose values are secret: `${secret.NAME}` in instruction and steps."""
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
    checks: tuple[WrittenCheck, ...] = ()
    """What must be true at the end."""
    masks: tuple[Mask, ...] = ()
    """Areas of the screen that mean nothing to the task."""
    tags: Tags = ()
    marks: tuple[WrittenMark, ...] = ()
    audit: AuditSection = AuditSection()


class Task(Section):
    """A task with everything filled in, for one run. Secrets are still `${secret.NAME}`."""

    id: Text
    instruction: Text
    steps: tuple[TaskStep, ...] = ()
    vars: dict[str, str] = Field(default_factory=dict)
    """The values of this run: the file's, then the case's, then `--var`."""
    secrets: tuple[str, ...] = ()
    launch: tuple[Launch, ...] = ()
    display: Display = Display()
    limits: Limits = Limits()
    model: ModelName = "reader"
    checks: tuple[Check, ...] = ()
    masks: tuple[Mask, ...] = ()
    forbid: tuple[Forbidden, ...] = ()
    tags: tuple[str, ...] = ()
    confine: Confinement | None = None
    rules: tuple[Rule, ...] = ()
    source: Path
    """The task file; an image check's path is relative to its folder."""
    digest: str
    """SHA-256 of the task file's bytes."""
    case: dict[str, str] | None = None

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
