"""Between the loop and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.miniwob.episode import begin
from agent.bench.miniwob.players.elements import Elements
from agent.bench.miniwob.players.oracle import Oracle
from agent.bench.miniwob.players.player import NullPlayer
from agent.bench.miniwob.reward import reward_check
from agent.bench.miniwob.seams import OVER, PageDesktop, UntilOver
from agent.bench.miniwob.tasks import folder, tasks
from agent.model import Prompt, Turn
from tools.action import Click, Key
from tools.errors import Refused, ScreenChanged
from tools.host.live import LiveDesktop
from tools.locate.look import difference_box

if TYPE_CHECKING:
    from agent.bench.miniwob.stage import Stage

TASK = next(task for task in tasks(folder()) if task.name == "click-test")


def test_nothing_is_done_once_the_page_has_ended(stage: Stage) -> None:
    """A click on the cover that comes up would begin another episode."""
    episode = begin(stage.browser(TASK), TASK, 0, 100)
    with LiveDesktop(stage.display) as live:
        desktop = PageDesktop(live, episode)
        model = UntilOver(Oracle(stage), episode)
        seen = desktop.observe()
        stage.page.evaluate("core.endEpisode(-1)")
        with pytest.raises(ScreenChanged, match=OVER):
            desktop.execute(Click(point=Elements(stage.page, 2).point(80, 100)), seen)
        assert stage.page.evaluate("WOB_EPISODE_ID") == 1
        reply = model.complete(Prompt("", (Turn("user", (seen.frame,)),))).text
        assert '"terminate"' in reply
        assert OVER in reply
    assert not reward_check(episode.state(), "").passed


@pytest.mark.parametrize("keys", [("alt", "f4"), ("f12",), ("ctrl", "shift", "n"), ("ctrl", "u"), ("f5",)])
def test_keys_that_lead_out_of_the_page_or_behind_it_are_refused(stage: Stage, keys: tuple[str, ...]) -> None:
    episode = begin(stage.browser(TASK), TASK, 0, 100)
    with LiveDesktop(stage.display) as live:
        desktop = PageDesktop(live, episode)
        with pytest.raises(Refused):
            desktop.execute(Key(keys=keys), desktop.observe())
        desktop.execute(Key(keys=("ctrl", "a")), desktop.observe())
    assert not episode.state().done


def test_a_right_click_opens_no_menu_of_the_browser(stage: Stage) -> None:
    begin(stage.browser(TASK), TASK, 0, 100)
    with LiveDesktop(stage.display) as live:
        before = live.observe()
        live.execute(Click(point=Elements(stage.page, 2).point(10, 190), button="right"), before)
        after = live.observe()
    assert difference_box(before.frame, after.frame) is None


def test_a_model_behind_it_is_the_same_model(stage: Stage) -> None:
    episode = begin(stage.browser(TASK), TASK, 0, 100)
    model = UntilOver(NullPlayer(), episode)
    assert (model.name, model.sees) == ("null", False)
