"""Refining reduces the error, voting outvotes outliers, snapping lands: all against known answers."""

from __future__ import annotations

import math

import pytest

from agent.errors import ModelFault
from agent.models.grounded.ground import Ground
from agent.models.grounded.refine import Refine
from agent.models.grounded.search import Search
from agent.models.grounded.snap import Snap, quoted
from agent.models.grounded.vote import Vote, densest
from agent.protocol.system import pointing_text
from agent.usage import Usage
from tests.agent.fakes import DONE, click
from tests.agent.models.grounded.pointer import SCREEN, Pointer, Slip, marked_frame
from tests.tools.scenes import FakeParser, line, scene, widget
from tools.geometry import Box, Point, Size
from tools.observation import Frame
from tools.see.ocr import ScreenReader

TARGETS = [Point(640, 400), Point(12, 9), Point(1270, 790), Point(90, 700), Point(1111, 40)]
BIASED: tuple[Slip, ...] = ((0.03, -0.04),)
FOUR_K = Size(3840, 2160)


def search(
    pointer: Pointer, frame: Frame, words: str = "Click the red mark.", parser: FakeParser | None = None
) -> Search:
    return Search(frame, words, pointer, parser or FakeParser(anywhere=scene()))


@pytest.mark.parametrize("target", TARGETS)
def test_the_grounder_is_shown_the_whole_frame_and_told_the_words(target: Point) -> None:
    pointer, frame = Pointer(), marked_frame(target)
    found = Ground().improve(search(pointer, frame), Point(600, 300))
    assert math.dist(found, target) <= 2
    [prompt] = pointer.prompts
    assert (prompt.wanted, prompt.system, prompt.frame) == ("point", pointing_text(), frame)
    assert prompt.turns[0].parts == (frame, "Click the red mark.")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("size", [SCREEN, FOUR_K])
