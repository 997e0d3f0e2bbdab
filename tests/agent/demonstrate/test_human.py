"""A person at the two seams: what they did is an episode like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.demonstrate.human import HumanDemo
from agent.loop import Episode
from agent.runs.launch import WatchedDesktop
from tests.agent.demonstrate.scripted import BUTTON, DIALOG, FAR, PLAIN, ScriptedDesktop, click
from tests.agent.fakes import Notebook, make_task
from tests.tools.scenes import FakeParser, scene
from tools.action import Click
from tools.errors import DisplayLost
from tools.host.person.events import ButtonDown, KeyDown

if TYPE_CHECKING:
    from agent.episode import Ending
    from tools.host.person.events import Event
    from tools.observation import Frame


class Shown(HumanDemo):
    """A demonstration on a desktop that is a script, ended by the script's end."""

    def __init__(self, *turns: tuple[Frame, list[Event]]) -> None:
        self.told: list[str] = []
        super().__init__({}, FakeParser(anywhere=scene()), self.told.append)
        self.desktop = ScriptedDesktop(*turns)

    def open(self, display: str | None) -> ScriptedDesktop:  # type: ignore[override]  # what is needed of one
        self._display, self._desktop = display, self.desktop  # type: ignore[assignment]
        return self.desktop

    def play(self) -> tuple[Ending, Notebook]:
        notes = Notebook()
        watched = WatchedDesktop(self.open(":7"), ())  # type: ignore[arg-type]
        seen, on = self.follow(watched), {"judge": lambda seen: (), "approve": lambda action, seen: True}
        return Episode(make_task(), seen, self, watcher=notes, **on).run(), notes  # type: ignore[arg-type]


END = KeyDown(0.9, "end", held=frozenset({"ctrl", "alt"}))


def test_what_was_done_is_played_as_steps_on_the_frames_that_were_seen() -> None:
    demo = Shown(
        (PLAIN, []), (PLAIN, click(0.3, FAR)), (DIALOG, []), (DIALOG, click(0.7, BUTTON.center)),
        (DIALOG, [END]),
    )  # fmt: skip
    ending, notes = demo.play()
    assert ending.verdict == "passed"
    assert [step.action for step in notes.steps[:2]] == [Click(point=FAR), Click(point=BUTTON.center)]
    frames = [step.observation.frame.digest for step in notes.steps]
    assert frames == [PLAIN.digest, DIALOG.digest, PLAIN.digest]
    assert [step.observation.settled.changed for step in notes.steps] == [False, True, True]
    assert notes.steps[1].completion.timing == pytest.approx({"person": 0.4})


def test_the_person_is_told_how_it_ends_and_what_was_heard() -> None:
    demo = Shown((PLAIN, click(0.1, FAR)), (PLAIN, [END]))
    demo.play()
    assert demo.told[0].startswith("display :7: show how it is done; end with Ctrl+Alt+End")
    assert demo.told[1] == "over; 1 thing was done; writing it down"


def test_what_can_not_be_recorded_stops_it_after_what_was_done_before() -> None:
    held = ButtonDown(0.5, 1, FAR, frozenset({"ctrl"}))
    ending, notes = Shown((PLAIN, click(0.1, FAR)), (PLAIN, [held]), (PLAIN, []), (PLAIN, [])).play()
    assert ending.verdict == "stopped"
    assert "the demonstration can't go on" in ending.message
    assert "with ctrl held" in ending.message
    assert len(notes.steps) == 1


def test_a_display_that_goes_is_a_fault_after_what_was_done_before() -> None:
    demo = Shown((PLAIN, click(0.1, FAR)), (PLAIN, []))

    def gone() -> None:
        raise DisplayLost("the X server is gone")

    demo.desktop.wait = gone  # type: ignore[method-assign]
    ending, notes = demo.play()
    assert (ending.verdict, ending.message) == ("environment_error", "the X server is gone")
    assert len(notes.steps) == 1


def test_it_can_be_stopped_only_while_it_is_followed() -> None:
    demo = Shown((PLAIN, []), (PLAIN, []))
    assert not demo.stop()
    demo.follow(WatchedDesktop(demo.open(None), ()))  # type: ignore[arg-type]
    assert demo.stop()
    demo.observe()
    assert not demo.stop()
