"""Sections of a task file: all its keys as they are written, and the task of one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from agent.task.checks import Check, WrittenCheck
from agent.task.commands import Command, WrittenCommand
from agent.task.marks import Tags, WrittenMark
from agent.task.names import Name, Value
from agent.task.parts import (
    AuditSection,
    Display,
    Forbidden,
    Foreach,
    Interruption,
    Launch,
    Limits,
    Mask,
    TaskStep,
    WrittenInterruption,
)
from agent.task.rules import Confinement, Rule, WrittenRule
from agent.task.section import Section, Text
from agent.task.steps.items import Item
from agent.task.values import ModelName, TaskId
from tools.geometry import Box
from tools.guard import Guard

if TYPE_CHECKING:
    from agent.task.reading.nodes import Place


def _no_opinion(check: Check) -> Check:
    if check.kind == "ask":
        raise ValueError(
            'no model is asked before the first act; write what must be seen, as in "text: Ready"'
        )
    return check


class Written(Section):
    """The keys of a task file."""

    id: TaskId | None = None
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
