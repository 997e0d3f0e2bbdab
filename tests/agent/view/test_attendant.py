"""The person in the view at a run of the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.loop import Episode
from agent.model import Prompt, Turn
from agent.runs.question import Question
from agent.view.attendant import BY_PERSON, ViewAttendant
from agent.view.control import Control
from agent.view.live import LivePicture
from agent.view.state import ViewState
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, approved, click, make_frame, make_task
from tools.action import Click, Type
from tools.errors import ScreenChanged
from tools.geometry import Point
from tools.observation import Observation

if TYPE_CHECKING:
    from agent.loop import Ask
    from agent.model import Completion
    from tools.action import Action


class Watched:
    """A run with a person at it, who has taken over and acts before it begins."""

    def __init__(self, *acts: Action, faults: dict[int, Exception] | None = None) -> None:
        self.state = ViewState()
        self.control = Control(self.state.touch, lambda _: None)
        self.attendant = ViewAttendant(self.state, self.control, LivePicture())
        self.desktop, self.model = FakeDesktop(faults), FakeModel([click(), DONE])
        if acts:
            self.control.do("take")
            assert all(map(self.control.act, acts))

    def run(self) -> Episode:
        asked = self.attendant.ask(self.model.complete, self.model.name)
        episode = Episode(
            make_task(),
            self.attendant.desktop(self.desktop, None, has_secrets=True),
            self.model,
            judge=lambda _: (),
            watcher=self.attendant,
            approve=approved,
            ask=lambda prompt: self._asked(asked, prompt),
        )
        episode.run()
        return episode

    def _asked(self, asked: Ask, prompt: Prompt) -> Completion:
        """The person hands back when there is nothing left that they would do."""
        if not self.control._acts:
            self.control.do("give")
        return asked(prompt)


def test_a_run_without_a_hand_in_it_is_shown() -> None:
    watched = Watched()
    watched.run()
    told = watched.state.told()
    assert (told["task"], told["verdict"], told["frame"]["number"]) == ("demo", "passed", 2)
    assert [(step["index"], step["outcome"], step["person"]) for step in told["steps"]] == [
        (1, "done", False),
        (2, "ended", False),
    ]
    assert (watched.attendant.acts, watched.model.prompts[1].feedback) == (0, "done")


def test_what_the_person_does_is_a_step_like_any_other_and_told_as_theirs() -> None:
    there = Click(point=Point(123, 45))
    watched = Watched(there, Type(text="Ada"))
    episode = watched.run()
    assert watched.desktop.actions[:2] == [there, Type(text="Ada")]
    assert BY_PERSON in episode.steps[0].completion.text
    assert "person" in dict(episode.steps[0].timing)
    assert [step["person"] for step in watched.state.told()["steps"]] == [True, True, False, False]
    assert watched.attendant.acts == 2


def test_the_model_is_told_what_became_of_its_own_last_reply() -> None:
    """Or one that keeps its place would do again what was done."""
    watched = Watched(Click(point=Point(1, 1)), faults={1: ScreenChanged("moved")})
    watched.run()
    assert watched.model.prompts[0].feedback == "none"
    assert watched.attendant.acts == 0


def test_ones_own_act_is_ones_answer() -> None:
    watched = Watched(Click(point=Point(1, 1)))
    question = Question(1, Click(point=Point(1, 1)), Observation(make_frame()))
    watched.attendant.ask(watched.model.complete, "fake")(_prompt())
    assert watched.attendant.answer(question) is True


def test_a_question_is_shown_until_it_is_answered() -> None:
    watched = Watched()
    watched.control.answer(1, yes=False)
    question = Question(1, Click(point=Point(1, 1)), Observation(make_frame()))
    assert watched.attendant.answer(question) is False
    assert watched.state.told()["question"] is None


def _prompt() -> Prompt:
    return Prompt("", (Turn("user", ("look", make_frame())),))
