"""A session is a run in another process, on a display of its own: it does what it is told, and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.bench.inspect.calls import CallError, read_call
from agent.bench.inspect.messages import Order
from agent.bench.inspect.sample import score_of
from agent.bench.inspect.session import Session
from agent.bench.inspect.showing import carried_out
from agent.recording.reading import load_recording
from tools.action import Click, Move
from tools.geometry import Point, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

TASK = "instruction: Look.\nlimits: {steps: 4, seconds: 60}\nchecks: [{command: {run: ['true'], exit: 0}}]\n"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "look.yaml").write_text(TASK)
    opened = Session(Order(tmp_path / "look.yaml", 0, {}, Size(320, 200), "inspect:m"))
    yield opened
    opened.close()
    assert not opened._process.is_alive()


def test_it_shows_the_screen_acts_and_is_judged(session: Session) -> None:
    assert session.seen is not None
    assert (session.seen.size, session.seen.said) == (Size(320, 200), "")
    [picture] = carried_out(session, [read_call({"action": "screenshot"})])
    assert picture.image.startswith("data:image/png;base64,")
    session.act([Move(point=Point(33, 44)), Click(point=Point(55, 66))])
    assert session.seen.pointer == Point(55, 66)
    [where] = carried_out(session, [read_call({"action": "cursor_position"})])
    assert where.text == "X=55,Y=66"
    over = session.end()
    assert over.result is not None
    score = score_of(over.result)
    assert (score.value, score.answer, score.metadata["steps"]) == ("C", "passed", 3)
    recording = load_recording(Path(over.result.recording or ""))
    assert [line.action and line.action["point"] for line in recording.steps] == [[33, 44], [55, 66], None]
    with pytest.raises(CallError, match="the run is over"):
        carried_out(session, [read_call({"action": "screenshot"})])


def test_a_limit_of_the_task_ends_it(session: Session) -> None:
    session.act([Move(point=Point(x, 10)) for x in (10, 20, 30, 40, 50)])
    assert session.over is not None
    assert session.over.result is not None
    assert session.over.result.verdict == "stopped"
    assert session.end() is session.over
    assert score_of(session.over.result).value == "I"


def test_one_that_is_closed_in_the_middle_ends_its_process(session: Session) -> None:
    """The fixture closes it."""
    assert session._process.is_alive()


def test_one_whose_process_dies_says_so(session: Session) -> None:
    session._process.kill()
    session.act([Move(point=Point(1, 1))])
    assert session.over is not None
    assert "process ended before the run did" in session.over.message
