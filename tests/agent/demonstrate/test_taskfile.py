"""Steps written into a task file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.demonstrate.steps.sentences import steps_of
from agent.demonstrate.steps.taskfile import check_free, listed, variables, with_steps, with_variables
from agent.demonstrate.steps.written import note, step
from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.task import load_task
from tools.see.ocr import shared_reader

ROOT = Path(__file__).parents[3]
NAMES = {
    "Ada Lovelace": "name",
    "ada": "login",
    "no": "answer",
    "/srv/run/workdir": "workdir",
    'a "b"': "odd",
}


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ('Type "Ada Lovelace" into "Full name"', 'Type "${name}" into "Full name"'),
        ('Type "Dear Ada Lovelace, hello" into "Text"', 'Type "Dear ${name}, hello" into "Text"'),
        ('Type "nevada no" into "Text"', 'Type "nevada no" into "Text"'),
        ('Click "no"', 'Click "${answer}"'),
        ('Type "/srv/run/workdir/note.txt" into "Name"', 'Type "${workdir}/note.txt" into "Name"'),
        ('Type "5$ and ${x}"', 'Type "5$$ and $${x}"'),
        ('Type "${secret.TOKEN}!" into "Token"', 'Type "${secret.TOKEN}!" into "Token"'),
        ('Type "a \\"b\\"" into "F"', 'Type "${odd}" into "F"'),
        ("Press Ctrl+S", "Press Ctrl+S"),
    ],
)
def test_values_become_variables_again(sentence: str, written: str) -> None:
    assert with_variables(sentence, NAMES) == written


def test_only_variables_that_the_task_speaks_of_count() -> None:
    run = load_task(ROOT / "tasks" / "fill_form.yaml").runs({"name": "X", "country": "X"})[0]
    names = variables(run, "/w")
    assert names == {"ada@engine.example": "email", "/w": "workdir"}, (
        "seed is for the program; X says nothing"
    )


def test_a_word_that_is_declared_and_not_used_yet_counts(tmp_path: Path) -> None:
    """Left as it was typed, another value given by --var would change nothing."""
    path = tmp_path / "task.yaml"
    path.write_text(
        'instruction: Do it.\nvars: {name: Ada Lovelace, seed: "12345", on: "no"}\nsteps: [Click "OK"]\n'
    )
    [run] = load_task(path).runs()
    assert variables(run, "/w") == {"Ada Lovelace": "name", "/w": "workdir"}


TASK = """\
# A task.
instruction: Do it.
vars: {word: lemons}
steps:
  - Click "Old"
  # a remark

  - Click "Older"
limits: {steps: 80}   # kept
"""


def test_the_steps_are_put_in_and_all_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "task.yaml"
    path.write_text(TASK)
    steps = [
        step('Type "a: b # c\\n" into "F"'),
        note("a click at (1, 2); what is there\nhas no name"),
        step("Press Enter"),
    ]
    written = with_steps(path, steps)
    path.write_text(written)
    told = "a click at (1, 2); what is there has no name"
    assert load_task(path).written.steps == ('Type "a: b # c\\n" into "F"', f"TO DO: {told}", "Press Enter")
    refused = re.escape(f"task.yaml:6:5: steps[1]: this step is yet to be written: {told}")
    with pytest.raises(BadInput, match=refused):
        load_task(path).runs()
    assert written.startswith("# A task.\ninstruction: Do it.\n")
    assert written.endswith("limits: {steps: 80}   # kept\n")
    assert "Old" not in written


def test_a_task_without_steps_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "task.yaml"
    path.write_text("instruction: Do it.")
    assert with_steps(path, [step('Click "A"')]) == 'instruction: Do it.\nsteps:\n  - Click "A"\n'


def test_notes_alone_are_gaps(tmp_path: Path) -> None:
    path = tmp_path / "task.yaml"
    path.write_text(f"instruction: Do it.\n{listed([note('a drag')])}")
    assert load_task(path).written.steps == ("TO DO: a drag",)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    check_free(tmp_path / "new.yaml")
    (tmp_path / "old.yaml").touch()
    with pytest.raises(BadInput, match="is there already"):
        check_free(tmp_path / "old.yaml")
    with pytest.raises(BadInput, match="no folder"):
        check_free(tmp_path / "none" / "new.yaml")


def test_a_recorded_run_reads_back_as_the_steps_that_it_was_made_from() -> None:
    """Fields, a drop-down that was scrolled, a box, a menu: and the waits that no one has to say."""
    recording = load_recording(ROOT / "recordings" / "wrong_email")
    said = [one.sentence for one in steps_of(recording, shared_reader())]
    assert said == [one.text for one in recording.header.task.steps]
