"""Mutants of a task: with nothing done, with a step left out, with another value, by a program that lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, get_args

from agent.audit.other_entries import entries_beside, radios_beside, rows_beside
from agent.audit.other_values import other_texts
from agent.models.reader.variants import variants_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.audit.baseline import Baseline
    from agent.models.reader.variants import StepVariants
    from agent.task import Task
    from tools.see.parser import ScreenParser

Kind = Literal["nothing done", "lie", "left out", "other value"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A task that differs from the one that is audited in one thing."""

    kind: Kind
    at: int = 0
    """Index of the step that is left out or changed."""
    sentences: tuple[str, ...] = ()
    """The step with another value: the first one that can be entered is tried."""
    values: tuple[str, ...] = ()
    """These values; of a box "", which is given the other state."""
    was: str = ""
    """The step with its own value, in a work folder that has another name than a mutant's."""
    keeps: tuple[int, ...] = ()
    """With nothing done: the indices of the steps that only look, and are done all the same."""
    lie: str = ""
    """What the program is to do in place of what it says, the task being done as it is."""
    shows: bool = False
    """Whether the screens of its run tell all that the step may have done that is left out."""
    equivalent: str = ""
    """Why the task does the same all the same; then it is not run. "": it may do something else."""

    @property
    def of_no_step(self) -> bool:
        """Whether no single step of the task is another one."""
        return self.kind in ("nothing done", "lie")

    def of(self, task: Task, turn: int) -> Task:
        """The task with this change.

        Args:
            task: As it is.
            turn: Which of the values it has.
        """
        if self.kind == "lie":
            return task
        if self.kind == "nothing done":
            return task.model_copy(update={"steps": tuple(task.steps[at] for at in self.keeps)})
        before, step, after = task.steps[: self.at], task.steps[self.at], task.steps[self.at + 1 :]
        if self.kind == "left out":
            return task.model_copy(update={"steps": (*before, *after)})
        changed = step.model_copy(update={"text": _changed(self.was, self.sentences[turn], step.text)})
        return task.model_copy(update={"steps": (*before, changed, *after)})

    def told(self, turn: int = 0) -> str:
        """What is different, in words."""
        if self.kind == "lie":
            return f'the program lies: "{self.lie}"'
        if self.kind == "other value" and self.values:
            return f'"{value}" instead' if (value := self.values[turn]) else "the other state"
        return self.kind


def _changed(was: str, sentence: str, now: str) -> str:
    """What a step is now, changed as a sentence differs from what the step was.

    The two steps may differ before the change, in the folder of their run.
    """
    pairs = zip(was, sentence, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest = was[same:]
    return now.removesuffix(rest) + sentence[same:] if rest and now.endswith(rest) else sentence


def chooses(task: Task) -> frozenset[int]:
    """The indices of the steps that choose an entry of a list, a row, or perhaps a radio button.

    Raises:
        BadInput: the embedded model does not understand a step.
    """
    steps = variants_of([step.text for step in task.steps])
    return frozenset(at for at, step in enumerate(steps) if step.enters in ("entry", "radio", "row"))


def expects(task: Task) -> bool:
    """Whether a step of the task looks at something. Raises BadInput as `chooses`."""
    return any(step.is_check for step in variants_of([step.text for step in task.steps]))


def mutants_of(
    task: Task, baseline: Baseline, parser: ScreenParser, lies: Sequence[str] = ()
) -> tuple[Mutant, ...]:
    """All mutants of a task, the most telling first, those that do the same last.

    Args:
        task: As it is.
        baseline: What its run has shown.
        parser: Reads the screens of that run.
        lies: What its program is to lie about.
    """
    steps = variants_of([step.text for step in task.steps])
    values = [
        replace(mutant, was=task.steps[at].text)
        for at, step in enumerate(steps)
        for mutant in other_value(at, step, baseline, parser)
    ]
    without = [mutant for at, step in enumerate(steps) for mutant in left_out(at, step, baseline)]
    only_one = sum(not step.is_check for step in steps) == 1  # to leave out the only step is to do nothing
    nothing = Mutant("nothing done", keeps=tuple(at for at, step in enumerate(steps) if step.is_check))
    return in_turn([nothing, *lying(lies), *values, *([] if only_one else without)])


def lying(lies: Sequence[str]) -> list[Mutant]:
    """A mutant for each lie that the program is to tell."""
    return [Mutant("lie", lie=lie) for lie in lies]


def in_turn(mutants: Sequence[Mutant]) -> tuple[Mutant, ...]:
    """In the order in which they are done: those that do the same last."""
    return tuple(sorted(mutants, key=lambda mutant: bool(mutant.equivalent)))


def left_out(at: int, step: StepVariants, baseline: Baseline) -> Iterator[Mutant]:
    """The mutant without a step, if it has one of its own."""
    if step.is_check:
        return
    if step.harmless:
        yield Mutant("left out", at, equivalent=step.harmless)
    elif at not in baseline.acted:
        yield Mutant("left out", at, equivalent="it found everything as it should be, and did nothing")
    elif step.enters != "state":  # to leave a box as it was is to give it the other state
        yield Mutant("left out", at, shows=step.shows)


def other_value(at: int, step: StepVariants, baseline: Baseline, parser: ScreenParser) -> Iterator[Mutant]:
    """The mutant with another value in a step, if there is one."""
    values = tuple(_values(at, step, baseline, parser))
    if values:
        yield Mutant("other value", at, tuple(map(step.with_value, values)), values)


def _values(at: int, step: StepVariants, baseline: Baseline, parser: ScreenParser) -> Sequence[str]:
    match step.enters:
        case "text":
            return other_texts(step.value)
        case "state":
            return ("",)
        case "entry" if at in baseline.clicked:
            frame, point = baseline.clicked[at]
            return entries_beside(parser.read(frame), point)
        case "row" if at in baseline.first:
            return rows_beside(parser.read(baseline.first[at]), step.value, step.beside)
        case "radio" if step.target is not None and at in baseline.first:
            return radios_beside(parser.read(baseline.first[at]), step.target) or ()
    return ()
