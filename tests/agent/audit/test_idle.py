"""The idle model ends a task at its first look, and has done nothing."""

from __future__ import annotations

from agent.audit.idle import IdleModel
from agent.episode import Watcher
from agent.loop import Episode
from tests.agent.fakes import FakeDesktop, make_task


def test_it_does_nothing_and_says_that_all_is_done() -> None:
    desktop, model = FakeDesktop(), IdleModel()
    model.check(make_task())
    model.prepare()
    ending = Episode(
        make_task(), desktop, model, judge=lambda _: (), watcher=Watcher(), approve=lambda *_: True
    ).run()
    assert (ending.verdict, desktop.actions, desktop.looks) == ("passed", [], 1)
