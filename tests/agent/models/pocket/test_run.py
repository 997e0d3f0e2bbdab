"""`agent run --model pocket`: the real form in a real window, filled in by a Qwen3-VL from pixels alone.

What random weights can't show: the whole way through transformers, kept cache and constrained decoding ends
in the right rows of a database, and its recording does so again without the model. Only what has to be is
filled in; the whole form is `make pocket`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from agent.models.pocket.folder import pocket_folder
from agent.protocol.grounding import ground
from agent.protocol.toolcall import parse_tool_call
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from benchmarks.pocket.presses import asked_for, pressed
from tests.agent.models.server.serving import name_processor, serving
from tests.agent.workshop import agent, environment

if TYPE_CHECKING:
    from agent.recording.reading import Recording

ROOT = Path(__file__).parents[4]
FIELDS = ("name", "email", "country", "terms", "Save", "Yes")
"""Of the form, as its events name them: those that have to be filled in."""
ONE_PICTURE = 640
"""Tokens of a screenshot as the pocket model is shown it."""


def told_by(*words: str, cwd: Path, **env: str) -> tuple[dict[str, Any], str]:
    """What `--json` says of the run, and standard error."""
    without = environment(**env)
    without.pop("OMP_WAIT_POLICY", None)  # that deskhand sets it is tested
    done = agent(*words, "--json", "--timeout", "840", cwd=cwd, env=without)
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout)["runs"][0], done.stderr


@dataclass(frozen=True)
class Filled:
    told: dict[str, Any]
    said: str
    recording: Recording


def test_it_fills_in_the_form_and_what_it_did_is_replayed_and_finished(tmp_path: Path) -> None:
    """One test: pytest's workers share no fixtures, and the run is most of its time."""
    words = ("run", str(short_task(tmp_path)), "--model", "pocket", "--record", "rec")
    events = tmp_path / "events"
    told, said = told_by(*words, cwd=tmp_path, OMP_DISPLAY_ENV="TRUE", DESKHAND_EVENTS=str(events))
    filled = Filled(told, said, load_recording(tmp_path / "rec"))
    passed_as_the_database_says(filled)
    asked = [press for press in asked_for("Germany") if any(field in press for field in FIELDS)]
    assert pressed(events.read_text().splitlines()) == asked, "as the form tells it"
    threads_wait_asleep(filled)
    every_step_is_a_valid_call(filled)
    takes_in_its_own_screenshot_alone(filled)
    assert replay(filled.recording).verdict == "passed", "without a model and a screen"
    behind_a_server_it_finishes_what_a_recording_began(filled, tmp_path)


def passed_as_the_database_says(filled: Filled) -> None:
    assert (filled.told["verdict"], filled.told["model"]) == ("passed", "pocket"), filled.told
    assert len(filled.told["checks"]) == 1


def threads_wait_asleep(filled: Filled) -> None:
    assert "OMP_WAIT_POLICY = 'PASSIVE'" in filled.said, "OpenMP says itself what it has read"


def every_step_is_a_valid_call(filled: Filled) -> None:
    recording = filled.recording
    assert [step.outcome for step in recording.steps] == ["done"] * (len(recording.steps) - 1) + ["ended"]
    for step in recording.steps:
        call = parse_tool_call(step.reply)
        if call.action not in ("answer", "terminate"):
            ground(call, recording.header.size)
        assert {"vision", "prefill", "decode"} <= step.timing.keys()


def takes_in_its_own_screenshot_alone(filled: Filled) -> None:
    first, *later = filled.recording.steps
    assert first.usage.cached == 0
    for number, step in enumerate(later, 2):
        # Where old screenshots leave the prompt, what stays was taken in beside the steps before.
        new = step.usage.prompt - step.usage.cached
        assert new <= ONE_PICTURE + 200, f"step {number}: {new}"


def behind_a_server_it_finishes_what_a_recording_began(filled: Filled, folder: Path) -> None:
    """What comes before is a live replay of all but the last steps."""
    left = 2  # it says yes, and ends
    at = len(filled.recording.steps) - left
    with serving(folder) as url:
        model = f"{url}#{servable(folder)}"
        told, _ = told_by("fork", "rec", "--at", str(at), "--model", model, "--record", "forked", cwd=folder)
    assert told["verdict"] == "passed", told
    steps = load_recording(folder / "forked").steps
    assert [step.usage.reply > 0 for step in steps[-left - 1 :]] == [False, *[True] * left]
    assert [step.reply for step in steps[-left:]] == [step.reply for step in filled.recording.steps[at:]]


def servable(folder: Path) -> Path:
    """The checkpoint for `transformers serve`, which wants a processor's name in it."""
    checkpoint = folder / "pocket"
    checkpoint.mkdir()
    for file in pocket_folder().iterdir():
        (checkpoint / file.name).symlink_to(file)
    name_processor(checkpoint)
    return checkpoint


def short_task(folder: Path) -> Path:
    """The same form, with the fewest steps that it takes."""
    kept = ("Full name", "E-mail", "Country", "I accept", "Save", "Yes", "saved")
    query = "select name, email, phone, terms from customers"
    saved = {"database": "${workdir}/customers.db", "query": query}
    return with_steps(folder, kept, {"sql": saved | {"equals": [["${name}", "${email}", "", 1]]}})


def with_steps(folder: Path, kept: tuple[str, ...], check: dict[str, Any], **keys: Any) -> Path:
    """The form's task with those of its steps that hold one of some words, one check, and some keys."""
    task = yaml.safe_load((ROOT / "tasks" / "fill_form.yaml").read_text("utf-8"))
    task["launch"][0]["command"][1] = str(ROOT / "tasks" / "apps" / "customer_form.py")
    task["steps"] = [step for step in task["steps"] if any(name in step for name in kept)]
    task |= {"checks": [check], **keys}
    file = folder / "short.yaml"
    file.write_text(yaml.safe_dump(task))
    return file


def test_with_snap_its_points_lie_on_what_they_mean(tmp_path: Path) -> None:
    """Two fields are enough to see it; that whole runs pass with it `benchmarks.pocket` measures."""
    task = with_steps(tmp_path, ("Full name", "E-mail"), {"text": "${email}"}, limits={"steps": 4})
    words = ("run", str(task), "--model", "pocket", "--ground", "snap(20)", "--record", "rec")
    events = tmp_path / "events"
    told, _ = told_by(*words, cwd=tmp_path, DESKHAND_EVENTS=str(events))
    asked = [press for press in asked_for("Germany") if "name" in press or "email" in press]
    assert pressed(events.read_text().splitlines()) == asked, "as the form tells it"
    recording = load_recording(tmp_path / "rec")
    assert any(reply.role == "snap" for step in recording.steps for reply in step.replies)
    assert replay(recording).verdict == told["verdict"] == "stopped"
