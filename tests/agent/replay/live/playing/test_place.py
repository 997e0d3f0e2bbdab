"""A halt tells where the replay had come to, with this run's texts."""

from __future__ import annotations

from agent.replay.live.playing.place import halted, said_of
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.players import Clock, actions, form, playing

OTHER = Substitutions(pairs=(("Ada Lovelace", "Grace Hopper"),))


def test_it_names_the_next_step_and_behind_the_last_one_the_end() -> None:
    episode = playing(Clock())
    episode.answer(actions()[0].before)
    told = str(halted(form(), len(actions()), episode.playhead, OTHER, "the screen is blue"))
    said = 'before step 2 (Type "Grace Hopper". 2 of 29): the screen is blue; nothing more was done'
    assert told == f"{form().folder}: {said}"
    for one in actions()[1:]:
        episode.answer(one.before)
    end = str(halted(form(), len(actions()), episode.playhead, OTHER, "why"))
    assert "after the last of 29 recorded actions: why" in end


def test_a_sentence_is_told_with_this_run_s_texts() -> None:
    assert said_of(actions()[1], OTHER) == 'Type "Grace Hopper".'
