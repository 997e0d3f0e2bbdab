r"""Step parser: written sentences -> `ParsedStep`s; the grammar itself is `steps.lark`.

Inside quotes a backslash takes the special meaning from a quote or another backslash, and `\n` and `\t` are
a new line and a tab; any other backslash stands for itself. A text to type reaches to the last quote after
which the sentence can still go on, so that quotes inside it are typed as they are;
`agent.task.variables.quoted` makes any text at all safe.
"""

from __future__ import annotations

import difflib
import functools
import re
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from agent.errors import BadInput
from agent.models.reader.steps import ClickImageStep, ExpectStep, IfStep, ReadStep, TypeStep, sought
from agent.protocol.toolcall import LONGEST_TEXT
from agent.redact.references import BEGINS
from agent.scripts import check_readable
from agent.task.places import folder_of, place_of_step
from tools.relocate.picture import open_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lark import Lark

    from agent.models.reader.steps import ParsedStep
    from agent.task import Task, TaskStep

_SOURCE = Path(__file__).with_name("steps.lark").read_text(encoding="utf-8")
_KINDS = [re.findall("^//: *(.+)$", rule, re.MULTILINE) for rule in _SOURCE.split("\n\n")]
FORMS: tuple[str, ...] = tuple(form for kind in _KINDS for form in kind)
"""Every kind of sentence, one example each, as shown to a person."""
_LONGEST = 2 * LONGEST_TEXT
"""Characters of a step: in a text that is typed, each quote and backslash is written as two."""
_SPLIT = f"{LONGEST_TEXT} at most; make several steps of it"
_TOLD = 10
"""Wrong steps that are told of at once."""
_SHOWN = 200
"""Characters of a wrong one."""
_WIDTH = 100
"""Columns of the list of forms."""


class WrongSentence(BadInput):
    """A sentence that is outside the grammar.

    Args:
        message: what is wrong with it.
        advice: the forms that there are.
        offset: of the first character that can't be read.
    """

    def __init__(self, message: str, advice: str, offset: int) -> None:
        super().__init__(message, advice)
        self.offset = offset


def parse_step(text: str) -> ParsedStep:
    """The step that a sentence stands for.

    Raises:
        WrongSentence: it is outside the grammar; told with the nearest form and, as advice, all forms.
        BadInput: it is a sentence of the grammar that means nothing.
    """
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415  (loaded on use: the command line must start fast)

    if len(text) > _LONGEST:
        raise BadInput(f"a step of {len(text)} characters is too long, {_SPLIT}: {_short(text)}")
    try:
        return cast("ParsedStep", _parser().parse(text.strip()))
    except UnexpectedInput as error:
        indent = len(text) - len(text.lstrip())
        column = error.column if error.column > 0 else len(text.strip()) + 1
        raise WrongSentence(_complaint(text, error.column), _all_forms(), indent + column - 1) from error
    except ValueError as error:
        raise BadInput(f"{_short(text)}: {error}") from error


def parse_steps(task: Task) -> tuple[ParsedStep, ...]:
    """All steps of the task, in order; without own ones that are not expanded: the task is only checked.

    Raises:
        BadInput: the task has no steps, some are outside the grammar, or a picture can't be used; the message
            names each one's place.
    """
    if not task.steps:
        raise BadInput(
            f"{task.source}:1:1: the model `reader` follows written steps, and the task has none: "
            "add `steps:` to it"
        )
    return _parsed(task, task.steps, "steps")


def check_interruptions(task: Task) -> None:
    """Make sure that each interruption can be answered.

    Raises:
        BadInput: a sentence is outside the grammar, or does not act; the message names its place.
    """
    sentences = [step for one in task.interruptions for step in one.do]
    for written, step in zip(sentences, _parsed(task, sentences, "interruptions"), strict=True):
        if isinstance(step, ExpectStep | ReadStep | IfStep):
            raise BadInput(
                f"{place_of_step(task, written)}: interruptions: a dialog is answered by steps that act, "
                f"not by: {_short(written.text)}"
            )


