"""Texts that changed places, on scenes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.entries.order import in_anothers_place
from agent.replay.live.compare.entries.pairs import pairs_of
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.screens.screens import WINDOW, said
from tests.tools.scenes import line, painted
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from tools.see.scene import Scene


def transfer(one: str, other: str, *, above: bool = False) -> Scene:
    """From one account to another, each beside its label, or below it."""
    across, down = (0, 24) if above else (60, 0)
    return painted(
        *WINDOW,
        line("From", 300, 200), line(one, 300 + across, 200 + down),
        line("To", 300, 248), line(other, 300 + across, 248 + down),
    )  # fmt: skip


def test_two_names_that_changed_places_are_a_reason() -> None:
    for above in (False, True):
        then, now = transfer("Miller", "Meier", above=above), transfer("Meier", "Miller", above=above)
        assert '"Miller" stands where "Meier" stood' in str(said(then, now).reason)


def test_texts_that_were_only_shifted_changed_no_places() -> None:
    bar = [line(text, 20 + 60 * at, 100) for at, text in enumerate(("File", "Edit", "View"))]
    shifted = [line(text, 80 + 60 * at, 100) for at, text in enumerate(("File", "Edit", "View"))]
    assert said(painted(*WINDOW, *bar), painted(*WINDOW, *shifted)).reason is None


def listed(*names: str) -> Scene:
    """A table of names with what they owe."""
    owed = {"Miller": "100.00", "Meier": "240.50", "Nowak": "17.00"}
    rows = [
        (line(name, 300, 200 + 24 * at), line(owed[name], 420, 200 + 24 * at))
        for at, name in enumerate(names)
    ]
    return painted(*WINDOW, *(cell for row in rows for cell in row))


def test_a_list_in_another_order_counts_but_for_a_click_on_one_of_its_rows() -> None:
    then, now = listed("Miller", "Meier", "Nowak"), listed("Meier", "Nowak", "Miller")
    assert in_anothers_place(then, now, Wording(), Point(310, 208)) is None
    assert in_anothers_place(then, now, Wording(), Point(60, 308)) is not None
    assert in_anothers_place(then, now, Wording(), None) is not None


def test_a_list_that_was_turned_has_no_order_of_its_own() -> None:
    then, now = transfer("Miller", "Meier"), transfer("Meier", "Miller")
    assert in_anothers_place(then, now, Wording(ignored=[Box(290, 190, 200, 100)]), None) is None
    assert in_anothers_place(then, now, Wording(ignored=[Box(290, 300, 200, 100)]), None) is not None


def test_only_texts_that_stand_alone_are_paired() -> None:
    then = painted(*WINDOW, line("Open", 300, 200), line("Open", 300, 300))
    assert [pair.was.text for pair in pairs_of(then, then, Wording())] == [one.text for one in WINDOW]
    assert not any(pair.moved for pair in pairs_of(then, then, Wording()))


def test_a_text_that_two_recorded_ones_say_is_the_one_that_it_was() -> None:
    """A row's number, where this run typed that number into a cell, and an icon that reads like it."""
    typed = Wording(Substitutions(pairs=(("120", "4"),)))
    then = painted(*WINDOW, line("120", 200, 200), line("4", 20, 240))
    number = line("4", 20, 240)
    assert [pair.was for pair in pairs_of(then, painted(*WINDOW, number), typed)][-1:] == [number]
    icon = line("\u2463", 400, 20)
    twice = painted(*WINDOW, line("4", 200, 200), number, icon)
    assert not {pair.line for pair in pairs_of(then, twice, typed)} & {number, icon}
