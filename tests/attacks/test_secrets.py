"""Secrets on a screen, in ways that programs have of showing them: nothing of them can be read afterwards.

A secret counts as found when four of its signs in a row can be read anywhere, by the recogniser that reads
every screen here; it can be seen when a quarter of its pixels can.
"""

from __future__ import annotations

import pytest

from agent.redact.frames import censor
from tests.attacks.drawn_secrets import WAYS, drawn, readable, visible
from tools.host.redactions import Redactions
from tools.see.ocr import ScreenReader

QUICK, ALL = 7, 250
"""Screens of each way: 42 and 1,500."""
SEEN = 0.25
MOST = 11
"""Of all screens of a way on which it can be seen, though not read; or on which a label is painted over."""
CENSOR, READER = ScreenReader(), ScreenReader()


def left_of(way: str, seed: int) -> tuple[list[str], bool, bool]:
    """What can be read of a secret after redaction, whether it is seen, and whether a label went with it."""
    screen = drawn(way, seed)
    redactions = Redactions(censor({"TOKEN": screen.secret}, CENSOR))
    redactions.add(screen.masks)
    shown = redactions.hide(screen.frame)
    lines = READER.read(shown).lines
    is_seen = visible(screen, shown) > SEEN
    return (
        readable(lines, screen.secret),
        is_seen,
        not {line.text for line in lines}.issuperset(screen.labels),
    )


@pytest.mark.parametrize("seed", range(QUICK))
@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_can_be_read(way: str, seed: int) -> None:
    assert left_of(way, seed) == ([], False, False), drawn(way, seed).secret


def test_what_stands_behind_signs_that_are_not_read_is_painted_over() -> None:
    """Large and bold: of "brQv2A#bFb%ect" the "rQv" behind what is masked is not read."""
    assert left_of("beside", 90)[0] == []


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_of_many_nothing_can_be_read_and_hardly_any_can_be_seen(way: str) -> None:
    """What the recogniser can't make out at all (large bold signs that touch) is seen by people."""
    outcomes = {seed: left_of(way, seed) for seed in range(ALL)}
    assert {seed: found for seed, (found, _, _) in outcomes.items() if found} == {}
    assert [seed for seed, (_, is_seen, _) in outcomes.items() if is_seen][MOST:] == []
    assert [seed for seed, (_, _, is_lost) in outcomes.items() if is_lost][MOST:] == []
