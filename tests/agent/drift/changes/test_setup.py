"""Environment of one drifted replay, and its trace."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from agent.drift.changes.environment import EnvironmentDrift
from agent.drift.changes.hook import NoDrift
from agent.drift.changes.setup import DRIFT, SEED, TARGET, TrialEnvironment, TrialSetup
from agent.drift.kinds import DRIFTS, HARMLESS, ONLY_OUTSIDE
from agent.drift.trace import PerformedAction
from agent.runs.program_events import EVENTS
from tests.agent.drift.changes.page import OTHER, PAGE, target
from tests.agent.fakes import FakeDesktop, make_frame
from tests.agent.recordings import recorded
from tools.action import Click
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from agent.drift.kinds import Drift

SAVE = Click(point=Point(90, 50))


class FakeArrangement:
    """One window, whose corner is at (10, 10)."""

    def under(self, point: Point) -> tuple[str, Point]:
        return "Form", Point(point.x - 10, point.y - 10)


def trial(folder: Path, told: str | None = None, **changes: object) -> TrialEnvironment:
    hook = NoDrift(PAGE, told, certain=told is not None)
    return TrialEnvironment(hook, FakeArrangement(), folder / "events", **changes)  # type: ignore[arg-type]


def test_the_program_is_told_where_to_write_and_what_surrounds_it(tmp_path: Path) -> None:
    started_in = EnvironmentDrift(environ={"GTK_THEME": "x", "A": "1"})
    environment = trial(tmp_path, started_in=started_in, inside={"A": "2"})
    assert environment.environ == {"GTK_THEME": "x", "A": "2", EVENTS: str(tmp_path / "events")}


def test_what_is_done_on_the_desktop_is_its_trace(tmp_path: Path) -> None:
    environment = trial(tmp_path)
    assert (environment.trace.actions, environment.trace.events) == ((), None)
    desktop = environment.wrap(FakeDesktop())
    desktop.execute(SAVE, desktop.observe())
    environment.events.write_text("saved Ada\n")
    assert environment.trace.actions == (PerformedAction(SAVE, Point(80, 40)),)
    assert environment.trace.events == ("saved Ada",)


def test_what_the_program_says_of_its_drift_is_told(tmp_path: Path) -> None:
    environment = trial(tmp_path)
    assert environment.told is None
    environment.events.write_text("started\ndrift moved by +3\nsaved\ndrift moved by +5\n")
    assert environment.told == "moved by +5"


def test_what_must_show_counts_only_when_it_shows(tmp_path: Path) -> None:
    environment = TrialEnvironment(NoDrift(PAGE, "font"), FakeArrangement(), tmp_path / "events", shows=True)  # type: ignore[arg-type]
    environment.events.write_text("drift in another font\n")
    assert environment.told is None
    environment.hook.look(0, OTHER)
    assert environment.told == "in another font"


def asked(folder: Path, drift: Drift, seed: int = 1) -> TrialEnvironment:
    """What a program that drifts itself is asked for."""
    setup = TrialSetup(recorded([PAGE, PAGE], SAVE), [target(0, 1), target(0, 3)], inside=True)
    environment = trial(folder)
    setup._change_inside(environment, drift, seed, random.Random(seed))
    return environment


@pytest.mark.parametrize("drift", [drift for drift in DRIFTS if drift not in ONLY_OUTSIDE])
def test_a_program_that_drifts_itself_is_told_the_drift_and_the_seed(tmp_path: Path, drift: Drift) -> None:
    environment = asked(tmp_path, drift, 7)
    assert (environment.inside[DRIFT], environment.inside[SEED]) == (drift, "7")
    assert environment.shows is (drift in HARMLESS and drift != "slow_start")


def test_a_program_is_told_of_a_row_even_where_it_is_changed_from_outside(tmp_path: Path) -> None:
    setup = TrialSetup(recorded([PAGE, PAGE], SAVE), [target(0, 1)], inside=False)
    environment = trial(tmp_path)
    assert setup.is_told("row_inserted")
    assert not setup.is_told("font")
    setup._change_inside(environment, "row_inserted", 3, random.Random(3))
    assert environment.inside == {DRIFT: "row_inserted", SEED: "3"}


def test_a_drift_of_one_target_names_it_and_when_it_is_clicked(tmp_path: Path) -> None:
    environments = [asked(tmp_path, "disabled", seed) for seed in range(12)]
    assert {environment.inside[TARGET] for environment in environments} == {'"Save"'}
    assert {environment.actions_before for environment in environments} == {1, 3}
    assert TARGET not in asked(tmp_path, "dialog").inside


def test_the_first_screen_tells_whether_a_harmless_drift_came_about(tmp_path: Path) -> None:
    environment = asked(tmp_path, "font")
    environment.hook.look(0, make_frame())
    assert environment.told == "font"
