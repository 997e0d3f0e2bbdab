"""What the rules that let ordinary programs pass must not let pass: each case is a wrong act to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.replay.live.agreement import Agreement
from agent.replay.live.compare.texts.comparison import compared
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.options import PlayerOptions
from agent.replay.live.played import Done, Played
from agent.replay.live.target import TargetPoint
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.recordings import recorded
from tests.agent.replay.live.compare.screens.screens import WINDOW, screens, window
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

NAMES = ("Miller", "Meier", "Nowak", "Smith", "Adams")
OWED = dict(zip(NAMES, ("10.50", "20.75", "30.25", "40.10", "55.60"), strict=True))
MEIER, SMITH = (line(name, 20, 100 + 24 * NAMES.index(name)).box.center for name in ("Meier", "Smith"))


def table(*rows: str | tuple[str, ...], more: tuple[Line, ...] = ()) -> Scene:
    """Names with what they owe."""
    whole = [(row, OWED[row]) if isinstance(row, str) else row for row in rows]
    cells = [
        line(text, 20 + 140 * across, 100 + 24 * down)
        for down, row in enumerate(whole)
        for across, text in enumerate(row)
        if text
    ]
    return painted(line("Debtors", 20, 20), line("Erase", 400, 20), *cells, *more)


def without(*gone: str) -> tuple[str, ...]:
    return tuple(name for name in NAMES if name not in gone)


def after_erasing(now: Scene) -> str | None:
    """What is said where Meier's row was recorded to go, and Smith's was chosen in this run."""
    before, then = table(*NAMES), table(*without("Meier"))
    erase = Click(point=line("Erase", 400, 20).box.center)
    trajectory = recorded([before.frame, before.frame, then.frame], Click(point=MEIER), erase)
    chosen = TargetPoint(SMITH, "by its name", chosen=("Meier", "Smith"), stands=True)
    done = [
        Done(Click(point=SMITH), before.frame, SMITH, chosen),
        Done(erase, before.frame, erase.point, TargetPoint(erase.point, "same place")),
    ]
    values = Substitutions(pairs=(("Meier", "Smith"),), values=(("Meier", "Smith"),))
    scenes = SceneCache(FakeParser(before, then, now))
    return Agreement(Played(trajectory, done), PlayerOptions(values), scenes).reason(now.frame)


def test_the_chosen_row_may_go_as_the_recorded_one_did() -> None:
    assert after_erasing(table(*without("Smith"))) is None


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(table(*without("Meier")), id="the recorded row went"),
        pytest.param(table(*without("Adams")), id="another row went"),
        pytest.param(table(*NAMES), id="no row went"),
        pytest.param(table(*without("Smith", "Meier")), id="both rows went"),
        pytest.param(table(*without("Smith", "Adams")), id="one row more went"),
        pytest.param(table(*NAMES[:3], ("Smith", ""), NAMES[4]), id="only a cell of the row went"),
        pytest.param(table(*NAMES[:3], ("", "40.10"), NAMES[4]), id="only the name went"),
        pytest.param(table(*without("Smith"), ("Smith", "0.00")), id="the row has another amount"),
        pytest.param(table(*NAMES[:3], ("Smyth", "40.10"), NAMES[4]), id="the row has another name"),
        pytest.param(table(*NAMES[:1], ("Meier", "40.10"), *NAMES[2:3], NAMES[4]), id="cells were mixed"),
    ],
)
def test_nothing_else_may_go(now: Scene) -> None:
    assert after_erasing(now) is not None


FIELD = widget("dropdown", 120, 96, 200)
CHOSEN = Wording(
    Substitutions(pairs=(("Standard parcel", "Express letter"),)),
    TypedTexts(entries=(("Standard parcel", "Express letter"),)),
)


def form(value: str, *more: str) -> Scene:
    """A drop-down with its value, and what stands below it."""
    lines = [line(text, 300, 300 + 30 * at) for at, text in enumerate(more)]
    return window(FIELD, line(value, 126, 100), *lines)


def after_choosing(then: Scene, now: Scene) -> str | None:
    return compared(screens(then), screens(now), CHOSEN).reason


def test_another_entry_may_stand_in_its_field() -> None:
    assert after_choosing(form("Standard parcel"), form("Express letter")) is None
    assert after_choosing(form("Standard parcel"), form("Express le...")) is None
    assert (
        after_choosing(form("Standard parcel", "Sent: Standard parcel"), form("Express letter")) is not None
    )


@pytest.mark.parametrize(
    ("then", "now"),
    [
        pytest.param((), ("Letter",), id="a word of the new entry comes up"),
        pytest.param((), ("Express",), id="its other word"),
        pytest.param(("Standard",), (), id="a word of the recorded entry is missing"),
        pytest.param(("Parcel",), ("Letter",), id="words of both"),
        pytest.param((), ("Express letters",), id="more than the entry"),
        pytest.param((), ("Not Express letter",), id="the contrary"),
        pytest.param(("Due: never",), ("Due: Express letter",), id="the entry in place of another text"),
    ],
)
def test_nothing_else_follows_from_an_entry(then: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert after_choosing(form("Standard parcel", *then), form("Express letter", *now)) is not None


TOTAL, PAID = line("Total 9.00", 20, 540), line("Pay it now", 20, 560)


def note(text: str = "", *, after: int = 3, middle: str = "", at: int = 540) -> list[Scene]:
    """Three screens; a note at the foot comes up on the second one, and is there on so many."""
    foot = [line(text, 20, at)] if text else []
    more = [line(middle, 300, 200)] if middle else []
    return [window(*more, *(foot if 1 <= step < after else [])) for step in range(3)]


def after_a_note(then: list[Scene], now: list[Scene]) -> str | None:
    return compared(screens(*then), screens(*now), Wording(), Circumstances()).reason


def test_a_note_at_the_foot_may_have_gone_by_itself() -> None:
    assert after_a_note(note("The file was saved"), note("The file was saved", after=2)) is None


@pytest.mark.parametrize(
    ("then", "now"),
    [
        pytest.param(note("The file was saved"), note(), id="it did not come"),
        pytest.param(note("The file was saved"), note("The file was not saved", after=2), id="another came"),
        pytest.param(
            [window(line("Draft mode", 20, 540))] * 3,
            [*[window(line("Draft mode", 20, 540))] * 2, window()],
            id="what always stood there went",
        ),
        pytest.param(
            [*note("Draft mode")[:2], window(line("Draft mode", 20, 540), line("Really?", 300, 200))],
            [*note("Draft mode")[:2], window(line("Really!", 300, 200))],
            id="something else came up with it",
        ),
        pytest.param(
            [window(line("Below", 20, 580)), *[window(line("Total 9", 20, 540), line("Below", 20, 580))] * 2],
            [
                window(line("Below", 20, 580)),
                window(line("Total 9", 20, 540), line("Below", 20, 580)),
                window(line("Below", 20, 580)),
            ],
            id="it was not at the foot",
        ),
        pytest.param(
            [window(), window(TOTAL), window(TOTAL, PAID), window(TOTAL, PAID)],
            [window(), window(TOTAL), window(TOTAL, PAID), window(PAID)],
            id="it was at the foot only at first",
        ),
    ],
)
def test_nothing_else_goes_by_itself(then: list[Scene], now: list[Scene]) -> None:
    assert after_a_note(then, now) is not None


def test_the_window_of_these_cases_says_something() -> None:
    assert compared(screens(window()), screens(painted(*WINDOW[:2]))).reason is not None