def _parsed(task: Task, steps: Sequence[TaskStep], key: str) -> tuple[ParsedStep, ...]:
    parsed: list[ParsedStep] = []
    faults: list[BadInput] = []
    wrong: dict[tuple[str | None, int, int], int] = {}
    for step in steps:
        try:
            _refuse_two_meanings(step)
            if step.is_unexpanded:
                continue
            parsed.append(_readable(_beside(folder_of(task, step), parse_step(step.text))))
        except BadInput as error:
            # For the character the file is read once more, so only for those that are told.
            is_told = wrong.setdefault((step.file, step.line, step.column), len(wrong)) < _TOLD
            offset = error.offset if is_told and isinstance(error, WrongSentence) else None
            where = f"{place_of_step(task, step, offset)}: {key}: "
            behind = f"\n  made by the own step: {_short(step.own)}" if step.own else ""
            faults.append(BadInput(f"{where}{error.message}{behind}", error.advice))
    if faults:
        raise BadInput.together(faults, most=_TOLD)
    return tuple(parsed)


def _refuse_two_meanings(step: TaskStep) -> None:
    """Make sure that an own step is worded so that nobody takes it for another one.

    Raises:
        BadInput: the embedded model knows its sentence too, and would do something else.
    """
    if step.own is None:
        return
    try:
        parse_step(step.own)
    except BadInput:
        return
    raise BadInput("this own step is a step of the embedded model as well; word it otherwise in steps.py")


def _readable(step: ParsedStep) -> ParsedStep:
    """The step, if all that it looks for can be read.

    Raises:
        BadInput: a name is in a script that can't be read here, or a text is too long to be typed.
    """
    if isinstance(step, TypeStep) and len(step.text) > LONGEST_TEXT:
        raise BadInput(f"a text of {len(step.text)} characters can't be typed at once, {_SPLIT}")
    for text in sought(step):
        if isinstance(step, ExpectStep | ReadStep) and BEGINS in text:
            raise BadInput(f"a secret is painted over before anything is looked at, so {text} is never seen")
        check_readable(text)
    return step


def _beside(folder: Path, step: ParsedStep) -> ParsedStep:
    """The step, the path of its picture from the folder of its file."""
    if not isinstance(step, ClickImageStep):
        return step
    path = folder / step.image
    try:
        open_picture(path)
    except FileNotFoundError:
        raise BadInput(f"there is no picture {path}; its path starts at the file of the step") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"the picture {path} can't be used: {error}") from None
    return replace(step, image=str(path))


@functools.cache
def _parser() -> Lark:
    from agent.models.reader.step_transformer import lark_parser  # noqa: PLC0415  (loaded on use, as lark is)

    return lark_parser(_SOURCE)


@functools.cache
def _all_forms() -> str:
    """All forms: those of one rule beside each other, and none broken."""
    whole = "\N{NO-BREAK SPACE}"
    kinds = ["   ".join(form.replace(" ", whole) for form in kind) for kind in _KINDS if kind]
    lines = [textwrap.fill(kind, _WIDTH, initial_indent="  ", subsequent_indent="    ") for kind in kinds]
    return "\n".join(["all forms:", *lines]).replace(whole, " ")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _complaint(text: str, column: int) -> str:
    where = f"column {column}" if column > 0 else "its end"
    unread = f"not a step that `reader` understands (from {where}): {_short(text)}"
    return f"{unread}\n  nearest form: {_nearest(text)}"


def _nearest(text: str) -> str:
    """Of the forms with the most similar verb the one most like it; the quoted parts are anybody's."""
    verbs = dict.fromkeys(_verb(form) for form in FORMS)
    text = _short(text)
    verb = difflib.get_close_matches(_verb(text), verbs, n=1, cutoff=0.0)[0]
    return max((form for form in FORMS if _verb(form) == verb), key=lambda form: _likeness(form, text))


def _verb(text: str) -> str:
    return text.partition(" ")[0].lower()


def _likeness(form: str, text: str) -> tuple[int, float]:
    """How alike they are: by how many parts are in quotes, then by the words outside."""
    one, other = (re.sub('".*?"', '""', each.lower()) for each in (form, text))
    alike = difflib.SequenceMatcher(None, one, other).ratio()
    return -abs(one.count('""') - other.count('""')), round(alike, 1)  # of equally good ones the first
