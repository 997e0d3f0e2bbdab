"""Sentences on their way, and what is told of them."""

from __future__ import annotations

import pytest

from agent.mcp.seat.frames import Shown
from agent.mcp.seat.requests import Steps
from agent.mcp.seat.sentences import SpokenActs
from agent.mcp.seat.turns import Told
from agent.model import Completion, Prompt
from agent.protocol.write import finish
from tests.agent.fakes import make_frame
from tools.observation import Observation
from tools.see.cache import SceneCache

SHOWN = Shown("f1", Observation(make_frame(1)))


class Done:
    """An embedded model that has done everything, and says so."""

    name, sees = "done", False

    def __init__(self, said: str) -> None:
        self._said = said

    def check(self, task: object) -> None: ...
    def start(self, task: object) -> None: ...
    def prepare(self) -> None: ...

    def complete(self, prompt: Prompt) -> Completion:
        return Completion(finish(self._said).render(prompt.frame.size))


@pytest.mark.parametrize(
    ("sentence", "said", "effect"),
    [
        ('Type "Ada" into "Name"', "The one step is done.", "confirmed"),
        ('Type "${secret.PASSWORD}" into "Password"', "The one step is done.", "unverifiable"),
        ('Click "Send"', "The one step is done; no effect seen of step 1.", "none"),
    ],
)
def test_an_effect_is_confirmed_only_where_it_can_be_seen(sentence: str, said: str, effect: str) -> None:
    """A secret is painted over, so nobody has read it in its field."""
    steps = Steps("f1", (sentence,))
    told = SpokenActs(SHOWN, Done(said), lambda: SHOWN, steps, SceneCache(), lambda: False).turn(None)
    assert isinstance(told, Told)
    assert (told.status, told.effect) == ("done", effect)
