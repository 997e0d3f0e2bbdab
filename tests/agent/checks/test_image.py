"""The `image` check, on drawn screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from agent.checks.image import check_image
from agent.task.checks import ImageCheck
from tests.agent.checks.contexts import context
from tools.observation import Frame

if TYPE_CHECKING:
    from pathlib import Path

    from agent.checks.context import Found

CHECK = ImageCheck(like=("needle.png",))


def screen(*marks: tuple[int, int, str]) -> Image.Image:
    """A grey screen with coloured signs on it, at left, top."""
    picture = Image.new("RGB", (400, 300), (220, 220, 220))
    draw = ImageDraw.Draw(picture)
    for left, top, colour in marks:
        draw.rectangle((left, top, left + 31, top + 23), "white", "black")
        draw.line((left + 6, top + 12, left + 12, top + 18, left + 26, top + 5), colour, 3)
    return picture


def find(folder: Path, seen: Image.Image, shown: Path | None = None, **keys: Any) -> Found:
    check = CHECK.model_copy(update=keys)
    return check_image(check, context(folder, frames=[Frame.from_rgb(np.array(seen))]), folder, shown)


@pytest.fixture
def needle(tmp_path: Path):
    screen((100, 50, "#00a000")).crop((98, 48, 134, 76)).save(tmp_path / "needle.png")
    return tmp_path


def test_the_same_picture_is_found_wherever_it_is(needle: Path) -> None:
    assert find(needle, screen((100, 50, "#00a000"))) == (
        True,
        "needle.png is seen on the screen",
        "at 98, 48",
    )
    assert find(needle, screen((301, 222, "#00a000"))).actual == "at 299, 220"


def test_of_two_alike_the_one_in_the_right_colour_is_found(needle: Path) -> None:
    assert find(needle, screen((30, 30, "#c80000"), (200, 200, "#00a000"))).actual == "at 198, 198"


def test_another_colour_or_another_sign_is_not_the_same(needle: Path) -> None:
    assert not find(needle, screen((100, 50, "#ff50ff"))).passed
    assert "nearest likeness 0.00" in find(needle, Image.new("RGB", (400, 300), "white")).actual
    faded = Image.blend(screen((100, 50, "#00a000")), Image.new("RGB", (400, 300), "white"), 0.6)
    told = find(needle, faded).actual
    assert told == "not seen; in other colours at 98, 48, differs in [2, 2, 32, 24] of the picture"


@pytest.mark.parametrize(("colour", "same"), [("#00a000", True), ("#a0a000", False), ("#0000a0", False)])
def test_a_small_sign_in_another_colour_on_a_large_picture_is_seen(
    tmp_path: Path, colour: str, *, same: bool
) -> None:
    screen((100, 50, "#00a000")).crop((20, 10, 380, 290)).save(tmp_path / "needle.png")
    assert find(tmp_path, screen((100, 50, colour))).passed is same


def test_edges_that_are_smoothed_otherwise_are_the_same(tmp_path: Path) -> None:
    large = screen((100, 50, "#00a000")).resize((1600, 1200), Image.Resampling.NEAREST)
    box, soft = (large.resize((400, 300), way) for way in (Image.Resampling.BOX, Image.Resampling.HAMMING))
    box.crop((98, 48, 134, 76)).save(tmp_path / "needle.png")
    assert find(tmp_path, soft).passed


def test_pictures_that_can_not_be_looked_for(tmp_path: Path) -> None:
    seen = screen((100, 50, "black"))
    assert "can't be used" in find(tmp_path, seen).actual
    Image.new("RGB", (20, 20), (10, 20, 30)).save(tmp_path / "needle.png")
    assert "of one colour" in find(tmp_path, seen).actual
    (tmp_path / "needle.png").write_bytes(b"no picture")
    assert "can't be used" in find(tmp_path, seen).actual
    screen().resize((800, 600)).save(tmp_path / "needle.png")
    screen((1, 1, "red")).resize((800, 600)).save(tmp_path / "needle.png")
    assert find(tmp_path, seen).actual == "not seen: larger than what is looked at"


GREEN = (100, 50, "#00a000")


def with_clock(marks: tuple[int, int, str] = GREEN, *, hand: int = 0) -> Image.Image:
    """The screen with a hand in the lower right of the sign, so long."""
    seen = screen(marks)
    if hand:
        left, top, _ = marks
        ImageDraw.Draw(seen).rectangle((left + 20, top + 16, left + 20 + hand, top + 20), "#c00000")
    return seen


def test_one_of_several_pictures_is_enough_and_is_named(needle: Path) -> None:
    with_clock(hand=11).crop((98, 48, 134, 76)).save(needle / "late.png")
    both = {"like": ("needle.png", "late.png")}
    found = find(needle, with_clock(hand=11), **both)
    assert found == (True, "needle.png or late.png is seen on the screen", "late.png at 98, 48")
    none = find(needle, Image.new("RGB", (400, 300), "white"), **both)
    assert none.actual.startswith("needle.png not seen; nearest likeness 0.00")
    assert "; late.png not seen; " in none.actual


def test_within_a_region_alone(needle: Path) -> None:
    seen = screen(GREEN, (300, 200, "#00a000"))
    found = find(needle, seen, region=(200, 150, 200, 150))
    assert found == (True, "needle.png is seen in [200, 150, 200, 150] of the screen", "at 298, 198")
    assert not find(needle, seen, region=(140, 0, 150, 300)).passed
    other = find(needle, with_clock((300, 200, "#c80000"), hand=11), region=(200, 150, 200, 150))
    assert "at 298, 198, differs in [" in other.actual
    assert find(needle, seen, region=(0, 0, 30, 30)).actual == "not seen: larger than what is looked at"


def test_an_ignored_area_may_hold_anything_and_the_rest_may_not(needle: Path) -> None:
    ignore = ((20, 16, 15, 9),)
    assert not find(needle, with_clock(hand=11)).passed
    assert find(needle, with_clock(hand=11), ignore=ignore).actual == "at 98, 48"
    assert not find(needle, with_clock((100, 50, "#c80000"), hand=11), ignore=ignore).passed
    assert not find(needle, Image.new("RGB", (400, 300), "white"), ignore=ignore).passed


def test_a_tolerance_is_the_share_of_pixels_that_may_be_others(needle: Path) -> None:
    seen = with_clock(hand=4)  # 25 of 36 * 28 pixels
    share = 25 / (36 * 28)
    assert find(needle, seen, tolerance=share + 0.0001).actual == "at 98, 48"
    found = find(needle, seen, tolerance=share - 0.0001)
    assert found.expected == "needle.png is seen on the screen, at most 0.0247 of its pixels other ones"
    assert found.actual == (
        "not seen; nearest at 98, 48, where 0.0248 of its pixels are other ones, "
        "differs in [22, 18, 5, 5] of the picture"
    )
    assert find(needle, screen(GREEN), tolerance=0.0).passed


def test_a_tolerance_sees_colours_and_finds_the_best_of_several(needle: Path) -> None:
    assert not find(needle, screen((100, 50, "#c80000")), tolerance=0.02).passed
    assert (
        find(needle, screen((30, 30, "#c80000"), (200, 200, "#00a000")), tolerance=0.02).actual
        == "at 198, 198"
    )
    slightly = Image.blend(screen(GREEN), Image.new("RGB", (400, 300), "white"), 0.05)
    assert find(needle, slightly, tolerance=0.0).passed


def test_with_a_tolerance_ignored_pixels_do_not_count(needle: Path) -> None:
    assert find(needle, with_clock(hand=11), tolerance=0.0, ignore=((20, 16, 15, 9),)).passed
    found = find(needle, with_clock((100, 50, "#c80000"), hand=11), tolerance=0.0, ignore=((20, 16, 15, 9),))
    assert not found.passed
    assert "at 98, 48" in found.actual


def test_what_was_compared_is_shown(needle: Path) -> None:
    shown = needle / "check-1.png"
    find(needle, with_clock(hand=11), shown, ignore=((0, 0, 2, 28),))
    with Image.open(shown) as opened:
        picture = np.array(opened)
    times = 200 // 36
    assert picture.shape == (28 * times, (3 * 36 + 16) * times, 3)
    wanted, seen, marked = (picture[:, start * times : (start + 36) * times] for start in (0, 44, 88))
    at = (20 * times, 25 * times)
    assert tuple(wanted[at]) == (255, 255, 255)
    assert tuple(seen[at]) == (192, 0, 0)
    assert tuple(marked[at]) == (220, 0, 0)
    assert marked[5, 2, 2] > marked[5, 2, 0]  # ignored: blue


def test_areas_beyond_a_picture_and_all_of_it_are_refused(needle: Path) -> None:
    seen = screen(GREEN)
    beyond = find(needle, seen, ignore=((30, 0, 10, 5),)).actual
    assert "[30, 0, 10, 5] reaches beyond the picture, which is 36x28" in beyond
    assert "of one colour" in find(needle, seen, ignore=((0, 0, 36, 28),)).actual
