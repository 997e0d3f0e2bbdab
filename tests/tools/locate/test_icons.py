"""An icon is found by the words under it or by what it surely shows; two that may be meant are refused."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.errors import Ambiguous, NotFound
from tools.locate.icons import doubtful, find_icon
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
    icons = [icon(LEFT, save=0.99), icon(MIDDLE, settings=0.85)]
    with pytest.raises(
        NotFound, match=r'no icon is sure to show .Settings.: I see "settings" \(85%\), "save"'
    ):
        find_icon(scene(), icons, SETTINGS)
    with pytest.raises(NotFound, match="I see none that I know"):
        find_icon(scene(), [], SETTINGS)


@pytest.mark.parametrize("other", [{"settings": 0.97}, {"wrench": 0.4}])
def test_two_that_may_be_meant_are_refused(other: dict[str, float]) -> None:
    icons = [icon(LEFT, settings=0.99), icon(MIDDLE, **other)]
    with pytest.raises(Ambiguous, match="2 places are equally good"):
        find_icon(scene(), icons, SETTINGS)


def test_where_no_tip_can_tell_what_looks_alone_like_it_is_taken_sooner() -> None:
    icons = [icon(LEFT, save=0.99), icon(MIDDLE, settings=0.94)]
    assert find_icon(scene(), icons, SETTINGS, tipless=True).box == MIDDLE
    for other, least in ((icon(RIGHT, wrench=0.06), 0.94), (icon(RIGHT), 0.92)):
        with pytest.raises(NotFound):
            find_icon(scene(), [icon(MIDDLE, settings=least), other], SETTINGS, tipless=True)


BARS = Icon(MIDDLE, {"menu": 0.6, "justify": 0.22, "list view": 0.1})


@pytest.mark.parametrize("said", ["Menu", "hamburger"])
def test_three_bars_are_a_menu_where_nothing_beside_them_says_otherwise(said: str) -> None:
    assert find_icon(scene(), [icon(LEFT, save=0.99), BARS], Locator(said)).box == MIDDLE


@pytest.mark.parametrize(
    "icons",
    [
        [BARS, Icon(LEFT, {"align left": 0.9})],  # the choice of an alignment
        [BARS, Icon(LEFT, {"grid view": 0.6})],  # of a view
        [Icon(MIDDLE, {"menu": 0.45, "justify": 0.4})],  # more likely something else
        [Icon(MIDDLE, {"menu": 0.6, "barcode": 0.3})],  # another drawing
        [BARS, Icon(LEFT, {"menu": 0.3})],
    ],
)
def test_three_bars_are_no_menu_where_they_may_as_well_be_something_else(icons: list[Icon]) -> None:
    with pytest.raises((NotFound, Ambiguous)):
        find_icon(scene(), icons, Locator("Menu"))


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


def test_of_those_that_nothing_speaks_for_letters_come_last_and_tool_bars_first() -> None:
    bar = [icon(Box(20 + 40 * at, 200, 16, 16)) for at in range(4)]
    letter, known, alone = icon(LEFT), icon(MIDDLE, save=0.95), icon(RIGHT)
    column = scene(Line("B", LEFT))
    asked = doubtful(column, [letter, known, alone, *bar], Locator("Frobnicate"))
    assert asked == [*bar, alone, known, letter]


def test_what_another_concept_is_called_too_does_not_make_it_sure() -> None:
    paper = icon(LEFT, document=0.99)
    with pytest.raises(NotFound, match="no icon is sure"):
        find_icon(scene(), [paper], Locator("New"))
    assert find_icon(scene(), [paper], Locator("Page")) == paper
    assert doubtful(scene(), [icon(RIGHT), paper], Locator("New"))[0] == paper
