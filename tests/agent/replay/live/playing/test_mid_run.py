"""Mid-run: where nothing is expected, nothing is asked; what was read gives a run other texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.errors import BadInput, Halted
from agent.replay.live.expecting import Expecting
from agent.replay.live.options import PlayerOptions
from agent.replay.live.playing.mid_run import MidRun
from agent.replay.live.playing.patience import Patience
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.players import Clock, actions, form, playing
from tests.tools.scenes import FakeParser
from tools.see.cache import SceneCache


def mid_run(options: PlayerOptions) -> MidRun:
    clock = Clock()
    expecting = Expecting(form(), actions(), SceneCache(FakeParser()), clock)
    return MidRun(form(), actions(), expecting, playing(clock).playhead, Patience(5, clock), options)


def test_where_nothing_is_expected_nothing_is_asked() -> None:
    run = mid_run(PlayerOptions())
    frame = actions()[0].before
    assert run.reason_to_wait(frame) is None
    assert run.reply(frame, None) is None
    assert run.failed(frame) is None
    assert run.last_look(frame) is None


def test_what_was_read_gives_the_run_other_texts() -> None:
    other = Substitutions(pairs=(("Ada Lovelace", "Grace Hopper"),))
    run = mid_run(PlayerOptions(reading=lambda read: replace(other, shown=frozenset(read.values()))))
    run._use({"order": "A-1"})
    assert run.options.substitutions == replace(other, shown=frozenset({"A-1"}))


def test_a_text_that_stands_for_two_things_ends_the_run_before_it_is_typed() -> None:
    two = Substitutions(pairs=(("Ada Lovelace", "Grace"), ("Ada Lovelace", "Joan")))
    run = mid_run(PlayerOptions(reading=lambda _read: two))
    with pytest.raises(Halted, match=r"before step 1 .*stands for several things"):
        run._use({})
    with pytest.raises(BadInput):
        two.now("Ada Lovelace")
