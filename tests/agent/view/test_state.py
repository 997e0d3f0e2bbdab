"""What the page shows, and its version."""

from __future__ import annotations

import json
import threading

from agent.runs.question import Question
from agent.view.state import ViewState
from tests.agent.fakes import make_frame
from tools.action import Click, Key
from tools.geometry import Box, Point
from tools.observation import Observation


def test_at_first_there_is_nothing() -> None:
    told = ViewState().told()
    assert (told["task"], told["steps"], told["frame"], told["question"], told["over"]) == (
        "",
        [],
        None,
        None,
        False,
    )


def test_every_change_has_a_later_version_and_all_of_it_is_json() -> None:
    state = ViewState()
    versions = [state.version]
    seen = Observation(make_frame())
    for change in (
        lambda: state.begin("demo", "Do it."),
        lambda: state.show_frame(seen.frame),
        lambda: state.add_step({"index": 1}),
        lambda: state.update(
            question=(3, Question(1, Click(point=Point(1, 2)), seen, box=Box(0, 1, 2, 3), why="so"))
        ),
        lambda: state.update(verdict="passed", message="all"),
        state.touch,
    ):
        change()
        versions.append(state.version)
    assert versions == sorted(set(versions))
    told = json.loads(json.dumps(state.told()))
    assert told["frame"] == {"number": 1, "size": [200, 100]}
    assert told["question"] == {
        "number": 3,
        "what": "step 1: click at (1, 2)",
        "why": "so",
        "point": [1, 2],
        "box": [0, 1, 2, 3],
    }
    assert (told["task"], told["instruction"], told["steps"], told["verdict"]) == (
        "demo",
        "Do it.",
        [{"index": 1}],
        "passed",
    )


def test_a_key_has_no_place() -> None:
    state = ViewState()
    state.update(question=(1, Question(1, Key(keys=("x",)), Observation(make_frame()))))
    assert (state.told()["question"]["point"], state.told()["question"]["box"]) == (None, None)


def test_another_run_begins_anew_with_the_frame_that_is_there() -> None:
    state = ViewState()
    state.show_frame(frame := make_frame())
    state.add_step({"index": 1})
    state.update(verdict="failed")
    state.begin("second", "")
    assert (state.told()["steps"], state.told()["verdict"], state.frame) == ([], "", frame)


def test_of_very_many_steps_the_last_are_shown() -> None:
    state = ViewState()
    for index in range(1000):
        state.add_step({"index": index})
    assert [step["index"] for step in state.told()["steps"]] == list(range(700, 1000))


def test_whoever_waits_for_a_change_is_woken() -> None:
    state = ViewState()
    waiting = threading.Thread(target=state.await_change, args=(state.version, 60))
    waiting.start()
    state.touch()
    waiting.join(20)
    assert not waiting.is_alive()
    state.await_change(0, 60)  # there is a later one already
