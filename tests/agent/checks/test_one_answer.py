"""One pair of texts has one answer, whoever asks: a check, a step, a replay."""

from __future__ import annotations

import numpy as np
import pytest

from agent.replay.live.compare.texts.said import Wording
from tests.agent.checks.contexts import lines
from tools.locate.errors import NotFound
from tools.locate.find import find, may_see, sees
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.scene import Line, Scene
from tools.see.text.saying import visible

FRAME = Frame.from_rgb(np.full((200, 320, 3), 220, np.uint8))


def clicked(text: str, shown: tuple[Line, ...]) -> bool:
    """Whether `Click` finds it."""
    try:
        find(Scene(FRAME, shown, ()), Locator(text))
    except NotFound:
        return False
    return True


def answers(wanted: str, seen: str) -> set[bool]:
    """What a check, the steps `Wait until`, `Scroll until` and `Click`, and live replay say."""
    shown = lines("Other", seen)
    scene = Scene(FRAME, shown, ())
    return {
        visible(wanted, shown),
        sees(scene, wanted),
        may_see(scene, wanted),
        clicked(wanted, shown),
        any(Wording().says(wanted, line.text) for line in shown),
    }


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Customer saved", "customersaved."),
        ("Name:", "Name"),
        ("Level I", "Level l"),
    ],
)
def test_all_say_yes(wanted: str, seen: str) -> None:
    assert answers(wanted, seen) == {True}


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Total: 5", "Total: S"),
        ("5", "S"),
        ("Phase II", "Phase 11"),
        ("$5.00", "$500"),
        ("5", "-5"),
        ("Press F5", "Press F6"),
        ("Save", "Send"),
    ],
)
def test_all_say_no(wanted: str, seen: str) -> None:
    assert answers(wanted, seen) == {False}


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Łódź", "Lodz"),
        ("Müller", "Muller"),
        ("Vienna", "Yienna"),
        ("report 7", "report_7"),
        ("Mail", "Mall"),
    ],
)
def test_what_is_alike_is_not_believed(wanted: str, seen: str) -> None:
    shown = lines("Other", seen)
    scene = Scene(FRAME, shown, ())
    assert {visible(wanted, shown), sees(scene, wanted), clicked(wanted, shown)} == {False}


def test_what_is_alike_is_doubted() -> None:
    assert may_see(Scene(FRAME, lines("Other", "Yienna"), ()), "Vienna")
