"""The heals of one replay: asked for once a step, proposed at the end of a run that passed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.heal.heals import Heals
from agent.replay.heal.proposal import NotHealed, Pointed
from agent.replay.heal.store import decide, load_heals
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.fakes import DONE, call, click, make_frame
from tests.agent.recordings import record
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from agent.recording.reading import Recording
    from tools.observation import Frame

SAME = Substitutions()
NOW, AFTER = make_frame(90), make_frame(91)


class FakeHealer:
    """Points at what a test says."""

    name = "fake"

    def __init__(self, found: Pointed | NotHealed | None = None) -> None:
        self.found = found or Pointed(Point(7, 8), "Keep", "Save", "There.", ("it is a button",))
        self.asked: list[tuple[Point, str]] = []

    def point(self, old: Frame, at: Point, intent: str, new: Frame) -> Pointed | NotHealed:
        self.asked.append((at, intent))
        return self.found


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    record(tmp_path / "rec", [click(), call("type", text="a"), DONE])
    return load_recording(tmp_path / "rec")


def test_a_step_is_healed_once_a_run(recording: Recording) -> None:
    healer = FakeHealer()
    heals = Heals(recording, healer)  # type: ignore[arg-type]
    pressed = trajectory_of(recording)[0]
    assert heals.heal(pressed, NOW, SAME) is healer.found
    assert heals.heal(pressed, NOW, SAME) is None
    assert (healer.asked, heals.steps, heals.model) == ([(Point(100, 50), "left_click.")], (1,), "fake")


@pytest.mark.parametrize(
    ("label", "old_label", "told"),
    [
        ("Keep", "Save", 'step 1: "Keep" in place of "Save"'),
        ("Keep", "", 'step 1: "Keep" in place of what had no text'),
        ("Save", "Save", "step 1: found again at (7, 8)"),
        ("", "Save", "step 1: found again at (7, 8)"),
    ],
)
def test_what_was_healed_is_told_in_one_line(
    recording: Recording, label: str, old_label: str, told: str
) -> None:
    heals = Heals(recording, FakeHealer(Pointed(Point(7, 8), label, old_label, "", ())))  # type: ignore[arg-type]
    heals.heal(trajectory_of(recording)[0], NOW, SAME)
    assert heals.told == told


def test_without_a_healer_nothing_is_healed(recording: Recording) -> None:
    heals = Heals(recording)
    assert heals.heal(trajectory_of(recording)[0], NOW, SAME) is None
    assert (heals.model, heals.steps) == ("", ())


def test_what_has_no_place_is_not_healed(recording: Recording) -> None:
    healer = FakeHealer()
    assert Heals(recording, healer).heal(trajectory_of(recording)[1], NOW, SAME) is None  # type: ignore[arg-type]
    assert healer.asked == []


def test_a_step_with_another_value_is_not_healed(recording: Recording) -> None:
    """What reads as it did may be the wrong target now."""
    chosen = replace(trajectory_of(recording)[0], sentence='Click "Norway".')
    heals = Heals(recording, FakeHealer())  # type: ignore[arg-type]
    assert heals.heal(chosen, NOW, Substitutions(pairs=(("Norway", "Chad"),))) is None
    assert heals.heal(chosen, NOW, SAME) is not None


def test_a_heal_is_proposed_with_the_screen_that_its_click_led_to(recording: Recording) -> None:
    heals = Heals(recording, FakeHealer())  # type: ignore[arg-type]
    heals.heal(trajectory_of(recording)[0], NOW, SAME)
    assert load_heals(recording) == ()
    heals.propose({1: AFTER, 2: NOW})
    [kept] = load_heals(recording)
    proposal = kept.proposal
    assert (proposal.step, proposal.new_label, proposal.after) == (1, "Keep", AFTER.digest)
    assert proposal.proof[-1] == "the run passed its checks"


def test_what_was_rejected_is_not_pointed_at_again(recording: Recording) -> None:
    heals = Heals(recording, FakeHealer())  # type: ignore[arg-type]
    heals.heal(trajectory_of(recording)[0], NOW, SAME)
    heals.propose({1: AFTER})
    decide(load_heals(recording)[0], "rejected")
    again = Heals(recording, FakeHealer())  # type: ignore[arg-type]
    found = again.heal(trajectory_of(recording)[0], NOW, SAME)
    assert found == NotHealed('"Keep" was rejected', "There.")
    assert again.steps == ()


def test_what_was_accepted_is_known(recording: Recording) -> None:
    heals = Heals(recording, FakeHealer())  # type: ignore[arg-type]
    heals.heal(trajectory_of(recording)[0], NOW, SAME)
    heals.propose({1: AFTER})
    decide(load_heals(recording)[0], "accepted")
    known = Heals(recording).known(1)
    assert known is not None
    assert (known[0].digest, known[1]) == (NOW.digest, Point(7, 8))
