"""Programs are started and seen to be ready: the screen is looked at when it changes, not all the time."""

from __future__ import annotations

import os
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.checks import CheckResult
from agent.episode import Ending
from agent.models.server.endpoint import Endpoint
from agent.runs.launch import WatchedDesktop, environment, launched
from agent.task import Launch
from tests.agent.fakes import make_frame
from tests.tools.xserver import wait_until
from tools.action import Wait
from tools.errors import EnvironmentFault
from tools.geometry import Box
from tools.host.processes import Program
from tools.observation import Observation
from tools.see.scene import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.action import Action

SLEEPS = ("sleep", "600")
HANGS = 180.0
"""Seconds after which what is waited for has failed to come."""


class Screen:
    """A desktop that shows these texts look by look, the last for good; a `Wait` is a wait for the next."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)
        self.looks, self.waits = 0, 0
        self._wait = 0.0

    def observe(self) -> Observation:
        self.looks += 1
        if len(self.texts) > 1:
            self.texts.pop(0)
        else:
            time.sleep(self._wait)
        return Observation(make_frame())

    def execute(self, action: Action, seen: Observation) -> None:
        assert isinstance(action, Wait)
        self.waits += 1
        self._wait = action.seconds

    def read(self, seen: Observation) -> tuple[Line, ...]:
        return (Line(self.texts[0], Box(0, 0, 90, 16)),) if self.texts[0] else ()


class Late(Screen):
    """An empty screen that is seen when a program has written something."""

    def __init__(self, log: Path) -> None:
        super().__init__("")
        self._log = log

    def observe(self) -> Observation:
        wait_until(self._log.read_text, lambda: "its output", HANGS)
        return super().observe()


def start(screen: Screen, folder: Path, command: Sequence[str], text: str, seconds: float = HANGS) -> None:
    """Start a program, wait for the text, and end it."""
    wait_for = {"text": text, "seconds": seconds}
    launch = Launch.model_validate({"command": list(command), "wait_for": wait_for})
    with launched([launch], Path("task.yaml"), dict(os.environ), folder, screen, screen.read) as programs:
        assert [program.poll() for program in programs] == [None]


def test_a_text_that_is_there_is_waited_for_no_longer(tmp_path: Path) -> None:
    screen = Screen("", "Order")
    start(screen, tmp_path, SLEEPS, "Order")
    assert (screen.looks, screen.waits) == (1, 0)


def test_the_next_look_is_when_the_screen_has_changed(tmp_path: Path) -> None:
    screen = Screen("", "", "Loading", "Order")
    start(screen, tmp_path, SLEEPS, "Order")
    assert (screen.looks, screen.waits) == (3, 2)


def test_a_screen_that_does_not_change_is_hardly_looked_at(tmp_path: Path) -> None:
    screen = Screen("Somewhere else")
    with pytest.raises(EnvironmentFault) as fault:
        start(screen, tmp_path, SLEEPS, "Order", 1.5)
    assert screen.looks <= 3
    assert str(fault.value) == (
        'sleep: "Order" is not on the screen after 1.5 s; the screen shows "Somewhere else"'
    )


def test_an_empty_screen_is_said_with_what_the_program_wrote(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"the screen shows no text at all$"):
        start(Screen(""), tmp_path, SLEEPS, "Order", 0.01)
    complains = ("sh", "-c", "echo can not reach the licence server; exec sleep 600")
    with pytest.raises(EnvironmentFault, match=r"(?s)no text at all; its output:.*the licence server$"):
        start(Late(tmp_path / "program-1.log"), tmp_path, complains, "Order", 0.01)


@pytest.mark.parametrize("status", [0, 3])
def test_a_program_that_ends_is_not_waited_for(tmp_path: Path, status: int) -> None:
    with pytest.raises(EnvironmentFault, match=f"(?s)ended with exit status {status}.*no licence"):
        start(Screen(""), tmp_path, ("sh", "-c", f"echo no licence; exit {status}"), "Order")


def test_the_next_program_starts_when_the_one_before_is_ready(tmp_path: Path) -> None:
    screen = Screen("One")
    texts = [{"text": "One", "seconds": HANGS}, {"text": "Two", "seconds": 0.01}]
    launches = [Launch.model_validate({"command": list(SLEEPS), "wait_for": text}) for text in texts]
    with (
        pytest.raises(EnvironmentFault, match='"Two" is not on the screen'),
        launched(launches, Path("task.yaml"), dict(os.environ), tmp_path, screen, screen.read),
    ):
        raise AssertionError("never ready")
    assert {path.name for path in tmp_path.iterdir()} == {"program-1.log", "program-2.log"}


def test_a_program_that_died_is_a_fault_at_the_next_look(tmp_path: Path) -> None:
    with Program(("sh", "-c", "exit 7"), output=tmp_path / "log") as died:
        wait_until(lambda: died.poll() == 7, lambda: "its end", HANGS)
        desktop = WatchedDesktop(Screen(""), [died])
        assert desktop.is_over
        with pytest.raises(EnvironmentFault, match="exit status 7"):
            desktop.observe()


def test_one_that_ended_well_is_none(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Program(("true",), output=log) as ended, Program(SLEEPS, output=log) as runs:
        wait_until(lambda: ended.poll() == 0, lambda: "its end", HANGS)
        desktop = WatchedDesktop(Screen(""), [ended, runs])
        assert not desktop.is_over
        desktop.observe()
    assert not WatchedDesktop(Screen(""), []).is_over


HOLDS = CheckResult(kind="file", what="f", passed=True, expected="x", actual="x", seconds=0.0)
CHECKED = Ending("passed", "1 of 1 checks hold", checks=(HOLDS,))


@pytest.mark.parametrize(
    ("ending", "is_refused"),
    [
        (Ending("passed", "no checks"), True),
        (Ending("gave_up", "no idea"), True),
        (Ending("stopped", "limit"), True),
        (CHECKED, False),
        (Ending("failed", "0 of 1 checks hold"), False),
    ],
    ids=lambda value: f"{value.verdict}, {len(value.checks)} checks" if isinstance(value, Ending) else "",
)
def test_a_program_that_was_stopped_is_why_there_is_no_result(
    tmp_path: Path, ending: Ending, is_refused: object
) -> None:
    with Program(SLEEPS, output=tmp_path / "log") as program:
        desktop = WatchedDesktop(Screen(""), [program])
        desktop.review(ending)
        psutil.Process(program.pid).suspend()
        wait_until(lambda: psutil.Process(program.pid).status() == "stopped", lambda: "its stop", HANGS)
        with pytest.raises(EnvironmentFault, match="it was stopped") if is_refused else nullcontext():
            desktop.review(ending)


def test_programs_get_the_display_and_this_interpreter_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    found = environment(":7")
    assert (found["DISPLAY"], found["GDK_BACKEND"]) == (":7", "x11")
    assert "WAYLAND_DISPLAY" not in found
    assert found["PATH"].endswith(os.environ["PATH"])
    assert "GDK_BACKEND" not in environment(None)


def test_programs_get_no_key_of_a_model_unless_the_task_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    assert "OPENAI_API_KEY" not in environment(":7")
    assert environment(":7", ["OPENAI_API_KEY"])["OPENAI_API_KEY"] == "sk-1"
    monkeypatch.setenv("MINE", "sk-launch-7733")
    monkeypatch.setenv("COPY", "token=sk-launch-7733")
    assert environment(":7").keys() >= {"MINE", "COPY"}
    monkeypatch.setenv("OPENAI_BASE_URL", "http://ada:open%20sesame@127.0.0.1:9/v1")
    Endpoint.of("http://127.0.0.1:9/v1", "m", "MINE")
    Endpoint.of("http://ada:open%20sesame@127.0.0.1:9/v1", "m")
    assert environment(":7").keys().isdisjoint({"MINE", "COPY", "OPENAI_BASE_URL"})
