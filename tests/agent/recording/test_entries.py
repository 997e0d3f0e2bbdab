"""What a recording says of an episode's values."""

from __future__ import annotations

from agent.checks import CheckResult
from agent.episode import Ending, Step
from agent.model import Completion, Prompt, Turn
from agent.recording import entries
from agent.recording.lines import FORMAT
from agent.usage import Usage
from tests.agent.fakes import click, make_frame, make_task
from tools.action import Click, Type
from tools.geometry import Point, Size
from tools.observation import Observation, Settled


def test_a_header_names_the_task_the_model_and_the_versions() -> None:
    task = make_task()
    line = entries.header(task, "system", "fake", "virtual", None, Size(200, 100))
    assert (line.format, line.task, line.task_sha256) == (FORMAT, task, task.digest)
    assert (line.system, line.model, line.display, line.size) == ("system", "fake", "virtual", (200, 100))
    assert {"deskhand", "python", "platform", "numpy"} <= line.versions.keys()


def test_a_step_names_its_frame_and_keeps_the_reply_whole() -> None:
    frame = make_frame(3)
    seen = Observation(frame, Settled(quiet=True, changed=True), Point(3, 4))
    timing = (("model", 0.12345678),)
    prompt = Prompt("", (Turn("user", ("Go on.\n", frame)),))
    line = entries.step_line(
        Step(7, seen, prompt, Completion(click()), "done", None, Click(point=Point(1, 2)), "note", timing)
    )
    assert (line.index, line.frame, line.request) == (7, frame.digest, "Go on.\n")
    assert (line.reply, line.note) == (click(), "note")
    assert (line.quiet, line.changed, line.pointer) == (True, True, (3, 4))
    assert line.action == {"kind": "click", "point": [1, 2], "button": "left", "count": 1}
    assert line.timing == {"model": 0.123457}


def test_a_check_and_the_ending() -> None:
    check = CheckResult(kind="text", what="screen", passed=True, expected="a", actual="b", seconds=0.25)
    assert entries.check_line(check).timing == {"seconds": 0.25}
    assert entries.check_line(check.model_copy(update={"weight": 2})).weight == 2
    line = entries.end_line(Ending("stopped", "too long", outside=True, usage=Usage()), 3, "d" * 64, 1.23456)
    assert (line.verdict, line.message, line.outside, line.steps) == ("stopped", "too long", True, 3)
    assert (line.frame, line.timing) == ("d" * 64, {"seconds": 1.235})


def test_a_secret_is_recorded_by_name() -> None:
    assert entries.action_fields(Type(text="${secret.PIN}")) == {"kind": "type", "text": [{"secret": "PIN"}]}
    assert entries.action_fields(Type(text="a${secret.PIN}b")) == {
        "kind": "type",
        "text": ["a", {"secret": "PIN"}, "b"],
    }
    assert entries.action_fields(Type(text="a$b")) == {"kind": "type", "text": "a$b"}
    assert entries.action_fields(None) is None
