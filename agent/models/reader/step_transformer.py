"""Lark transformer: parse tree -> `ParsedStep`, one method for each rule. Imported on use, as lark is."""

# ruff: noqa: D102  (a method is named for its rule, and `steps.lark` shows the rule's sentences)

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast

from lark import Lark, Transformer, v_args

from agent.expect.expectation import Absent, InState, Shows, Visible
from agent.models.reader.kept_parser import kept, place_of
from agent.models.reader.steps import (
    ActingStep,
    ChooseStep,
    ClearStep,
    ClickIconStep,
    ClickImageStep,
    ClickStep,
    DragStep,
    ExpectStep,
    FoldStep,
    HoverIconStep,
    HoverStep,
    IfStep,
    ParsedStep,
    PressStep,
    ReadStep,
    ScrollStep,
    SelectStep,
    TickStep,
    TypeStep,
    WaitStep,
)
from agent.task.spoken import number_of, unescape
from tools.action import MOST_TIMES
from tools.keys import parse_chord
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from lark import Token, Tree

    from agent.expect.expectation import State
    from agent.models.reader.kept_parser import Kept
    from tools.action import Button
    from tools.locate.areas.wheel import Way
    from tools.locate.locator import Relation

    Qualifier = tuple[Relation, Locator]

_CLICKS: dict[str, tuple[Button, Literal[1, 2, 3]]] = {
    "right": ("right", 1),
    "middle": ("middle", 1),
    "double": ("left", 2),
    "triple": ("left", 3),
}
_PATIENCE = 20.0
"""Seconds that a step waits for a text when it does not say how long."""


