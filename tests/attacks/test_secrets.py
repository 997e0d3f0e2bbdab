"""Secrets on a screen, in ways that programs have of showing them: nothing of them can be read afterwards.

A secret counts as found when four of its signs in a row can be read anywhere, by the recogniser that reads
every screen here.
"""

from __future__ import annotations

import pytest

from agent.redact.frames import censor
from tests.attacks.drawn_secrets import WAYS, drawn, readable
from tools.host.redactions import Redactions
from tools.see.ocr import ScreenReader

QUICK, ALL = 7, 250
"""Screens of each way: 42 and 1,500."""
CENSOR, READER = ScreenReader(), ScreenReader()


def left_of(way: str, seed: int) -> tuple[list[str], set[str]]:
    """What can be read of a secret after redaction, and the labels that went with it."""
    screen = drawn(way, seed)
    redactions = Redactions(censor({"TOKEN": screen.secret}, CENSOR))
    redactions.add(screen.masks)
    lines = READER.read(redactions.hide(screen.frame)).lines
    return readable(lines, screen.secret), set(screen.labels) - {line.text for line in lines}


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
