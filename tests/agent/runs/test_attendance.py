"""Nobody at a run changes nothing."""

from __future__ import annotations

from agent.runs.attendance import Attendant
from agent.runs.beforehand import with_acts
from tests.agent.fakes import FakeDesktop, FakeModel


def test_who_only_looks_on_holds_nothing_and_decides_nothing() -> None:
    desktop, model = FakeDesktop(), FakeModel([])
    nobody = Attendant()
    assert nobody.desktop(desktop, ":1", has_secrets=False) is desktop
    assert nobody.ask(model.complete, "fake") == model.complete
    assert (nobody.waited, nobody.acts) == (0, 0)


def test_a_result_says_how_many_steps_were_a_persons() -> None:
    assert with_acts("passed", 0) == "passed"
    assert with_acts("passed", 1) == "passed; 1 of the steps was a person's"
    assert with_acts("passed", 3) == "passed; 3 of the steps were a person's"