@v_args(inline=True)
class StepTransformer(Transformer[Any, ParsedStep]):
    """Makes a value of each rule's parts; of a relation, which has no method, lark makes a tree.

    A method raises ValueError for a part without a meaning: a key that there is not.
    """

    def start(self, step: ParsedStep, _end: Token | None = None) -> ParsedStep:
        return step

    def click(self, word: Token, target: Locator, again: Token | None) -> ClickStep:
        button, count = _clicks(word)
        return ClickStep(target, button, count, again is not None)

    def click_image(self, word: Token, image: Token) -> ClickImageStep:
        return ClickImageStep(unescape(image), *_clicks(word))

    def click_icon(self, word: Token, target: Locator) -> ClickIconStep:
        return ClickIconStep(target, *_clicks(word))

    def type(self, text: Token, field: Locator | None = None) -> TypeStep:
        return TypeStep(unescape(text), field)

    def append(self, text: Token, field: Locator) -> TypeStep:
        return TypeStep(unescape(text), field, append=True)

    def fill(self, field: Locator, text: Token) -> TypeStep:
        return TypeStep(unescape(text) if text.type == "VALUE" else str(text), field)

    def clear(self, field: Locator) -> ClearStep:
        return ClearStep(field)

    def press(self, chord: Token, times: int | None) -> PressStep:
        return PressStep(parse_chord(chord), 1 if times is None else times)

    def press_button(self, target: Locator) -> ClickStep:
        return ClickStep(target)

    def times(self, count: Token) -> int:
        times = 2.0 if count.lower() == "twice" else float(count)
        if not 1 <= times <= MOST_TIMES or times != int(times):
            raise ValueError(f"a key is pressed 1 to {MOST_TIMES} times, not {count[:40]}")
        return int(times)

    def select(self, option: Token, field: Locator) -> SelectStep:
        return SelectStep(unescape(option), field)

    def select_tab(self, ordinal: int | None, label: Token, *qualifiers: Qualifier) -> ChooseStep:
        target = self.target(ordinal, label, *qualifiers)
        return ChooseStep((target.text,), target)

    def tick(self, target: Locator) -> TickStep:
        return TickStep(target, on=True)

    def untick(self, target: Locator) -> TickStep:
        return TickStep(target, on=False)

    def turn(self, state: Token, target: Locator) -> TickStep:
        return TickStep(target, on=state.lower() == "on")

    def turned(self, target: Locator, state: Token) -> TickStep:
        return self.turn(state, target)

    def choose(self, target: Locator) -> ChooseStep:
        return ChooseStep(*_path(target))

    def fold(self, word: Token, target: Locator) -> FoldStep:
        return FoldStep(*_path(target), opens=word.lower() == "expand")

    def scroll(self, direction: Token, text: Token, area: Locator | None) -> ScrollStep:
        return ScrollStep(cast("Way", direction.lower()), unescape(text), area)

    def scroll_in(self, direction: Token, area: Locator, text: Token) -> ScrollStep:
        return self.scroll(direction, text, area)

    def drag(self, source: Locator, destination: Locator) -> DragStep:
        return DragStep(source, destination)

    def hover(self, target: Locator) -> HoverStep:
        return HoverStep(target)

    def hover_icon(self, target: Locator) -> HoverIconStep:
        return HoverIconStep(target)

    def wait(self, text: Token, change: Token, seconds: Token | None) -> WaitStep:
        appears = not change.lower().startswith("dis")
        return WaitStep(unescape(text), appears, float(seconds) if seconds else _PATIENCE)

    def expect(self, target: Locator, seconds: float | None) -> ExpectStep:
        return ExpectStep(Visible(target), seconds)

    def expect_no(self, target: Locator, seconds: float | None) -> ExpectStep:
        return ExpectStep(Absent(target), seconds)

    def expect_shows(self, field: Locator, text: Token, seconds: float | None) -> ExpectStep:
        return ExpectStep(Shows(field, unescape(text) if text.type == "ENTERED" else str(text)), seconds)

    def expect_state(self, target: Locator, word: Token, seconds: float | None) -> ExpectStep:
        return ExpectStep(InState(target, _state(word)), seconds)

    def read(self, field: Locator, name: Token) -> ReadStep:
        return ReadStep(field, str(name))

    def condition(self, text: Token, seconds: float | None, does: ActingStep) -> IfStep:
        return IfStep(unescape(text), seconds, does)

    def within(self, seconds: Token) -> float:
        return float(seconds)

    def target(self, ordinal: int | None, label: Token, *qualifiers: Qualifier) -> Locator:
        return Locator(unescape(label), ordinal, qualifiers)

    def cell(self, row: Token, column: Token) -> Locator:
        return Locator(unescape(column), qualifiers=(("in row", Locator(unescape(row))),))

    def qualifier(self, relation: Tree[Token], ordinal: int | None, label: Token) -> Qualifier:
        kind = cast("Relation", relation.data.replace("_", " "))
        return kind, Locator(unescape(label), ordinal)

    def ordinal(self, word: Token) -> int:
        return number_of(word)


def _path(target: Locator) -> tuple[tuple[str, ...], Locator]:
    """The parts of a path, and the last one as the sentence has it."""
    path = tuple(part.strip() for part in target.text.split(" > "))
    return path, Locator(path[-1], target.ordinal, target.qualifiers)


def _state(word: Token) -> State:
    """The state that a word stands for, synonyms included."""
    said = " ".join(word.lower().split())
    named = re.sub("^un", "not ", said).replace("checked", "ticked").replace("selected", "chosen")
    return "disabled" if said.endswith("out") else cast("State", named)


def _clicks(word: Token) -> tuple[Button, Literal[1, 2, 3]]:
    """The button of a click, and how often it is pressed."""
    kind = re.sub(r"[- ]?click.*", "", word.lower(), flags=re.DOTALL)
    return _CLICKS.get(kind, ("left", 1))


def lark_parser(source: str) -> Lark:
    """The parser of that grammar, whose `parse` returns a step."""
    return kept(place_of(source), partial(_made, source))


def _made(source: str, cache: Kept | None) -> Lark:
    way = {"parser": "lalr", "lexer": "contextual", "maybe_placeholders": True, "cache": cache or False}
    return Lark(source, transformer=StepTransformer(), **way)
