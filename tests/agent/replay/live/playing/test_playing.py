"""One episode: the recorded actions on the recorded screens, one more look, the end; and what is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.errors import Halted
from tests.agent.replay.live.players import Clock, actions, form, playing

if TYPE_CHECKING:
    from agent.replay.live.playing.playing import Playing


def done(episode: Playing) -> None:
    """Do all of it on the recorded screens."""
    for one in actions():
        episode.answer(one.before)


def test_behind_the_last_action_it_looks_once_more_and_then_has_arrived() -> None:
    episode = playing(Clock())
    done(episode)
    last = actions()[-1].after
    assert "does anything more come up?" in episode.answer(last)[0]
    assert episode.arrived_on is None
    assert "All 29 recorded actions were done again." in episode.answer(last)[0]
    assert (episode.arrived_on, episode.differs_at_end, episode.waiting) == (last, None, False)


def test_a_screen_is_known_until_only_something_new_could_come_up() -> None:
    episode = playing(Clock())
    assert episode.known(actions()[0].before)
    assert not episode.known(actions()[5].before)
    done(episode)
    assert episode.known(actions()[-1].after)
    episode.answer(actions()[-1].after)
    assert not episode.known(actions()[-1].after)


def test_it_waits_as_long_as_it_has_patience() -> None:
    clock = Clock()
    episode = playing(clock, reads=True)
    episode.answer(actions()[0].before)
    assert "not yet as it was recorded" in episode.answer(actions()[0].before)[0]
    assert episode.waiting
    episode.pause()
    assert not episode.waiting
    clock.now = 100.0
    episode.answer(actions()[0].before)
    clock.now = 105.0
    with pytest.raises(Halted, match="before step 2"):
        episode.answer(actions()[0].before)


@pytest.mark.parametrize(
    ("model", "forks", "thought"),
    [
        ("pocket", True, 'The field "Full name" is at (691, 205). (As in step 1 of the recording: '),
        ("pocket", False, "As in step 1 of the recording: "),
        ("reader", True, "As in step 1 of the recording: "),
    ],
)
def test_a_model_that_goes_on_is_told_what_was_thought_and_not_where_the_reader_saw_it(
    model: str, *, forks: bool, thought: str
) -> None:
    recording = replace(form(), header=form().header.model_copy(update={"model": model}))
    episode = playing(Clock(), of=recording, forks=forks)
    assert episode.answer(actions()[0].before)[0].startswith(f"Thought: {thought}")
