"""Secrets on a screen, in ways that programs have of showing them: nothing of them can be read afterwards.

A secret counts as found when four of its signs in a row can be read anywhere, by the recogniser that reads
every screen here, or when a quarter of its pixels can be seen.
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
CENSOR, READER = ScreenReader(), ScreenReader()


def left_of(way: str, seed: int) -> tuple[list[str], set[str]]:
    """What can be read of a secret after redaction, and the labels that went with it."""
    screen = drawn(way, seed)
    redactions = Redactions(censor({"TOKEN": screen.secret}, CENSOR))
    redactions.add(screen.masks)
    shown = redactions.hide(screen.frame)
    lines = READER.read(shown).lines
    found = readable(lines, screen.secret)
    if visible(screen, shown) > SEEN:
        found.append("its pixels")
    return found, set(screen.labels) - {line.text for line in lines}


@pytest.mark.parametrize("seed", range(QUICK))
@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_can_be_read(way: str, seed: int) -> None:
    found, lost = left_of(way, seed)
    assert found == [], drawn(way, seed).secret
    assert lost == set(), "labels that are no part of it"


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_of_many_nothing_can_be_read(way: str) -> None:
    outcomes = {seed: left_of(way, seed) for seed in range(ALL)}
    assert {seed: found for seed, (found, _) in outcomes.items() if found} == {}
    assert sum(bool(lost) for _, lost in outcomes.values()) <= ALL // 50, "labels that are no part of it"
