"""Differences that are told and are no reason to stop, and their neighbours that are one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.compare.texts.clock import Span, without_own_times
from agent.replay.live.compare.texts.harmless import Circumstances
from tests.agent.replay.live.compare.screens.screens import said, screens, window
from tests.tools.scenes import line, painted, widget
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from agent.replay.live.compare.screens.screens import Screens
    from tools.see.scene import Line

THEN = Span(datetime(2026, 11, 25, 9, 40, tzinfo=UTC), datetime(2026, 11, 25, 9, 42, tzinfo=UTC))
NOW = Span(datetime(2026, 11, 26, 23, 58, tzinfo=UTC), datetime(2026, 11, 27, 0, 1, tzinfo=UTC))
TIMES = Circumstances(times=(THEN, NOW))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Tuesday, 25 November 2026", "Thursday, 26 November 2026"),
        ("2026-11-25", "2026-11-27"),
        ("Today: 11/25/2026 9:41 AM", "Today: 11/26/2026 11:59 PM"),
        ("25.11.2026", "26.11.2026"),
        ("Nov 25, 2026", "Nov 26, 2026"),
        ("Saved at 09:41:07", "Saved at 23:59:10"),
        ("Good morning, Ada", "Good evening, Ada"),
    ],
)
def test_a_run_s_own_date_and_time_may_differ(was: str, now: str) -> None:
    found = said(window(line(was, 300, 200)), window(line(now, 300, 200)), None, TIMES)
    assert found.reason is None
    assert found.told == (f'"{now}" is "{was}" in the recording',)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("24 November 2026", "26 November 2026"),
        ("25 November 2026", "28 November 2026"),
        ("Delete 25 records", "Delete 26 records"),
        ("Due 25 November 2026", "Paid 26 November 2026"),
        ("Ratio 9:41.5", "Ratio 23:59.5"),
        ("12:00", "23:59"),
        ("Good morning, Ada", "Good evening, Grace"),
    ],
)
def test_another_date_or_number_is_a_reason(was: str, now: str) -> None:
    assert said(window(line(was, 300, 200)), window(line(now, 300, 200)), None, TIMES).reason is not None


def test_no_date_is_made_of_what_is_none() -> None:
    for text in ("99.99.2026", "2026-13-45", "25:99"):
        assert without_own_times(text, THEN) == text


def test_a_tooltip_need_not_come_up() -> None:
    text = line("Save it all", 50, 325)
    tip = painted(*window().lines, text, widget("button", 44, 320, 100))
    by = Circumstances(pointer=Point(60, 308), target=Point(400, 400))
    found = said(tip, window(), None, by)
    assert (found.reason, found.told) == (None, ('the tooltip "Save it all" did not come up',))
    assert said(tip, window(), None, Circumstances(pointer=Point(400, 308))).reason is not None
    assert (
        said(tip, window(), None, Circumstances(pointer=Point(60, 308), target=Point(60, 330))).reason
        is not None
    )


def test_what_stood_there_from_the_start_is_no_tooltip() -> None:
    """A button near the field that was clicked, while the next action types."""
    button = painted(*window().lines, line("Save it all", 50, 325), widget("button", 44, 320, 100))
    by = Circumstances(pointer=Point(60, 308))
    assert said(screens(window(), button), screens(window(), window()), None, by).reason is None
    assert said(screens(button, button), screens(window(), window()), None, by).reason is not None


def test_a_question_by_the_pointer_is_no_tooltip() -> None:
    asked = window(line("Save it all", 50, 325), line("Yes", 50, 360))
    by = Circumstances(pointer=Point(60, 308), target=Point(400, 400))
    assert said(asked, window(line("Yes", 50, 360)), None, by).reason is not None


def numbers(was: str, now: str, *, lowest: bool, **changes: bool) -> str | None:
    """What is said of another number, as the last line of the screen or not."""
    below = () if lowest else (line("Close the window", 300, 560),)
    then, is_now = (window(line(text, 300, 500), *below) for text in (was, now))
    return said(then, is_now, None, Circumstances(**changes)).reason  # type: ignore[arg-type]


def test_numbers_that_follow_from_another_typed_text_may_differ() -> None:
    assert numbers("240.00", "600.00", lowest=False, typed_others=True) is None
    assert numbers("Line 1, column 12", "Line 1, column 20", lowest=True, typed_others=True) is None
    assert numbers("Pay 240.00", "Pay 600.00", lowest=False, typed_others=True) is not None
    assert numbers("240.00", "600.00", lowest=False) is not None


def test_numbers_and_dates_may_differ_while_masks_are_learnt_but_in_no_question() -> None:
    assert numbers("Order 10023 of May", "Order 10024 of June", lowest=False, learning=True) is None
    assert numbers("Order 10023", "Offer 10024", lowest=False, learning=True) is not None
    before = window()
    asked = [
        painted(*before.lines, line(f"Delete {count} drafts?", 300, 200), marks=(Box(290, 240, 80, 30),))
        for count in (1, 4812)
    ]
    learning = Circumstances(target=Point(300, 250), learning=True)
    then, now = (screens(before, one) for one in asked)
    assert said(then, now, None, learning).reason is not None
    elsewhere = Circumstances(target=Point(60, 308), learning=True)
    assert said(then, now, None, elsewhere).reason is None


def test_a_status_line_that_follows_the_typing_is_no_question_to_a_key() -> None:
    then, now = (
        screens(window(line("Col 1", 300, 500)), window(line(f"Col {column}", 300, 500)))
        for column in (12, 20)
    )
    assert said(then, now, None, Circumstances(typed_others=True)).reason is None


def test_a_status_line_far_below_a_dialog_is_no_part_of_it() -> None:
    screen = [
        screens(
            window(), painted(*window(line(f"Col {column}", 300, 560)).lines, marks=(Box(290, 240, 80, 30),))
        )
        for column in (12, 20)
    ]
    on_it = Circumstances(target=Point(300, 250), typed_others=True)
    assert said(*screen, None, on_it).reason is None


def counted(count: int, came_up: Box, *more: Line) -> Screens:
    """A status line that counts what was typed, and then something that came up."""
    typed = window(line(f"Letters: {count}", 300, 500))
    return screens(window(), typed, painted(*typed.lines, *more, marks=(came_up,)))


def test_a_status_line_is_no_part_of_what_came_up_beside_it_afterwards() -> None:
    by, button = Circumstances(target=Point(310, 480), typed_others=True), Box(290, 470, 80, 24)
    assert said(counted(9, button), counted(15, button), None, by).reason is None


def test_a_status_line_stays_one_where_a_list_that_is_open_reaches_below_it() -> None:
    by, opened = Circumstances(target=Point(60, 566), typed_others=True), Box(30, 380, 10, 180)
    entry = line("Rotterdam", 60, 560)
    assert said(counted(9, opened, entry), counted(15, opened, entry), None, by).reason is None


def test_a_status_line_that_a_list_lay_over_has_not_come_up_with_what_stood_beside_it() -> None:
    by, listed = Circumstances(target=Point(310, 480), typed_others=True), Box(290, 400, 200, 130)

    def uncovered(count: int) -> Screens:
        typed = window(line(f"Letters: {count}", 300, 500))
        return screens(window(), typed, painted(*window().lines, marks=(listed,)), typed)

    assert said(uncovered(9), uncovered(15), None, by).reason is None


def test_a_note_in_the_status_line_may_go_by_itself() -> None:
    note, other = line("Found and replaced 2 of them", 20, 560), line("Edited by Ada", 20, 560)
    plain, noted = window(), window(note)
    gone = said(screens(plain, noted, noted), screens(plain, noted, plain))
    assert gone.reason is None
    assert gone.told == ('"Found and replaced 2 of them" has gone by itself',)
    assert said(screens(plain, noted), screens(plain, plain)).reason is not None, "it never came up"
    assert said(screens(noted, noted), screens(noted, plain)).reason is not None, "it stood there always"
    assert said(screens(plain, noted, noted), screens(plain, noted, window(other))).reason is not None
    high = window(line("Found and replaced 2 of them", 20, 200))
    assert said(screens(plain, high, high), screens(plain, high, plain)).reason is not None
