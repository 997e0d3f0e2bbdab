"""A live replay says what it starts, and a stranger's commands are not started without a yes."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from agent.cli import main
from agent.commands.consent import commands, consent, is_own
from agent.errors import BadInput
from agent.task import load_task
from tests.agent.results import Printed

ROOT = Path(__file__).parents[3]
TASK = """\
instruction: Do it.
launch:
  - command: [sh, -c, "echo \\e[31m"]
  - command: [xterm]
checks:
  - text: Done
  - command: {run: [rm, -r, "${workdir}/x y"]}
"""


class Terminal(io.StringIO):
    """Where a person sits."""

    def isatty(self) -> bool:
        return True


def person(monkeypatch: pytest.MonkeyPatch, answer: str) -> Terminal:
    """What a person who answers so is shown."""
    shown = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", shown)
    return shown


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A task file outside the folder that one is in."""
    (tmp_path / "here").mkdir()
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "task.yaml").write_text(TASK)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "bundle" / "task.yaml"


def test_it_says_what_it_starts_shown_not_obeyed(stranger: Path) -> None:
    consent(load_task(stranger).runs(), stranger, console := Printed())
    assert console.text.splitlines() == [
        r"  runs sh -c 'echo \x1b[31m'",
        "  runs xterm",
        "  runs rm -r 'workdir/x y'",
    ]


def test_commands_of_checks_are_commands(stranger: Path) -> None:
    [run] = load_task(stranger).runs()
    assert [command[0] for command in commands(run.resolve(Path("w")))] == ["sh", "xterm", "rm"]


def test_where_nobody_can_be_asked_they_are_said(stranger: Path) -> None:
    consent(load_task(stranger).runs(), None, console := Printed())
    assert "  runs xterm" in console.text


@pytest.mark.parametrize("answer", ["n\n", "", "\n"])
def test_a_person_is_asked_and_may_say_no(
    stranger: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    person(monkeypatch, answer)
    with pytest.raises(BadInput):
        consent(load_task(stranger).runs(), None, Printed())


def test_a_person_may_say_yes(stranger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person(monkeypatch, "y\n")
    consent(load_task(stranger).runs(), None, Printed())


def test_whose_a_task_is(tmp_path: Path) -> None:
    home, project = tmp_path / "home", tmp_path / "home" / "project"
    for folder in (project / "deep", project / ".git", home / "downloads", tmp_path / "link"):
        folder.mkdir(parents=True)
    for file in (project / "a.yaml", home / "downloads" / "b.yaml"):
        file.touch()
    (project / "link.yaml").symlink_to(home / "downloads" / "b.yaml")

    def own(file: str, here: Path) -> bool:
        return is_own(home / file, here, home)

    assert own("project/a.yaml", project)
    assert own("project/a.yaml", project / "deep"), "in the same Git checkout"
    assert not own("downloads/b.yaml", project)
    assert not own("project/link.yaml", project), "the file itself lies elsewhere"
    assert own("downloads/b.yaml", home / "downloads")
    assert not own("downloads/b.yaml", home), "at home lies what was downloaded too"
    assert not own("downloads/b.yaml", tmp_path)


@pytest.mark.parametrize(
    "command",
    [["replay", "--live", "REC"], ["fork", "REC", "--at", "1"], ["drift", "REC"]],
    ids=["replay", "fork", "drift"],
)
def test_whatever_does_a_recording_again_asks(
    command: list[str], stranger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = person(monkeypatch, "n\n")
    bundle = stranger.parent
    shutil.copytree(ROOT / "recordings" / "galculator_sum", bundle / "rec")
    (bundle / "tasks").mkdir()
    shutil.copy(ROOT / "tasks" / "galculator_sum.yaml", bundle / "tasks")
    assert main([str(bundle / "rec") if word == "REC" else word for word in command]) == 2
    said = shown.getvalue()
    assert "runs env LC_ALL=C.UTF-8 " in said
    assert "lies outside the folder that you are in" in said
    assert not (tmp_path / "here" / "runs").exists()
