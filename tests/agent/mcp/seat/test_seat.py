"""The seat between a loop and its desktop, with a client that is played from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.loop import Episode
from agent.loop_guard import NoGuard
from agent.mcp.results import Acted, Looked, ScreenRead
from agent.mcp.seat.requests import (
    Act,
    Answer,
    Approved,
    Asked,
    Close,
    Look,
    Pause,
    Place,
    Read,
    Steps,
    Withdrawn,
)
from agent.mcp.seat.seat import Seat
from agent.mcp.seat.sentences import Sentences
from agent.mcp.seat.session import Client
from agent.runs.question import Question
from tests.agent.fakes import FakeDesktop, make_task
from tools.action import Click, Type
from tools.errors import BrokenOff, Refused, ScreenChanged
from tools.see.cache import SceneCache
from tools.see.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.episode import Ending
    from agent.mcp.seat.requests import Request
    from tools.action import Action
    from tools.geometry import Box
    from tools.observation import Frame, Observation
    from tools.see.scene import Line


class PlayedLine:
    """A client that wants these things in turn; what it is told is kept."""

    def __init__(self, wanted: Sequence[Request]) -> None:
        self._wanted = list(wanted)
        self.told: list[Answer | Asked] = []
        self.is_unwanted = False

    def ask(self, message: Answer | Asked) -> Request:
        self.told.append(message)
        return self._wanted.pop(0)


class ReadsNothing:
    def read(self, frame: Frame) -> Scene:
        return Scene(frame, (), ())

    def read_box(self, frame: Frame, box: Box) -> Line:
        raise NotImplementedError


class Session:
    """An episode of a played client."""

    def __init__(self, folder: Path, *wanted: Request, faults: dict[int, Exception] | None = None) -> None:
        self.line = PlayedLine([*wanted, Close()])
        self.desktop = FakeDesktop(faults, changing=False)
        self.seat = Seat(self.line, Sentences(folder, ()), SceneCache(ReadsNothing()))  # type: ignore[arg-type]
        self.asks = False

    def run(self) -> Ending:
        desktop = self.seat.desktop(self.desktop, None, has_secrets=False)
        client = Client()
        return Episode(
            make_task(),
            desktop,
            client,
            judge=lambda _seen: (),
            watcher=self.seat,
            approve=self._approve,
            ask=self.seat.ask(client.complete, client.name),
            guard=NoGuard(),
        ).run()

    def _approve(self, action: Action, seen: Observation) -> bool:
        return not self.asks or self.seat.answer(Question(1, action, seen, target="the button"))

    @property
    def acted(self) -> list[Acted]:
        told = (one.result for one in self.line.told if isinstance(one, Answer))
        return [one for one in told if isinstance(one, Acted)]


CLICK = Act("click", "f1", Place(x=10, y=20, size=(200, 100)))


def test_looks_are_answered_and_are_no_steps(tmp_path: Path) -> None:
    session = Session(tmp_path, Look(), Look("f1"), Read(), Read("Save"))
    assert session.run().verdict == "passed"
    first, again, nothing, texts, found = (one.result for one in session.line.told if isinstance(one, Answer))
    assert isinstance(first, Looked)
    assert isinstance(again, Looked)
    assert isinstance(nothing, Looked)
    assert (first.frame, again.frame, nothing.frame) == ("f1", "f1", "f1")
    assert "nothing has changed" in nothing.note
    assert isinstance(texts, ScreenRead)
    assert isinstance(found, ScreenRead)
    assert found.found is not None
    assert found.found.at is None
    assert session.desktop.actions == []


def test_an_act_is_done_on_its_frame_and_told(tmp_path: Path) -> None:
    session = Session(tmp_path, CLICK, Act("type", "f1", None, None, (("text", "Ada"),)))
    session.run()
    assert session.desktop.actions == [Click(point=(10, 20)), Type(text="Ada")]
    clicked, typed = session.acted
    assert (clicked.status, clicked.effect, clicked.at) == ("done", "none", (10, 20))
    assert (typed.status, typed.effect, typed.at) == ("done", "none", None)


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        (Act("click", "f0", Place(x=1, y=1, size=(200, 100))), "not the newest"),
        (Act("click", "f1", Place(x=1, y=1, size=(100, 50))), "sent with 200x100"),
        (Steps("f0", ('Click "Save"',)), "not the newest"),
        (Steps("f1", ("Frobnicate",)), "not a step"),
        (Approved("x"), "nothing that a person was asked"),
        (Withdrawn("x"), "nothing that a person was asked"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_done(
    tmp_path: Path, request_: Request, why: str
) -> None:
    session = Session(tmp_path, request_)
    session.run()
    [told] = session.acted
    assert (told.status, told.effect) == ("refused", None)
    assert why in told.why
    assert session.desktop.actions == []


@pytest.mark.parametrize(
    ("fault", "status", "effect"),
    [
        (Refused("forbidden"), "refused", None),
        (ScreenChanged("a dialog came up"), "refused", None),
        (BrokenOff("after 3 of 9 characters"), "failed", "unverifiable"),
    ],
)
def test_what_the_desktop_refuses_is_told(
    tmp_path: Path, fault: Exception, status: str, effect: str | None
) -> None:
    session = Session(tmp_path, CLICK, CLICK, faults={2: fault})
    session.run()
    first, second = session.acted
    assert (first.status, first.effect) == (status, effect)
    assert str(fault) in first.why
    assert second.status == "done"


def test_an_act_waits_for_its_answer_and_the_answer_goes_for_it_alone(tmp_path: Path) -> None:
    said = "step 1: left click at (10, 20) on the button"
    other = Act("click", "f1", Place(x=50, y=20, size=(200, 100)))
    session = Session(
        tmp_path,
        CLICK,  # asked: asked again by the same call, then granted
        CLICK,
        Approved(said.replace("left ", "")),
        CLICK,  # asked, and another question is answered
        Approved("something else"),
        CLICK,  # asked, and refused
        Withdrawn("no"),
        CLICK,  # asked, and something else is wanted: that is done, asked about in its turn
        other,
        Withdrawn("no"),
    )
    session.asks = True
    session.run()
    assert session.desktop.actions == [Click(point=(10, 20))]
    asked = [one.question for one in session.line.told if isinstance(one, Asked)]
    assert len(asked) == 6
    assert [one.status for one in session.acted] == ["done", "refused", "denied", "denied"]


def test_time_that_the_client_takes_is_no_time_of_the_run(tmp_path: Path) -> None:
    session = Session(tmp_path, Look(), Pause(0.01))
    session.run()
    assert session.seat.waited > 0
    assert session.seat.until(5.0) == 5.0
    session.line.is_unwanted = True
    assert session.seat.until(5.0) == float("-inf")
