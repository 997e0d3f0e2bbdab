"""Between the loop and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.pages.players.player import NullPlayer
from agent.bench.pages.seams import OVER, PageDesktop, UntilOver
from agent.errors import Halted
from agent.model import Completion, Prompt, Turn
from agent.protocol.toolcall import WaitCall
from agent.protocol.write import write_call
from tests.agent.bench.pages.buttons import SAVE, SIZE, begin_buttons
from tests.agent.fakes import make_frame
from tools.action import Click, Key
from tools.errors import EnvironmentFault, Refused, ScreenChanged
from tools.geometry import Point
from tools.host.live import LiveDesktop
from tools.locate.look import difference_box

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.pages.stage import Stage


class Over:
    """An episode that is over, or not."""

    instruction = ""

    def __init__(self, *, over: bool) -> None:
        self.over = over

    def is_over(self) -> bool:
        return self.over

    def check(self) -> None:
        pass

    def judged(self, patience: float) -> None:  # type: ignore[override]
        raise NotImplementedError


class Waits(NullPlayer):
    """Waits, by plan or not."""

    def __init__(self, *, planned: bool) -> None:
        self.planned = planned

    def complete(self, prompt: Prompt) -> Completion:
        return Completion(write_call(WaitCall(action="wait", time=1)), planned=self.planned)


PROMPT = Prompt("", (Turn("user", (make_frame(),)),))


def test_nothing_is_done_once_the_page_has_ended(stage: Stage, tmp_path: Path) -> None:
    episode = begin_buttons(stage, tmp_path)
    with LiveDesktop(stage.display) as live:
        desktop = PageDesktop(live, episode)
        desktop.execute(Click(point=SAVE), desktop.observe())
        seen = desktop.observe()
        with pytest.raises(ScreenChanged, match=OVER):
            desktop.execute(Click(point=SAVE), seen)
    assert episode.clicks == 1


def test_a_model_is_not_asked_once_it_is_over() -> None:
    reply = UntilOver(Waits(planned=False), Over(over=True), 3).complete(PROMPT).text
    assert '"terminate"' in reply
    assert OVER in reply


def test_after_its_steps_it_is_not_asked_again_but_the_end_is_seen() -> None:
    episode = Over(over=False)
    model = UntilOver(Waits(planned=False), episode, 2)
    model.complete(PROMPT)
    model.complete(PROMPT)
    with pytest.raises(Halted, match="the limit of 2 steps is used up"):
        model.complete(PROMPT)
    episode.over = True
    assert OVER in model.complete(PROMPT).text


def test_a_planned_wait_is_no_step() -> None:
    model = UntilOver(Waits(planned=True), Over(over=False), 1)
    assert [model.complete(PROMPT).planned for _ in range(3)] == [True] * 3


@pytest.mark.parametrize("keys", [("alt", "f4"), ("f12",), ("ctrl", "shift", "n"), ("ctrl", "u"), ("f5",)])
def test_keys_that_lead_out_of_the_page_or_behind_it_are_refused(
    stage: Stage, keys: tuple[str, ...], tmp_path: Path
) -> None:
    episode = begin_buttons(stage, tmp_path)
    with LiveDesktop(stage.display) as live:
        desktop = PageDesktop(live, episode)
        with pytest.raises(Refused):
            desktop.execute(Key(keys=keys), desktop.observe())
        desktop.execute(Key(keys=("ctrl", "a")), desktop.observe())
    assert not episode.is_over()


def test_a_right_click_opens_no_menu_of_the_browser(stage: Stage, tmp_path: Path) -> None:
    begin_buttons(stage, tmp_path)
    with LiveDesktop(stage.display) as live:
        before = live.observe()
        live.execute(Click(point=Point(200, 160), button="right"), before)
        after = live.observe()
    assert difference_box(before.frame, after.frame) is None


def test_a_browser_that_has_ended_is_the_environments(stage: Stage, tmp_path: Path) -> None:
    episode = begin_buttons(stage, tmp_path)
    stage.browser(SIZE).program.end()
    with LiveDesktop(stage.display) as live, pytest.raises(EnvironmentFault):
        PageDesktop(live, episode).observe()
    assert begin_buttons(stage, tmp_path).clicks == 0  # opened again


def test_a_model_behind_it_is_the_same_model() -> None:
    model = UntilOver(NullPlayer(), Over(over=False), 1)
    assert (model.name, model.sees) == ("null", False)
