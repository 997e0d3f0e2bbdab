"""Another text in place of one."""

from __future__ import annotations

from dataclasses import replace

from agent.drift.changes.reword import reword, reword_text
from tests.agent.drift.changes.overlays import FakeOverlays
from tests.agent.drift.changes.page import BUTTON, LABEL, PAGE, target


def test_it_is_told_and_laid_over_the_box() -> None:
    overlays = FakeOverlays()
    assert reword(PAGE, BUTTON.box, target(), "Send", overlays) == 'to "Send"'  # type: ignore[arg-type]
    assert [box for box, _ in overlays.covers] == [BUTTON.box]


def test_a_longer_one_takes_more_of_the_ground_than_a_shorter_one() -> None:
    overlays, text = FakeOverlays(), replace(target(), target=LABEL.box, box=LABEL.box)
    for new in ("Send", "Send all"):
        reword_text(PAGE, text, new, overlays)  # type: ignore[arg-type]
    (short, _), (long, _) = overlays.covers
    assert short.left == long.left
    assert short.right < long.right