def test_each_look_from_nearer_by_halves_the_error(target: Point, size: Size) -> None:
    """The planted bias is a share of the picture's sides: what a blind spot of a model is like."""
    target = Point(target.x * size.width // SCREEN.width, target.y * size.height // SCREEN.height)
    frame = marked_frame(target, size)
    start = Ground().improve(search(Pointer(BIASED), frame), Point(0, 0))
    bias = math.hypot(0.03 * size.width, 0.04 * size.height)
    assert bias / 2 < math.dist(start, target) <= bias + 2
    for depth in (1, 2, 3):
        found = Refine(depth=depth, size=100).improve(search(Pointer(BIASED), frame), start)
        assert math.dist(found, target) <= bias / 2**depth + 2


def test_crops_get_no_smaller_than_their_size_and_none_is_shown_twice() -> None:
    pointer, target = Pointer(), Point(640, 400)
    looked = search(pointer, marked_frame(target))
    assert math.dist(Refine(depth=5, size=300, zoom=1).improve(looked, Point(600, 420)), target) <= 2
    heights = [prompt.frame.size.height for prompt in pointer.prompts]
    assert heights[:2] == [400, 300]
    assert set(heights[1:]) == {300}
    assert len(heights) < 5


@pytest.mark.parametrize("useless", ["", "There it is.", DONE, click(4000, 10)])
def test_a_useless_reply_leaves_the_point_and_is_recorded(useless: str) -> None:
    looked = search(Pointer([useless]), marked_frame(Point(640, 400)))
    for stage in (Ground(), Refine(), Vote(n=2)):
        assert stage.improve(looked, Point(600, 420)) == (600, 420)
    assert [reply.role for reply in looked.replies] == ["ground", "refine", "vote", "vote"]
    assert {reply.text for reply in looked.replies} == {useless}
    assert "1280x800+0+0 x1: The " in looked.replies[0].note
    assert looked.replies[-1].note.endswith("; 0 of 2 agree within 16 pixels")


def test_a_vote_outvotes_outliers() -> None:
    target = Point(640, 400)
    slips: list[Slip] = [(0.3, 0.2), (0.001, 0.002), (-0.4, 0.1), (-0.002, 0.001), (0.002, -0.002)]
    pointer = Pointer(slips)
    looked = search(pointer, marked_frame(target))
    assert math.dist(Vote(n=5, size=400).improve(looked, Point(610, 380)), target) <= 2
    assert len({prompt.frame.digest for prompt in pointer.prompts}) == 5
    assert looked.replies[-1].note.endswith("; 3 of 5 agree within 16 pixels")
    assert looked.usage == Usage(prompt=500, reply=35)


def test_the_crops_of_a_vote_are_the_same_every_time_and_hold_the_point() -> None:
    for point in TARGETS:
        crops = list(Vote(jitter=0.4).crops(point, SCREEN))
        assert crops == list(Vote(jitter=0.4).crops(point, SCREEN))
        assert all(crop.box.contains(point) for crop in crops)
    assert list(Vote(seed=1).crops(Point(640, 400), SCREEN)) != list(Vote().crops(Point(640, 400), SCREEN))


def test_of_equal_clusters_the_nearest_to_the_first_answer_wins() -> None:
    here, there = [Point(10, 10), Point(14, 10)], [Point(500, 300), Point(503, 303)]
    assert densest(here + there, 14, Point(480, 290)) == there
    assert densest(there + here, 14, Point(100, 100)) == here
    assert densest([*here, *there, Point(12, 9)], 14, Point(480, 290)) == [*here, Point(12, 9)]


def test_a_fault_in_mid_vote_tells_what_was_used_before_it() -> None:
    faulty = Pointer([(0.0, 0.0), (0.0, 0.0), ModelFault("gone", Usage(prompt=3))])
    with pytest.raises(ModelFault, match="gone") as told:
        Vote().improve(search(faulty, marked_frame(Point(640, 400))), Point(640, 400))
    assert told.value.usage == Usage(prompt=203, reply=14)


def test_a_call_without_words_is_pointed_at_by_its_place_in_each_crop() -> None:
    pointer = Pointer()
    Refine(size=200).improve(search(pointer, marked_frame(Point(640, 400)), ""), Point(640, 400))
    [prompt] = pointer.prompts
    assert "at [501, 502]" in str(prompt.turns[0].parts[1])


SAVE, CANCEL = widget("button", 100, 100, 80, 30), widget("button", 200, 100, 80, 30)
CAPTION = line("Save", 120, 106)
NOTES = widget("field", 100, 200, 400, 120)
FORM = scene(SAVE, CANCEL, CAPTION, NOTES)


@pytest.mark.parametrize(
    ("point", "snapped", "why"),
    [
        (Point(110, 105), SAVE.box.center, "on a button, beside its caption"),
        (Point(121, 108), SAVE.box.center, "on the caption: to the middle of its button"),
        (Point(110, 95), SAVE.box.center, "just above a button, whose middle is 36 pixels away"),
        (Point(190, 115), Point(190, 115), "between two buttons, equally near"),
        (Point(300, 195), Point(300, 202), "just above a field whose middle is far: into it"),
        (Point(120, 300), Point(120, 300), "in a field whose middle is far: stays"),
        (Point(700, 500), Point(700, 500), "beside nothing"),
    ],
)
def test_a_point_snaps_to_its_element(point: Point, snapped: Point, why: str) -> None:
    looked = search(Pointer(), marked_frame(Point(5, 5)), parser=FakeParser(anywhere=FORM))
    assert Snap(radius=40).improve(looked, point) == snapped, why
    [reply] = looked.replies
    assert (reply.role, reply.model) == ("snap", "reader")


def test_a_list_s_entry_gives_way_to_the_one_that_the_words_quote() -> None:
    rows = [line(name, 104, 204 + 30 * at) for at, name in enumerate(("Germany", "Ireland", "Italy"))]
    parser = FakeParser(anywhere=scene(NOTES, *rows))
    looked = search(Pointer(), marked_frame(Point(5, 5)), 'Choose the entry "Germany".', parser=parser)
    assert rows[0].box.contains(Snap(radius=20).improve(looked, Point(130, 236)))
    assert looked.replies[-1].text.startswith("text 'Germany'")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ('Click "Save" in "Billing".', ["Save", "Billing"]),
        ("Click the 'Save as' button.", ["Save as"]),
        ("Click “Sichern”, not „Zurück“.", ["Sichern", "Zurück"]),
        ("Don't click the user's name.", []),
        ("", []),
    ],
)
def test_what_a_sentence_quotes(sentence: str, names: list[str]) -> None:
    assert quoted(sentence) == names


@pytest.mark.parametrize("radius", [1, 5, 20, 60])
def test_a_point_never_jumps_further_than_the_radius(radius: int) -> None:
    looked = search(Pointer(), marked_frame(Point(5, 5)), parser=FakeParser(anywhere=FORM))
    for x in range(60, 560, 7):
        for y in range(60, 360, 7):
            assert math.dist(Snap(radius=radius).improve(looked, Point(x, y)), (x, y)) <= radius


def test_a_point_snaps_to_what_the_real_reader_sees() -> None:
    frame = marked_frame(Point(640, 400), Size(400, 300))
    rgb = frame.rgb.copy()
    box = Box(100, 80, 120, 30)
    rgb[box.slices] = 90
    rgb[box.grow(-1).slices] = 255
    looked = Search(Frame.from_rgb(rgb), "", Pointer(), ScreenReader())
    assert math.dist(Snap(radius=60).improve(looked, Point(130, 115)), box.center) <= 1
    assert looked.replies[0].text == "field 120x30+100+80"
