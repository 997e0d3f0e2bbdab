"""What a run took: its steps, and what was used by what ended it."""

from __future__ import annotations

from agent.errors import ModelFault
from agent.loop import Episode
from agent.runs.report.tally import Tally
from agent.usage import Usage
from tests.agent.fakes import DONE, FAILED, FakeDesktop, FakeModel, approved, call, click, make_task


def test_tokens_and_cost_of_steps_and_of_a_failed_reply_are_added_up() -> None:
    tally = Tally()
    fault = ModelFault("gone", Usage(prompt=7, reply=1, cost=0.5))
    model = FakeModel([click(), click(900, 900), fault], Usage(prompt=10, reply=5, cost=0.25))
    Episode(make_task(), FakeDesktop(), model, judge=lambda seen: (), watcher=tally, approve=approved).run()
    assert (tally.steps, tally.tokens, tally.cost) == (2, 38, 1.0)
    assert {"model", "settling", "acting", "recording", "reading"} == tally.timing.keys()
    assert tally.timing["reading"] == 0.002


def test_what_a_model_says_at_the_end_is_kept() -> None:
    tally = Tally()
    model = FakeModel([click(), DONE])
    Episode(make_task(), FakeDesktop(), model, judge=lambda seen: (), watcher=tally, approve=approved).run()
    assert tally.said == "So."


def test_why_a_task_is_given_up_is_the_verdict_and_not_said_again() -> None:
    tally = Tally()
    model = FakeModel([FAILED])
    Episode(make_task(), FakeDesktop(), model, judge=lambda seen: (), watcher=tally, approve=approved).run()
    assert tally.said == ""


def test_the_last_step_that_did_something_is_kept() -> None:
    tally = Tally()
    model = FakeModel([click(), call("wait", time=0.01), DONE])
    Episode(make_task(), FakeDesktop(), model, judge=lambda seen: (), watcher=tally, approve=approved).run()
    assert tally.at == "step 1: left_click."
