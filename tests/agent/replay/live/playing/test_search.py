"""Search: what is found on the screen, what is waited for, and what only a healer finds."""

from __future__ import annotations

from agent.replay.heal.heals import Heals
from agent.replay.live.playing.patience import Patience
from agent.replay.live.playing.search import TargetSearch
from agent.replay.live.target import TargetPoint
from tests.agent.replay.live.players import Clock, actions, form, playing
from tools.action import Click
from tools.relocate.result import NotLocated


def search(patience: float = 5) -> TargetSearch:
    """The search for the first target, without a healer."""
    clock = Clock()
    episode = playing(clock, reads=True)
    return TargetSearch(episode.playhead, Heals(form(), None), Patience(patience, clock), episode._mid_run)


def test_on_the_recorded_screen_it_is_where_it_was() -> None:
    found, replies = search().locate(actions()[0].before)
    assert isinstance(actions()[0].action, Click)
    assert isinstance(found, TargetPoint)
    assert (found.point, replies) == (actions()[0].action.point, ())


def test_what_is_not_there_is_told_and_without_a_healer_stays_so() -> None:
    elsewhere = actions()[16].before  # another page of the form
    for patience in (5, 0):
        found, replies = search(patience).locate(elsewhere)
        assert isinstance(found, NotLocated)
        assert replies == ()


def test_what_is_in_no_list_is_not_turned_for() -> None:
    missing = NotLocated("absent", "it is not there")
    assert search().turn(actions()[16].before, missing) is None
