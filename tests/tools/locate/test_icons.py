"""An icon is found by the words under it or by what it surely shows; two that may be meant are refused."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import painted
from tools.geometry import Box
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.icons import doubtful, find_icon, tip_names, tip_of
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.icons.icon import Icon
from tools.see.scene import Line, Scene

FRAME = Frame.from_rgb(np.full((300, 400, 3), 230, np.uint8))
LEFT, MIDDLE, RIGHT = Box(20, 20, 16, 16), Box(60, 20, 16, 16), Box(100, 20, 16, 16)
SETTINGS = Locator("Settings")


def scene(*lines: Line) -> Scene:
    return Scene(FRAME, lines, ())


def icon(box: Box, **likely: float) -> Icon:
    return Icon(box, likely)


def test_the_one_that_is_sure_is_found() -> None:
    icons = [icon(LEFT, save=0.99), icon(MIDDLE, settings=0.97)]
    assert find_icon(scene(), icons, SETTINGS).box == MIDDLE
    assert find_icon(scene(), icons, Locator("Floppy disk")).box == LEFT


def test_none_is_guessed() -> None:
    icons = [icon(LEFT, save=0.99), icon(MIDDLE, settings=0.9)]
    with pytest.raises(
        NotFound, match=r'no icon is sure to show .Settings.: I see "settings" \(90%\), "save"'
    ):
        find_icon(scene(), icons, SETTINGS)
    with pytest.raises(NotFound, match="I see none that I know"):
        find_icon(scene(), [], SETTINGS)


@pytest.mark.parametrize("other", [{"settings": 0.97}, {"wrench": 0.4}])
def test_two_that_may_be_meant_are_refused(other: dict[str, float]) -> None:
    icons = [icon(LEFT, settings=0.99), icon(MIDDLE, **other)]
    with pytest.raises(Ambiguous, match="2 places are equally good"):
        find_icon(scene(), icons, SETTINGS)


def test_an_ordinal_tells_them_apart_only_where_both_are_sure() -> None:
    sure = [icon(LEFT, settings=0.99), icon(MIDDLE, settings=0.97)]
    assert find_icon(scene(), sure, Locator("Settings", 2)).box == MIDDLE
    with pytest.raises(Ambiguous, match="may not show"):
        find_icon(scene(), [sure[0], icon(MIDDLE, settings=0.5)], Locator("Settings", 2))


def test_the_words_under_an_icon_are_its_name() -> None:
    lines = Line("Undo", Box(16, 38, 24, 14)), Line("Settings", Box(46, 38, 44, 14))
    icons = [icon(LEFT, settings=0.99), icon(MIDDLE), icon(RIGHT)]
    assert find_icon(scene(*lines), icons, SETTINGS).box == MIDDLE


def test_words_beside_an_icon_or_far_under_it_are_not() -> None:
    for box in (Box(86, 22, 44, 14), Box(46, 80, 44, 14), Box(20, 38, 44, 14)):
        with pytest.raises(NotFound):
            find_icon(scene(Line("Settings", box)), [icon(MIDDLE)], SETTINGS)


def test_the_likeliest_are_looked_at_first() -> None:
    icons = [icon(LEFT, save=0.99), icon(MIDDLE, wrench=0.2), icon(RIGHT)]
    assert [one.box for one in doubtful(scene(), icons, SETTINGS)] == [MIDDLE, RIGHT, LEFT]


def test_a_tip_is_what_came_up_by_the_pointer() -> None:
    ready = Line("Ready", Box(60, 40, 40, 14))
    tip, far = Line("Settings", Box(64, 60, 50, 14)), Line("Saved", Box(300, 60, 40, 14))
    before, now = painted(ready), painted(ready, tip, far)
    assert tip_of(icon(MIDDLE), before, now) == (tip,)
    assert tip_of(icon(MIDDLE), now, now) == ()


@pytest.mark.parametrize("line", [Line("Q", MIDDLE), Line("Settings", Box(64, 60, 50, 14), 0.7)])
def test_the_icon_itself_or_what_is_read_in_doubt_is_no_tip(line: Line) -> None:
    assert tip_of(icon(MIDDLE), painted(), painted(line)) == ()


def test_what_is_read_anew_in_the_same_pixels_is_no_tip() -> None:
    before = painted(marks=(RIGHT,))
    now = Scene(before.frame, (Line("Save", RIGHT),), ())
    assert tip_of(icon(MIDDLE), before, now) == ()


@pytest.mark.parametrize("said", ["Settings", "settings", "Settings (Ctrl+P)", "Settings…"])
def test_a_tip_names_with_or_without_its_keys(said: str) -> None:
    assert tip_names([Line(said, LEFT)], "Settings")


@pytest.mark.parametrize("said", ["Setting", "Save the settings", "Settings of the printer"])
def test_a_tip_that_says_more_or_less_names_something_else(said: str) -> None:
    assert not tip_names([Line(said, LEFT)], "Settings")
