"""Steps done one after another on a display that stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.interactive.desktop import InteractiveDesktop
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from agent.runs.demand import TaskError, TaskFailed
from tests.agent.workshop import PRESS
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveDesktop]:
    monkeypatch.setenv("PRESS_SECRET", "s3cr3t-and-long")
    with InteractiveDesktop(tmp_path / "out", size=(1024, 700), secrets=["PRESS_SECRET"]) as opened:
        yield opened


def test_a_program_lives_on_from_one_step_to_the_next(desktop: InteractiveDesktop, tmp_path: Path) -> None:
    desktop.launch("python", str(PRESS), str(tmp_path / "pressed"), wait_for="Press me", seconds=60)
    assert desktop.look().size == (1024, 700)
    # Whether the title bar's three buttons, ten pixels each, are read as signs differs between machines.
    words = tuple(line for line in desktop.lines() if line not in ("-", "□", "X"))
    assert words == ("Press", "Waiting", "Press me")
    desktop.do('Click "${button}"', values={"button": "Press me"})
    assert (tmp_path / "pressed").read_text() == "pressed"
    desktop.expect("Pressed")
    with pytest.raises(TaskFailed, match=r'expected "No .*such.* thing"'):
        desktop.expect('No "such" thing', seconds=0.2)
    assert [result.verdict for result in desktop.results] == ["passed", "passed", "failed"]
    for result in desktop.results:
        assert result.recording is not None
        assert replay(load_recording(tmp_path / result.recording)).verdict == result.verdict
    assert desktop.screenshot(tmp_path / "now.png").stat().st_size > 1000


def test_a_step_outside_the_grammar_is_an_error_and_nothing_is_done(desktop: InteractiveDesktop) -> None:
    with pytest.raises(TaskError, match=r"bad input: .*task.yaml:5:\d+: .*Frobnicate"):
        desktop.do('Frobnicate "x"')
    with pytest.raises(TaskError, match=r"bad input"):
        desktop.do()
    assert desktop.results == ()


def test_a_program_that_dies_is_no_riddle(desktop: InteractiveDesktop) -> None:
    desktop.launch("python", str(PRESS), "die", wait_for="Press me", seconds=60)
    with pytest.raises(TaskError, match=r"environment_error: .*exit status 7"):
        desktop.do('Click "Press me"', 'Wait until "Pressed" appears')
    with pytest.raises(EnvironmentFault, match="does not start"):
        desktop.launch("no-such-program")


def test_a_secret_is_in_no_recording(desktop: InteractiveDesktop, tmp_path: Path) -> None:
    desktop.do('Type "${secret.PRESS_SECRET}"')
    written = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"PRESS_SECRET" in written
    assert b"s3cr3t" not in written


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Press It", ["Press It 1", "Press It 2"]),
        ("test_press[a/b <c>]", ["test_press a b c 1", "test_press a b c 2"]),
        ("x" * 200, [f"{'x' * 90} 1", f"{'x' * 90} 2"]),
        ("???", ["001", "002"]),
    ],
)
def test_what_is_done_bears_the_name_of_what_is_running(tmp_path: Path, name: str, ids: list[str]) -> None:
    with InteractiveDesktop(tmp_path / "out", size=(320, 200), name=lambda: name) as opened:
        for _ in ids:
            opened.do("Press Escape")
        assert [result.task for result in opened.results] == ids
