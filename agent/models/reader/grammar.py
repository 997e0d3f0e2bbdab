r"""From a step's sentence to a command; the sentences themselves are in `steps.lark`.

Inside quotes a backslash takes the special meaning from a quote or another backslash, and `\n` and `\t` are
a new line and a tab; any other backslash stands for itself. A text to type reaches to the last quote after
which the sentence can still go on, so that quotes inside it are typed as they are;
`agent.task.variables.quoted` makes any text at all safe.
"""

from __future__ import annotations

import difflib
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from agent.errors import BadInput
from agent.models.reader.commands import (
    Choose,
    Clear,
    Click,
    Command,
    Drag,
    Press,
    Scroll,
    Select,
    Tick,
    Type,
    Wait,
)
from tools.keys import parse_chord
from tools.locate.locator import Locator, Relation

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

    from agent.task import Task

_SOURCE = Path(__file__).with_name("steps.lark").read_text(encoding="utf-8")
FORMS: tuple[str, ...] = tuple(line[3:].strip() for line in _SOURCE.splitlines() if line.startswith("//:"))
"""Every kind of sentence, one example each, as shown to a person."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PATIENCE = 20.0
"""Seconds that a step waits for a text when it does not say how long."""
_ESCAPES = {"n": "\n", "t": "\t"}


def parse_step(text: str) -> Command:
    """The command that a sentence stands for.

    Raises:
        BadInput: the sentence is outside the grammar; the message holds the nearest form and all forms.
    """
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415  (loaded on use: the command line must start fast)

    try:
        tree = _parser().parse(text.strip())
    except UnexpectedInput as error:
        raise BadInput(_complaint(text, error.column)) from error
    try:
        return _Reading().command(cast("Tree[Token]", tree.children[0]))
    except ValueError as error:
        raise BadInput(f"{error}, in: {text}") from error


def check_steps(task: Task) -> None:
    """See that every step of the task can be understood.

    Raises:
        BadInput: the task has no steps, or one is outside the grammar; the message names its line.
    """
    commands_of(task)


def commands_of(task: Task) -> tuple[Command, ...]:
    """The commands of all steps, in order.

    Raises:
        BadInput: as `check_steps`.
    """
    if not task.steps:
        raise BadInput(
            f"{task.source}: the model `reader` follows written steps, and the task has none: "
            "add `steps:` to it"
        )
    commands = []
    for step in task.steps:
        try:
            commands.append(parse_step(step.text))
        except BadInput as error:
            raise BadInput(f"{task.source}:{step.line}: steps: {error}") from error
    return tuple(commands)


def unescape(quoted: str) -> str:
    """The text that stands between the quotes of a sentence."""
    return re.sub(r'\\([\\"“”nt])', lambda found: _ESCAPES.get(found[1], found[1]), quoted[1:-1])


@functools.cache
def _parser() -> Lark:
    from lark import Lark  # noqa: PLC0415

    return Lark(_SOURCE, parser="lalr", lexer="contextual", maybe_placeholders=True)


def _complaint(text: str, column: int) -> str:
    where = f"column {column}" if column > 0 else "its end"
    head = [f"not a step that `reader` understands (from {where}): {text}", f"nearest form: {_nearest(text)}"]
    return "\n".join([*head, "all forms:", *(f"  {form}" for form in FORMS)])


def _nearest(text: str) -> str:
    """The first form with the most similar verb; the quoted parts are anybody's."""
    verbs = {form.partition(" ")[0].lower(): form for form in reversed(FORMS)}
    verb = text.partition(" ")[0].lower()
    return verbs[difflib.get_close_matches(verb, verbs, n=1, cutoff=0.0)[0]]


class _Reading:
    """Turns the parts of a parsed sentence into values; one method for each rule of the grammar."""

    def command(self, tree: Tree[Token]) -> Command:
        return cast("Command", getattr(self, f"_{tree.data}")(*tree.children))

    def _click(self, word: Token, target: Tree[Token]) -> Click:
        kind = re.sub(r"[- ]?click.*", "", word.lower(), flags=re.DOTALL)
        if kind in ("right", "middle"):
            return Click(self._target(target), button=cast("Any", kind))
        return Click(self._target(target), count=3 if kind == "triple" else 2 if kind == "double" else 1)

    def _type(self, text: Token, field: Tree[Token] | None = None) -> Type:
        return Type(unescape(text), self._target(field) if field else None)

    def _append(self, text: Token, field: Tree[Token]) -> Type:
        return Type(unescape(text), self._target(field), append=True)

    def _clear(self, field: Tree[Token]) -> Clear:
        return Clear(self._target(field))

    def _press(self, chord: Token, times: Tree[Token] | None) -> Press:
        count = times.children[0] if times else "1"
        return Press(parse_chord(chord), 2 if str(count).lower() == "twice" else int(float(str(count))))

    def _select(self, option: Token, field: Tree[Token]) -> Select:
        return Select(unescape(option), self._target(field))

    def _tick(self, target: Tree[Token]) -> Tick:
        return Tick(self._target(target), on=True)

    def _untick(self, target: Tree[Token]) -> Tick:
        return Tick(self._target(target), on=False)

    def _choose(self, tree: Tree[Token]) -> Choose:
        target = self._target(tree)
        path = tuple(part.strip() for part in target.text.split(" > "))
        return Choose(path, Locator(path[-1], target.ordinal, target.qualifiers))

    def _scroll(self, direction: Token, text: Token, area: Tree[Token] | None) -> Scroll:
        return Scroll(cast("Any", direction.lower()), unescape(text), self._target(area) if area else None)

    def _scroll_in(self, direction: Token, area: Tree[Token], text: Token) -> Scroll:
        return self._scroll(direction, text, area)

    def _drag(self, source: Tree[Token], destination: Tree[Token]) -> Drag:
        return Drag(self._target(source), self._target(destination))

    def _wait(self, text: Token, change: Token, seconds: Token | None) -> Wait:
        appears = not change.lower().startswith("dis")
        return Wait(unescape(text), appears, float(seconds) if seconds else _PATIENCE)

    def _target(self, tree: Tree[Token]) -> Locator:
        ordinal, label, *qualifiers = cast("list[Any]", tree.children)
        return Locator(unescape(label), _number(ordinal), tuple(self._qualifier(one) for one in qualifiers))

    def _qualifier(self, tree: Tree[Token]) -> tuple[Relation, Locator]:
        relation, ordinal, label = cast("list[Any]", tree.children)
        kind = relation.data.replace("_", " ")
        return kind, Locator(unescape(label), _number(ordinal))


def _number(ordinal: Tree[Token] | None) -> int | None:
    if ordinal is None:
        return None
    word = str(ordinal.children[0]).lower()
    if word == "last":
        return -1
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
