"""A target's caption is judged when its step comes, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.texts.comparison import compared
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Unlike
from agent.replay.live.compare.texts.targets import without_captions
from tests.agent.replay.live.compare.screens.screens import screens
from tests.tools.scenes import line, painted, widget
from tools.geometry import Point

FORM = (line("Full name", 20, 100), line("Terms of 2026", 20, 200))
THEN = painted(*FORM, line("Save entry", 40, 300))
SAVE = Point(60, 308)


def said(*now: str, later: bool = True) -> str | None:
    """What is said of a form with other texts below, where "Save entry" is pressed later on, or never."""
    scene = painted(*FORM, *(line(text, 40, 300 + 40 * row) for row, text in enumerate(now)))
    targets = [(THEN.frame, SAVE)] if later else []
    return compared(screens(THEN), screens(scene), targets=targets).reason


def test_another_caption_of_a_later_target_is_no_reason_yet() -> None:
    assert said("Keep it all") is None
    assert said() is None
    assert said("Keep it all", later=False) is not None


def test_a_later_target_near_the_pointer_is_no_tooltip_of_what_is_typed_into_now() -> None:
    """Of the two captions, the old and the new, neither is told for itself."""
    button = widget("button", 34, 295, 120)
    then = painted(*FORM, line("Save entry", 40, 300), button)
    now = painted(*FORM, line("Keep it all", 40, 300), button)
    by = Circumstances(pointer=Point(60, 283))
    found = compared(screens(then), screens(now), circumstances=by, targets=[(then.frame, SAVE)])
    assert (found.reason, found.told) == (None, ())


def test_what_came_besides_is_a_reason() -> None:
    assert 'does not know: "Licence needed"' in str(said("Keep it all", "Licence needed"))


def test_a_target_that_stood_elsewhere_is_not_this_text() -> None:
    other = painted(*FORM, line("Something else", 40, 300))
    now = painted(*FORM, line("Keep it all", 40, 300))
    assert compared(screens(THEN), screens(now), targets=[(other.frame, SAVE)]).reason is not None


def test_where_nothing_is_missing_nothing_is_left_out() -> None:
    found = Unlike(new=(line("Licence needed", 300, 200),))
    assert without_captions(found, screens(THEN), screens(THEN), [(THEN.frame, SAVE)]) is found
