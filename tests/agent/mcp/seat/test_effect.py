"""Effects, as they are seen on two frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.mcp.seat.effect import effect_of, news
from tools.action import Click, Key, Scroll, Type
from tools.geometry import Box, Point
from tools.observation import Frame, Observation, Settled
from tools.see.scene import Line, Scene, Widget

if TYPE_CHECKING:
    from tools.action import Action

BUTTON = Widget("button", Box(100, 100, 80, 30))
BOX = Widget("checkbox", Box(20, 20, 16, 16), checked=False)
LONG = "x" * 30 + "Ada Lovelace of Engine Yard, 7, Berlin 10115"
CLICK = Click(point=Point(140, 115))


def drawn(*boxes: Box) -> Frame:
    rgb = np.full((300, 400, 3), 200, np.uint8)
    for box in boxes:
        rgb[box.slices] = 30
    return Frame.from_rgb(rgb)


class Reads:
    """Knows what stands on each of two frames."""

    def __init__(
        self,
        before: Frame,
        old: tuple[str, ...],
        new: tuple[str, ...],
        *,
        ticked: bool = False,
        close: str = "",
    ) -> None:
        self._close = close
        self._before, self._old, self._new, self._ticked = before, old, new, ticked

    def read(self, frame: Frame) -> Scene:
        is_old = frame is self._before
        lines = tuple(
            Line(text, Box(110, 105 + 40 * number, 60, 20))
            for number, text in enumerate(self._old if is_old else self._new)
        )
        box = Widget("checkbox", BOX.box, checked=not is_old and self._ticked)
        return Scene(frame, lines, (BUTTON, box))

    def read_box(self, frame: Frame, box: Box) -> Line:
        return Line("" if frame is self._before else self._close, box)


def seen(
    action: Action,
    change: Box | None,
    texts: tuple[tuple[str, ...], tuple[str, ...]] = (("Save",), ("Save",)),
    *,
    quiet: bool = True,
    ticked: bool = False,
    pointer: Point | None = None,
    restless: tuple[Box, ...] = (),
) -> str:
    before, after = drawn(), drawn(*([change] if change else []))
    reads = Reads(before, *texts, ticked=ticked)
    observations = Observation(before, pointer=pointer), Observation(after, Settled(quiet=quiet))
    return effect_of(action, *observations, reads, restless).effect


def test_what_changes_nothing_has_no_effect_and_a_caret_is_nothing() -> None:
    assert seen(CLICK, None) == "none"
    assert seen(CLICK, Box(300, 200, 2, 20)) == "none"


def test_a_change_elsewhere_is_the_effect_of_a_click_and_a_highlight_is_none_for_certain() -> None:
    assert seen(CLICK, Box(200, 200, 100, 50)) == "confirmed"
    assert seen(CLICK, Box(102, 102, 70, 20)) == "unverifiable"
    assert seen(CLICK, Box(102, 102, 70, 20), (("Save",), ("Saved",))) == "confirmed"
    assert seen(Key(keys=("enter",)), Box(102, 102, 70, 20)) == "confirmed"


def test_a_box_that_is_ticked_is_seen_to_be() -> None:
    tick = Click(point=Point(28, 28))
    assert seen(tick, Box(22, 22, 10, 10), ticked=True) == "confirmed"
    assert seen(tick, Box(22, 22, 10, 10)) == "unverifiable"


def test_what_still_moves_proves_nothing() -> None:
    assert seen(CLICK, Box(200, 200, 100, 50), quiet=False) == "unverifiable"
    assert seen(Scroll(vertical=-3), Box(200, 200, 100, 50)) == "confirmed"


@pytest.mark.parametrize(
    ("text", "shown", "effect"),
    [
        ("Ada Lovelace", "Ada Lovelace", "confirmed"),
        ("Ada Lovelace", "AdaLovelace", "confirmed"),
        (LONG, "e of Engine Yard, 7, Berlin 10115", "unverifiable"),
        (LONG, f"xxx{LONG[30:]}", "confirmed"),
        ("Ada Lovelace", "Ada Lovelac", "unverifiable"),
        ("hunter2", "\u2022\u2022\u2022\u2022\u2022\u2022\u2022", "unverifiable"),
        ("${secret.PASSWORD}", "${secret.PASSWORD}", "unverifiable"),
        ("\n", "Ada", "unverifiable"),
    ],
)  # fmt: skip
def test_a_text_is_typed_where_it_is_read(text: str, shown: str, effect: str) -> None:
    assert seen(Type(text=text), Box(105, 100, 120, 30), ((), (shown,))) == effect


@pytest.mark.parametrize(
    ("text", "was", "now", "effect"),
    [
        ("a", (), "Save as", "unverifiable"),
        ("a", (), "a", "confirmed"),
        ("a", ("Ad",), "Ada", "confirmed"),
        ("a", ("Adm",), "Adam", "confirmed"),
        ("a", ("Ada",), "Ada B", "unverifiable"),
        ("Berlin", ("Berlin",), "Berlin!", "unverifiable"),
        ("Berlin", ("Potsdam",), "Berlin", "confirmed"),
    ],
)
def test_a_short_text_is_not_any_that_has_its_letters(
    text: str, was: tuple[str, ...], now: str, effect: str
) -> None:
    """A key that opens a dialog "Save as" has not typed an "a"."""
    assert seen(Type(text=text), Box(105, 100, 120, 30), (was, (now,))) == effect


def test_what_changes_by_itself_is_no_effect() -> None:
    clock = Box(300, 20, 60, 20)
    assert seen(CLICK, clock) == "confirmed"
    assert seen(CLICK, clock, restless=(clock,)) == "unverifiable"
    assert seen(CLICK, Box(200, 200, 100, 50), restless=(clock,)) == "confirmed"


def test_the_highlight_that_the_pointer_leaves_is_no_effect() -> None:
    left, there = Box(250, 200, 60, 30), Point(280, 215)
    for action in (CLICK, Scroll(point=Point(140, 115), vertical=-3)):
        assert seen(action, left, pointer=there) == "unverifiable"
        assert seen(action, left, pointer=Point(5, 5)) == "confirmed"


def test_a_line_that_a_caret_ends_early_is_read_by_itself() -> None:
    before, after = drawn(), drawn(Box(105, 100, 120, 30))
    reads = Reads(before, (), ("abc",), close="abc Def")
    assert (
        effect_of(Type(text="abc Def"), Observation(before), Observation(after), reads).effect == "confirmed"
    )


def test_another_size_of_the_screen_says_nothing() -> None:
    before, after = drawn(), Frame.from_rgb(np.zeros((200, 200, 3), np.uint8))
    assert (
        effect_of(CLICK, Observation(before), Observation(after), Reads(before, (), ())).effect
        == "unverifiable"
    )


def test_news_are_the_lines_that_came_and_went_each_as_often_as_it_is_there() -> None:
    before, after = drawn(), drawn(Box(0, 0, 5, 5))
    reads = Reads(before, ("Name", "Edit", "Edit"), ("Edit", "Name", "Saved", "Saved"))
    assert news(before, after, reads) == (("Saved", "Saved"), ("Edit",))
