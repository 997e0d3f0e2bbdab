"""A task with own steps is checked without running anything of its user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from agent.task import load_task
from agent.task.own.unexpanded import DeclaredSteps

if TYPE_CHECKING:
    from pathlib import Path

STEPS = """\
from pathlib import Path

from agent.steps import step

Path("was_run").touch()


@step("Open order {number}")
def open_order(number):
    yield f'Type "{number}" into "Search"'
    yield f'Read "Total of {number + 1}" as total'


@step("Note {what} as {name}")
def note(what, name):
    yield "Open order 9"
    yield f'Read "{what}" as {name}'


@step("Note all of {what}")
def note_all(what):
    for one in what.split("-"):
        yield f'Note "{one}" as all'
"""


def checked(folder: Path, task: str, *options: str) -> int:
    (folder / "steps.py").write_text(STEPS)
    (folder / "t.yaml").write_text(f"instruction: x\n{task}")
    status = main(["check", str(folder / "t.yaml"), *options])
    assert not (folder / "was_run").exists()
    return status


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "task",
    [
        "steps: [Open order 7]\n",
        "vars: {n: 7}\nsteps: ['Open order ${n}', Press Tab]\n",
        "steps: [Open order 7, 'Type \"${total}\"']\n",
        "steps: [Note Weight as weight, 'Type \"${weight} ${total}\"']\n",
        "steps: [Note all of A-B, 'Type \"${all}\"']\n",
        "steps: [Open order 7]\nchecks: [{text: '${total}'}]\n",
        "steps: [Open order 7]\naudit: {accept: [{step: Press Enter, why: made by Python}]}\n",
    ],
)
def test_it_is_valid_with_all_that_the_text_of_its_own_steps_shows(tmp_path: Path, task: str) -> None:
    assert checked(tmp_path, task) == 0


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("steps: [Open order 7, Clack]\n", "t.yaml:2:23: steps: not a step that `reader` understands"),
        ("steps: ['Open order ${nmae}']\n", 't.yaml:2:9: steps[0]: variable "nmae" is not set'),
        ("steps: ['Type \"${total}\"', Open order 7]\n", '"total" is read by step 3 only, which comes later'),
        ("vars: {total: 1}\nsteps: [Open order 7]\n", '"total" has another meaning already'),
        ("steps: [Open order 7, Open order 8]\n", 'an earlier step reads "total" as well'),
    ],
)
def test_what_is_wrong_around_them_is_told(
    tmp_path: Path, task: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(tmp_path, task) == 2
    assert said in capsys.readouterr().err


def test_they_are_listed_without_being_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(tmp_path, "steps: [Open order 7]\n", "--steps") == 0
    assert "  Note {what} as {name}\n" in capsys.readouterr().out


def test_a_run_does_run_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else the tests above would prove nothing. The function adds a number to a text."""
    checked(tmp_path, "steps: [Open order 7]\n")
    assert main(["run", str(tmp_path / "t.yaml")]) == 2
    assert (tmp_path / "was_run").exists()
    assert "steps.py:11:29: TypeError" in capsys.readouterr().err


def test_plain_ones_are_expanded_and_others_stand_for_themselves(
    tmp_path: Path,
) -> None:
    (tmp_path / "steps.py").write_text(STEPS)
    (tmp_path / "t.yaml").write_text("instruction: x\nsteps: [Note Weight as kg, Press Tab]\n")
    file = load_task(tmp_path / "t.yaml", DeclaredSteps(tmp_path))
    assert [(one.template, one.is_unexpanded) for one in file.runs()[0].steps] == [
        ("Open order 9", True),
        ('Read "value" as total', False),
        ('Read "Weight" as kg', False),
        ("Press Tab", False),
    ]
