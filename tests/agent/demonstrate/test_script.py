"""A demonstration made ready to be recorded: what each step says of the screen."""

from __future__ import annotations

from agent.demonstrate.history import Packed
from agent.demonstrate.listener import HumanAction
from agent.demonstrate.script import DemoScript
from tests.agent.fakes import make_frame
from tests.tools.scenes import FakeParser, line, scene
from tools.action import Key
from tools.host.person.gestures import Gesture


def pressed(at: float, shade: int) -> HumanAction:
    return HumanAction(Gesture(Key(keys=("down",)), at, at), Packed.of(make_frame(shade)), None, None)


def test_a_step_says_whether_the_screen_had_changed_since_the_one_before() -> None:
    acts = [pressed(at, shade) for at, shade in enumerate((1, 1, 2, 2))]
    script = DemoScript(acts, make_frame(3), {}, FakeParser(anywhere=scene()))
    assert [step.observation.settled.changed for step in script.moments()] == [False, False, True, False]
    assert script.is_new(make_frame(3))
    assert not script.is_new(make_frame(3))


def test_a_secret_that_the_program_shows_is_covered_though_nobody_has_typed_it_yet() -> None:
    page = FakeParser(anywhere=scene(line("Key s3cret-word", 20, 20)))
    frames = {
        name: DemoScript([], make_frame(1), secrets, page).covered(make_frame(1))
        for name, secrets in (("none", {}), ("one", {"TOKEN": "s3cret-word"}))
    }
    assert (frames["one"].rgb[21:35, 21:139] == 128).all()
    assert not (frames["none"].rgb == 128).any()
