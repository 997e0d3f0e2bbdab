"""A list in other colours: the same entry lit is the same choice, if it is a list that has just come up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from agent.replay.live.compare.entries.lit import another_is_lit
from agent.replay.live.compare.entries.pairs import pairs_of
from agent.replay.live.compare.entries.repainted import is_repainted
from agent.replay.live.compare.screens.screens import Screens
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from tests.tools.scenes import FakeParser, line, painted
from tools.geometry import Box
from tools.observation import Frame
from tools.see.scene import Line, Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = (
    "Name",
    "E-mail",
    "Phone",
    "Country",
    "Customer type",
    "Credit limit",
    "Currency",
    "Newsletter",
    "Save",
)
TITLE = [line(text, 20, 40 + 30 * at) for at, text in enumerate(LABELS)]
"""All the rest of the form, which looks as it did."""
ENTRIES = [
    line(name, 300, 200 + 24 * at)
    for at, name in enumerate(("Austria", "Belgium", "Canada", "Denmark", "Finland"))
]
CLOSED, OPEN = painted(*TITLE), painted(*TITLE, *ENTRIES)
WHITE, GREY, BLACK, BLUE = 240, 190, 5, 90


def shown(*grounds: int) -> Scene:
    """The open list, each entry on its ground."""
    bgrx = OPEN.frame.bgrx.copy()
    for entry, ground in zip(ENTRIES, grounds, strict=True):
        row = Box(290, entry.box.top - 4, 200, 24)
        ink = bgrx[entry.box.slices] if ground > GREY // 2 else 255 - bgrx[entry.box.slices]
        bgrx[row.slices] = ground
        inner = entry.box.grow(-3)
        bgrx[inner.slices] = ink[3:-3, 3:-3]
    return Scene(Frame(np.ascontiguousarray(bgrx)), OPEN.lines, OPEN.widgets)


def said(
    then: Sequence[int], now: Sequence[int], earlier: Scene = CLOSED, *, by_keys: bool = False
) -> str | None:
    return compared(shown(*then), shown(*now), CLOSED, earlier, by_keys=by_keys)


def compared(
    then: Scene,
    now: Scene,
    then_before: Scene,
    now_before: Scene,
    *,
    by_keys: bool = False,
    typed: TypedTexts = TypedTexts(),  # noqa: B008  (frozen)
) -> str | None:
    parser = FakeParser(then, now, then_before, now_before)
    runs = Screens([then_before.frame], then, parser), Screens([now_before.frame], now, parser)
    return another_is_lit(then, now, Wording(typed=typed), (None, None), by_keys=by_keys, runs=runs)


RECORDED = (GREY, WHITE, WHITE, WHITE, WHITE)


def test_a_list_that_has_come_up_black_with_the_same_entry_lit_says_the_same() -> None:
    assert said(RECORDED, (GREY, BLACK, BLACK, BLACK, BLACK)) is None


def test_the_lit_entry_keeps_its_colour_or_nobody_knows() -> None:
    assert "is lit otherwise" in str(said(RECORDED, (BLUE, BLACK, BLACK, BLACK, BLACK)))


def test_an_entry_that_stands_in_the_field_too_is_no_gap_in_the_list() -> None:
    """It is on the screen twice, and no pair is made of it."""
    field = line("Belgium", 300, 400)
    then, now = (
        replace(one, lines=(*one.lines, field))
        for one in (shown(*RECORDED), shown(GREY, BLACK, BLACK, BLACK, BLACK))
    )
    assert compared(then, now, CLOSED, CLOSED) is None


@pytest.mark.parametrize(
    "now",
    [(BLACK, GREY, BLACK, BLACK, BLACK), (BLACK,) * 5, (WHITE, GREY, WHITE, WHITE, WHITE), (WHITE,) * 5],
)
def test_another_entry_lit_is_another_choice_whatever_the_colours(now: Sequence[int]) -> None:
    assert "is lit otherwise" in str(said(RECORDED, now))


def test_some_of_the_entries_lit_are_no_other_theme() -> None:
    assert "is lit otherwise" in str(said(RECORDED, (GREY, BLUE, BLUE, WHITE, WHITE)))


def test_in_a_list_that_was_there_before_all_may_have_been_chosen() -> None:
    assert "is lit otherwise" in str(said(RECORDED, (GREY, BLUE, BLUE, BLUE, BLUE), OPEN))


def test_a_key_acts_on_what_is_lit() -> None:
    assert "is lit otherwise" in str(said(RECORDED, (GREY, BLACK, BLACK, BLACK, BLACK), by_keys=True))


REMARK = line("Prefers letters", 310, 210)
AREA = Box(290, 190, 240, 180)


def remarks(ground: int, *texts: Line, lit: int | None = None) -> Scene:
    """The form with a field of several lines on a ground, and a text in it, perhaps lit."""
    scene = painted(*TITLE, *texts)
    bgrx = scene.frame.bgrx.copy()
    inks = [(text.box.grow(-3), bgrx[text.box.grow(-3).slices].copy()) for text in texts]
    bgrx[AREA.slices] = ground
    for inner, ink in inks:
        if lit is not None:
            bgrx[inner.grow(5).slices] = lit
        bgrx[inner.slices] = ink if ground > GREY // 2 else 255 - ink
    return Scene(Frame(np.ascontiguousarray(bgrx)), scene.lines, scene.widgets)


TYPED = TypedTexts((("Prefers letters", "Prefers letters"),))


def test_a_typed_text_whose_field_is_black_all_over_is_not_selected() -> None:
    then, now = remarks(WHITE, REMARK), remarks(BLACK, REMARK)
    assert compared(then, now, CLOSED, CLOSED, typed=TYPED) is None


def test_a_typed_text_that_is_lit_in_its_field_is_selected() -> None:
    then = remarks(WHITE, REMARK)
    for ground in (WHITE, BLACK):
        now = remarks(ground, REMARK, lit=BLUE)
        assert "is lit otherwise" in str(compared(then, now, CLOSED, CLOSED, typed=TYPED))


def test_a_text_that_nobody_typed_may_say_something_by_its_colour() -> None:
    """A tile that has turned red, for one."""
    then, now = remarks(WHITE, REMARK), remarks(BLACK, REMARK)
    assert "is lit otherwise" in str(compared(then, now, then, now))


def test_without_a_screen_before_it_nobody_knows_whether_a_list_has_just_come_up() -> None:
    then, now = shown(*RECORDED), shown(GREY, BLACK, BLACK, BLACK, BLACK)
    pairs = pairs_of(then, now, Wording())
    entry = next(pair for pair in pairs if pair.was.text == "Canada")
    parser = FakeParser(then, now, CLOSED)
    known = Screens([CLOSED.frame], then, parser), Screens([CLOSED.frame], now, parser)
    unknown = Screens([], then, parser), Screens([], now, parser)
    assert is_repainted(entry, pairs, Wording(), *known)
    assert not is_repainted(entry, pairs, Wording(), *unknown)
