"""Whether the screen allows the next action, and where that takes hold: on scenes made by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.ignored import IgnoredRegion
from agent.replay.live.options import PlayerOptions
from agent.replay.live.playhead import Playhead
from agent.replay.live.target import TargetPoint
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.recordings import recorded
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type
from tools.geometry import Box, Point
from tools.relocate.result import NotLocated
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.see.scene import Line, Scene, Widget

NAME, SAVE = line("Full name", 20, 100), line("Save", 40, 300)
FIELD = widget("field", 120, 96, 300)
CLOCK = Box(700, 10, 60, 16)
INTO, PRESS = Click(point=Point(200, 108)), Click(point=Point(56, 308))


def screen(*more: Line | Widget, marks: tuple[Box, ...] = ()) -> Scene:
    """The form, with more on it."""
    return painted(NAME, SAVE, FIELD, *more, marks=marks)


EMPTY, FOCUSED = screen(), screen(marks=(Box(120, 96, 300, 2),))
TYPED = screen(line("Ada Lovelace", 130, 100))
SAVED = screen(line("Ada Lovelace", 130, 100), line("Customer saved", 20, 400))
WAY: tuple[Action, ...] = (INTO, Type(text="Ada Lovelace"), PRESS)
SCENES = (EMPTY, FOCUSED, TYPED, SAVED)


@dataclass
class FakeHeals:
    """Heals that a test knows."""

    accepted: dict[int, tuple[Frame, Point]] = field(default_factory=dict)

    def known(self, step: int) -> tuple[Frame, Point] | None:
        return self.accepted.get(step)


def playhead(
    *more: Scene,
    actions: tuple[Action, ...] = WAY,
    scenes: tuple[Scene, ...] = SCENES,
    heals: FakeHeals | None = None,
    options: PlayerOptions | None = None,
) -> Playhead:
    """A playhead at the start, which can read the recorded scenes and some more."""
    trajectory = recorded([scene.frame for scene in scenes], *actions)
    parser = SceneCache(FakeParser(*scenes, *more))
    return Playhead(trajectory, options or PlayerOptions(), parser, heals or FakeHeals())  # type: ignore[arg-type]


def blind(options: PlayerOptions | None = None) -> Playhead:
    """One that can read nothing."""
    trajectory = recorded([scene.frame for scene in SCENES], *WAY)
    return Playhead(trajectory, options or PlayerOptions(), SceneCache(FakeParser()), FakeHeals())  # type: ignore[arg-type]


def go(found: Playhead, *scenes: Scene) -> None:
    """Do the next actions on these screens."""
    for scene in scenes:
        assert found.reason_to_wait(scene.frame) is None
        target = found.locate(scene.frame)
        assert isinstance(target, TargetPoint), target
        found.advance(scene.frame, target)


def test_recorded_screens_are_not_read() -> None:
    along = blind()
    go(along, EMPTY, FOCUSED, TYPED)
    assert along.reason_to_wait(SAVED.frame) is None
    assert (along.at, along.next) == (3, None)
    assert along.seen == {2: EMPTY.frame, 4: FOCUSED.frame, 6: TYPED.frame}


def test_an_action_is_done_with_this_run_s_text_and_place() -> None:
    changed = PlayerOptions(Substitutions(values=(("Ada Lovelace", "Grace Hopper"),)))
    along = blind(changed)
    assert along.advance(EMPTY.frame, TargetPoint(Point(7, 8), "here")) == Click(point=Point(7, 8))
    assert along.advance(FOCUSED.frame, TargetPoint(Point(0, 0), "keys")) == Type(text="Grace Hopper")


def test_an_action_that_was_not_carried_out_comes_again() -> None:
    along = blind()
    go(along, EMPTY, FOCUSED)
    along.step_back()
    assert along.next is not None
    assert (along.at, along.next.step, along.seen) == (1, 4, {2: EMPTY.frame})


def test_a_text_that_was_dropped_is_not_known_as_typed() -> None:
    """The keyboard broke off: half of the text is somewhere, and typing all of it again would double it."""
    half = screen(line("Ada Love", 130, 100), marks=(Box(120, 96, 300, 2),))
    along = playhead(half)
    go(along, EMPTY, FOCUSED)
    along.step_back()
    assert 'does not know: "Ada Love"' in str(along.reason_to_wait(half.frame))


def test_another_size_is_a_reason() -> None:
    other = painted().frame.bgrx[:400].copy()
    frame = type(EMPTY.frame)(other)
    assert blind().reason_to_wait(frame) == "the screen is 800x400, and was 800x600"


def test_what_is_unknown_on_the_first_screen_is_a_reason() -> None:
    asked = screen(line("Licence needed", 300, 200))
    assert 'does not know: "Licence needed"' in str(playhead(asked).reason_to_wait(asked.frame))


def test_an_action_without_its_effect_is_a_reason() -> None:
    along = playhead()
    go(along, EMPTY, FOCUSED, TYPED)
    assert along.reason_to_wait(TYPED.frame) == '"Customer saved" did not come up'
    assert along.reason_to_wait(SAVED.frame) is None


def test_a_screen_that_was_read_and_found_good_may_go_on_to_look_so() -> None:
    """A picture elsewhere, read once; the next screen that has it too is not read again."""
    picture = (Box(600, 500, 50, 50),)
    first = screen(marks=picture)
    second = screen(marks=(*picture, Box(120, 96, 300, 2)))
    along = playhead(first)
    go(along, first)
    assert along.reason_to_wait(second.frame) is None


def test_an_ignored_region_is_not_read_either() -> None:
    regions = (IgnoredRegion(box=CLOCK), IgnoredRegion(box=Box(600, 500, 50, 50), step=4))
    along = blind(PlayerOptions(ignored=regions))
    go(along, screen(marks=(CLOCK,)))
    assert along.is_expected(screen(marks=(Box(120, 96, 300, 2), CLOCK, Box(610, 510, 9, 30))).frame)


def test_a_screen_is_expected_once_the_action_has_led_to_it() -> None:
    along = blind()
    assert along.is_expected(EMPTY.frame)
    go(along, EMPTY)
    assert along.is_expected(FOCUSED.frame)
    assert not along.is_expected(EMPTY.frame)


def test_a_screen_that_was_to_stay_as_it_was_is_never_expected() -> None:
    along = playhead(actions=(Key(keys=("ctrl", "s")), PRESS), scenes=(EMPTY, EMPTY, SAVED))
    go(along, EMPTY)
    assert not along.is_expected(EMPTY.frame)
    assert along.reason_to_wait(EMPTY.frame) is None


def test_nothing_to_do_is_no_reason() -> None:
    nothing = playhead(actions=())
    assert nothing.reason_to_wait(EMPTY.frame) is None
    assert not nothing.is_expected(EMPTY.frame)
    assert nothing.locate(EMPTY.frame) == TargetPoint(Point(0, 0), "by the keyboard")


def test_where_it_takes_hold_on_a_screen_like_the_recorded_one() -> None:
    along = blind()
    assert along.locate(EMPTY.frame) == TargetPoint(INTO.point, "the screen is as it was")
    go(along, EMPTY)
    assert along.locate(FOCUSED.frame) == TargetPoint(Point(0, 0), "by the keyboard")


def test_a_target_in_an_ignored_region_is_looked_for_all_the_same() -> None:
    """The ignored region holds all of the form; another label on the button is seen."""
    discard = painted(NAME, FIELD, line("Discard", 40, 300))
    regions = PlayerOptions(ignored=(IgnoredRegion(box=Box(0, 80, 800, 500)),))
    along = playhead(discard, actions=(PRESS,), scenes=(EMPTY, SAVED), options=regions)
    assert isinstance(along.locate(discard.frame), NotLocated)


def test_a_target_is_found_by_its_name_elsewhere() -> None:
    moved = painted(NAME, FIELD, line("Save", 400, 500))
    along = playhead(moved, actions=(PRESS,), scenes=(EMPTY, SAVED))
    assert along.locate(moved.frame) == TargetPoint(Point(416, 508), 'by its name, "Save"')


def test_a_target_is_found_by_an_accepted_heal() -> None:
    healed = painted(NAME, FIELD, line("Keep entry", 40, 300))
    now = painted(NAME, FIELD, line("Keep entry", 400, 500))
    heals = FakeHeals(accepted={2: (healed.frame, Point(56, 308))})
    along = playhead(healed, now, actions=(PRESS,), scenes=(EMPTY, SAVED), heals=heals)
    found = along.locate(now.frame)
    assert isinstance(found, TargetPoint)
    assert (found.healed, found.how) == (True, 'an accepted heal, by its name, "Keep entry"')
    assert Box(400, 500, 80, 16).contains(found.point)


@pytest.mark.parametrize(
    ("following", "is_found"), [((PRESS,), True), ((Drag(point=Point(300, 300)),), False)]
)
def test_the_pointer_may_rest_anywhere_unless_something_is_dragged_from_there(
    following: tuple[Action, ...], *, is_found: bool
) -> None:
    other = painted(NAME, FIELD, line("Discard", 40, 300))
    along = playhead(other, actions=(Move(point=PRESS.point), *following), scenes=(EMPTY, EMPTY, SAVED))
    found = along.locate(other.frame)
    assert isinstance(found, TargetPoint) == is_found
    if isinstance(found, TargetPoint):
        assert (found.point, found.how) == (PRESS.point, "the same point of the screen")


def test_a_pointer_that_opened_something_needs_its_target() -> None:
    """An entry whose submenu opens under the pointer is no longer there."""
    opened = screen(line("Export", 90, 300))
    other = painted(NAME, FIELD, line("Discard", 40, 300))
    along = playhead(other, actions=(Move(point=PRESS.point), PRESS), scenes=(EMPTY, opened, SAVED))
    assert isinstance(along.locate(other.frame), NotLocated)


def test_a_pointer_that_only_left_something_needs_no_target() -> None:
    dark = screen(marks=(Box(600, 100, 60, 20),))
    other = painted(NAME, FIELD, line("Discard", 40, 300))
    along = playhead(other, actions=(Move(point=PRESS.point), PRESS), scenes=(EMPTY, dark, SAVED))
    assert isinstance(along.locate(other.frame), TargetPoint)


CITIES = ("Berlin", "Bonn", "Gera", "Hamburg", "Jena", "Kiel", "Leipzig", "Mainz", "Ulm")
PANE, BERLIN = Box(100, 100, 300, 130), Point(150, 126)


def listed(*cities: str) -> Scene:
    """A list that always stands there."""
    return painted(
        widget("field", *PANE), *(line(city, 130, 110 + 24 * at) for at, city in enumerate(cities))
    )


TOP = listed(*CITIES[:5])


def choosing(*more: Scene) -> Playhead:
    """One that chooses Leipzig, which is out of sight, in place of Berlin."""
    values = PlayerOptions(Substitutions(pairs=(("Berlin", "Leipzig"),)))
    trajectory = recorded([TOP.frame, TOP.frame], Click(point=BERLIN))
    return Playhead(trajectory, values, SceneCache(FakeParser(TOP, *more)), FakeHeals())  # type: ignore[arg-type]


def test_a_click_that_was_dropped_after_its_list_was_turned_is_made_again() -> None:
    turned = listed(*CITIES[4:])
    along = choosing(turned)
    missing = along.locate(TOP.frame)
    assert isinstance(missing, NotLocated)
    assert along.turn(TOP.frame, missing) == Scroll(point=BERLIN, vertical=-1)
    for _ in range(2):
        assert along.reason_to_wait(turned.frame) is None
        target = along.locate(turned.frame)
        assert isinstance(target, TargetPoint)
        along.advance(turned.frame, target)
        along.step_back()


def test_a_list_that_shows_two_equal_entries_is_not_turned_until_it_shows_one() -> None:
    twice = listed("Leipzig", "Mainz", "Leipzig", "Ulm")
    along = choosing(twice)
    missing = along.locate(twice.frame)
    assert isinstance(missing, NotLocated)
    assert missing.why == "several"
    assert along.turn(twice.frame, missing) is None
