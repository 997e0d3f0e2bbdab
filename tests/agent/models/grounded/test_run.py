"""`agent run` with a planner that clicks wide of the button, and a grounder that knows where it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.fakes import DONE, click
from tests.agent.workshop import Workshop
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

WIDE = click(40, 40)
ON_BUTTON = click(470, 530)
IN_CROP = click(510, 530)
"""In a crop of 640x400 around the button's (601, 424): a little right of it."""


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    points = [ON_BUTTON, IN_CROP]
    (tmp_path / "points.jsonl").write_text("".join(json.dumps(reply) + "\n" for reply in points))
    return Workshop(tmp_path)


def test_two_models_refining_and_snapping_press_the_button(workshop: Workshop) -> None:
    grounder = f"scripted:{workshop.folder}/points.jsonl"
    done = workshop.run([WIDE, DONE], "--grounder", grounder, "--ground", "refine(1,400)+snap(50)")
    assert (done.status, done.run["verdict"]) == (0, "passed"), done.run
    assert done.run["model"] == "scripted+ground(scripted)+refine(1,400,2)+snap(50)"
    assert {"grounding", "refining", "snapping"} <= done.run["timing"].keys()
    recording = load_recording(workshop.recording())
    plan, ground, refine, snap = recording.steps[0].replies
    assert (plan.text, ground.text, refine.text) == (WIDE, ON_BUTTON, IN_CROP)
    assert refine.note == "640x400+281+224 x2: 607,436"
    assert snap.text.startswith("text 'Press me'")
    assert recording.steps[0].action is not None
    x, y = recording.steps[0].action["point"]
    assert Point(x, y) != (607, 436)
    assert recording.steps[1].replies == ()
    assert replay(recording).verdict == "passed"


@pytest.mark.parametrize("options", [("--ground", "refin"), ("--grounder", "reader")])
def test_what_can_not_be_done_is_refused_before_anything_starts(
    workshop: Workshop, options: tuple[str, str]
) -> None:
    done = workshop.run([DONE], *options)
    assert done.status == 2
    assert options[0] in done.answer["error"]
    assert not (workshop.folder / "runs").exists()
