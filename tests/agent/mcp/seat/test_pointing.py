"""Places of a client, and acts at them."""

from __future__ import annotations

import pytest

from agent.episode import Step
from agent.mcp.seat.frames import Shown
from agent.mcp.seat.pointing import PointedActs, Waiting, actions_of, point_at
from agent.mcp.seat.requests import Act, Place
from agent.mcp.seat.turns import Told, Turn, Unfit
from agent.model import Prompt
from agent.protocol.toolcall import parse_tool_call
from tests.agent.fakes import make_frame
from tools.action import Click, Drag, Move, Scroll
from tools.geometry import Point
from tools.observation import Observation
from tools.see.cache import SceneCache

SHOWN = Shown("f1", Observation(make_frame(1, 3200, 1600)))


def found(target: str, shown: Shown) -> Point:
    assert shown is SHOWN
    if target != "Save":
        raise Unfit(f"no {target}")
    return Point(40, 50)


def test_a_point_of_the_picture_of_the_grid_or_of_a_text_is_a_pixel_of_the_frame() -> None:
    assert point_at(Place(x=784, y=0, size=(1568, 784)), SHOWN, found) == Point(1601, 1)
    assert point_at(Place(x=500, y=1000, space="grid"), SHOWN, found) == Point(1600, 1599)
    assert point_at(Place(target="Save"), SHOWN, found) == Point(40, 50)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (
            Place(x=1, y=1, size=(3200, 1600)),
            "was sent with 1568x784 pixels and you have seen it with 3200x1600",
        ),
        (Place(x=1568, y=1, size=(1568, 784)), "outside the picture"),
        (Place(x=-1, y=1, size=(1568, 784)), "outside the picture"),
        (Place(x=float("nan"), y=1, size=(1568, 784)), "outside the picture"),
        (Place(x=1001, y=1, space="grid"), "outside the grid"),
        (Place(x=float("inf"), y=1, space="grid"), "outside the grid"),
        (Place(x=1), "no place"),
        (Place(target="Save", x=1, y=1), "both"),
        (Place(target="Load"), "no Load"),
    ],
)
def test_another_place_is_none(place: Place, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        point_at(place, SHOWN, found)


def test_a_drag_begins_where_it_says_and_an_action_that_is_none_is_refused() -> None:
    act = Act("drag", "f1", Place(x=2, y=2, size=(1568, 784)), Place(target="Save"))
    assert actions_of(act, SHOWN, found) == [Move(point=Point(40, 50)), Drag(point=Point(5, 5))]
    turned = Act("scroll", "f1", Place(target="Save"), None, (("vertical", -3),))
    assert actions_of(turned, SHOWN, found) == [Scroll(point=Point(40, 50), vertical=-3)]
    with pytest.raises(Unfit, match=r"scroll: vertical: .*less than or equal to 100"):
        actions_of(Act("scroll", "f1", None, None, (("vertical", 1000),)), SHOWN, found)
    with pytest.raises(Unfit, match="type: text"):
        actions_of(Act("type", "f1"), SHOWN, found)


def test_acts_are_decided_on_the_frame_that_was_seen() -> None:
    acts = PointedActs(SHOWN, [Move(point=Point(40, 50))], lambda: SHOWN, SceneCache())
    turn = acts.turn(None)
    assert isinstance(turn, Turn)
    assert turn.observation is SHOWN.observation
    assert parse_tool_call(turn.completion.text).action == "mouse_move"


def test_what_changed_since_the_client_looked_is_not_what_its_act_did() -> None:
    """A mail that came up while the model was thinking is no effect of a click beside it."""
    later = Shown("f2", Observation(make_frame(2, 3200, 1600)))
    click, prompt = Click(point=Point(40, 50)), Prompt("", ())
    acts = PointedActs(SHOWN, [click], lambda: later, SceneCache())
    turn = acts.turn(None)
    assert isinstance(turn, Turn)
    assert turn.observation is SHOWN.observation
    told = acts.turn(Step(1, SHOWN.observation, prompt, turn.completion, "done", None, click))
    assert isinstance(told, Told)
    assert (told.status, told.effect) == ("done", "none")


def test_a_click_that_there_is_not_is_refused() -> None:
    act = Act("click", "f1", Place(target="Save"), None, (("button", "right"), ("count", 3)))
    with pytest.raises(Unfit, match="there is no such act \\(button: right, count: 3\\)"):
        actions_of(act, SHOWN, found)


def test_a_wait_that_is_not_wanted_any_more_ends() -> None:
    wanted = Waiting(lambda: SHOWN, 5, SceneCache(), lambda: False)
    assert isinstance(wanted.turn(None), Turn)
    unwanted = Waiting(lambda: SHOWN, 5, SceneCache(), lambda: True)
    told = unwanted.turn(None)
    assert isinstance(told, Told)
    assert told.effect == "none"
