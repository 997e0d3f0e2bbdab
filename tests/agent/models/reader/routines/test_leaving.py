"""A table's cell is left, where no keys come next, and keeps what was entered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.leaving import goes_on, leave
from agent.models.reader.step_parser import parse_steps
from agent.protocol.write import Reply, do
from tests.agent.fakes import make_task
from tests.agent.models.reader.paper import PaperParser, form
from tools.action import Key, Type, Wait
from tools.geometry import Box
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from tools.see.scene import Scene

CELL = Locator("Quantity")


@pytest.mark.parametrize(
    ("following", "stays"),
    [
        ((), False),
        (('Click "Save"',), False),
        (("Press Enter",), True),
        (('Type "12"',), True),
        (('Type "12" into "Price"', "Press Enter"), False),
        (('Clear "Price"',), False),
        (('Select "kg" in "Unit"', "Press Enter"), False),
        (('Expect "9"', 'Click "Save"'), False),
        (('Expect "9"', "Press Enter"), True),
        (('Expect "9"', 'Type "12" into "Price"'), False),
        (('If "Sure?" appears: Press Enter', 'Click "Save"'), True),
        (('If "Sure?" appears: Click "Yes"', "Press Enter"), True),
        (('If "Sure?" appears: Click "Yes"', 'Click "Save"'), False),
    ],
)
def test_the_keyboard_stays_where_keys_come_next(following: tuple[str, ...], *, stays: bool) -> None:
    written = [{"text": text, "line": line} for line, text in enumerate(following, 1)]
    assert goes_on(parse_steps(make_task(steps=written)) if written else ()) is stays


class Cell:
    """Shows what was entered only once it was left by some number of keys, Tab and Enter and Tab again."""

    def __init__(self, kept_by: int) -> None:
        self.keys: list[str] = []
        self._kept_by = kept_by

    def other(self, _look: Look) -> str | None:
        return None if sum(key != "9" for key in self.keys) >= self._kept_by else "it shows '4'"

    def again(self, look: Look) -> Routine:
        yield do(Type(text="9"), "Once more.")
        return look

    def left(self) -> list[str]:
        """The keys that it was sent."""
        parser = PaperParser()
        look = Look(parser.paint(form()), parser)
        routine = leave(CELL, Box(0, 0, 90, 20), self.other, self.again, look)
        try:
            decision = next(routine)
            while True:
                assert isinstance(decision, Reply)
                match decision.does:
                    case Key(keys=(key,)):
                        self.keys.append(key)
                    case Type(text=text):
                        self.keys.append(text)
                    case other:
                        assert isinstance(other, Wait)
                decision = routine.send(look)
        except StopIteration:
            return self.keys


@pytest.mark.parametrize(
    ("kept_by", "keys"), [(1, ["tab"]), (2, ["tab", "9", "enter", "tab"]), (3, ["tab", "9", "enter", "tab"])]
)
def test_a_cell_that_drops_its_text_by_tab_is_left_by_enter(kept_by: int, keys: list[str]) -> None:
    assert Cell(kept_by).left() == keys


def test_a_cell_that_keeps_nothing_fails_the_step() -> None:
    with pytest.raises(StepFailed, match="it shows '4', by Tab and by Enter"):
        Cell(4).left()


class OneScene(PaperParser):
    """Reads the same on every frame."""

    def read(self, frame: Frame) -> Scene:
        """What stands in the form."""
        return replace(super().read(self.paint(form())), frame=frame)


@pytest.mark.parametrize(
    ("right", "wide", "taken"), [(100, 2, True), (6, 2, False), (100, 30, False)]
)  # a caret far behind the text, one beside it, more than a caret
def test_a_cell_whose_editor_takes_the_tab_is_not_left(right: int, wide: int, *, taken: bool) -> None:
    """One of several lines: nothing but its caret goes elsewhere."""
    parser = OneScene()
    entered, after = (parser.paint(form()).rgb.copy() for _ in range(2))
    entered[44:60, 104:106] = after[44:60, 104 + right : 104 + right + wide] = 0
    first = Look(Frame.from_rgb(entered), parser)
    routine = leave(CELL, Box(100, 40, 200, 24), lambda _: None, Cell(0).again, first)
    next(routine)
    with pytest.raises(StepFailed if taken else StopIteration):
        routine.send(Look(Frame.from_rgb(after), parser, first.frame))


@pytest.mark.parametrize(
    ("changed", "returns"),
    [(Box(20, 74, 300, 24), True), (Box(20, 6, 300, 60), True), (Box(20, 42, 300, 24), False)],
)  # the row below it, that above it and its own, its own
def test_the_keyboard_is_brought_back_from_another_row(changed: Box, *, returns: bool) -> None:
    parser = OneScene()
    entered, after = (parser.paint(form()).rgb.copy() for _ in range(2))
    after[changed.slices] = 90
    first = Look(Frame.from_rgb(entered), parser)
    routine = leave(CELL, Box(200, 40, 120, 24), lambda _: None, Cell(0).again, first)
    next(routine)
    try:
        decision = routine.send(Look(Frame.from_rgb(after), parser, first.frame))
    except StopIteration:
        assert not returns
    else:
        assert returns
        assert isinstance(decision, Reply)
        assert decision.does == Key(keys=("shift", "tab"))
