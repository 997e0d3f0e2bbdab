"""Conditional sentences, as YAML has them and as a mapping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.models.reader.model import ReaderModel
from agent.models.scripted import ScriptedModel
from agent.task.conditions import done_if, interruption_in
from agent.task.file import load_task
from agent.task.interruptions import interruptions

if TYPE_CHECKING:
    from agent.task import Task

TASK = """\
instruction: Do it.
vars: {who: 'Ada "A"'}
steps:
  - If "News for ${who}" appears within 2 s: Click "Later"
  - Click "Save"
interruptions:
  - If "Update \\"7\\"" appears: Click "Later"
  - when: Licence of ${who}
    do:
      - Type "${who}" into "Name"
      - Click "OK"
    times: 1
"""


def resolved(tmp_path: Path, text: str = TASK) -> Task:
    path = tmp_path / "t.yaml"
    path.write_text(text, encoding="utf-8")
    return load_task(path).runs()[0].resolve(Path("w"))


def test_a_sentence_with_a_colon_is_one_sentence(tmp_path: Path) -> None:
    task = resolved(tmp_path)
    assert task.steps[0].text == r'If "News for Ada \"A\"" appears within 2 s: Click "Later"'
    assert (task.steps[0].line, task.steps[0].column) == (4, 5)
    assert done_if(task.steps[0].text) == 'Click "Later"'
    update, licence = task.interruptions
    assert (update.when, [step.text for step in update.do], update.times) == (
        'Update "7"',
        ['Click "Later"'],
        3,
    )
    assert licence.when == 'Licence of Ada "A"'
    assert [(step.text, step.line) for step in licence.do] == [
        (r'Type "Ada \"A\"" into "Name"', 10),
        ('Click "OK"', 11),
    ]
    assert (update.line, licence.line) == (7, 8)
    ReaderModel().check(task)


def test_a_mapping_is_left_as_it_is() -> None:
    assert interruption_in({"when": "x"}) == {"when": "x"}
    assert interruptions.__doc__


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('  - If "Update', '  - Wenn "Update', "7:5: interruptions[0]"),
        (
            ' appears: Click "Later"\n  - when',
            ' appears soon: Click "Later"\n  - when',
            "7:5: interruptions[0]",
        ),
        ("times: 1", "times: 0", "12:5: interruptions[1].times"),
        ("times: 1", "time: 1", 'did you mean "times"?'),
        ("Licence of ${who}", "Licence of ${whom}", 'variable "whom" is not set'),
        ('      - Click "OK"\n', '      - Clack "OK"\n', "t.yaml:11:9: interruptions: not a step"),
        (
            '      - Click "OK"\n',
            '      - Expect "OK"\n',
            "interruptions: a dialog is answered by",
        ),
        ('s: Click "Later"', 's: Expect "Later"', "t.yaml:4:"),
        ('s: Click "Later"', 's: If "A" appears, Click "B"', "t.yaml:4:"),
        ('s: Click "Later"', 's: Read "A" as b', "t.yaml:4:"),
    ],
)
def test_what_can_not_be_done_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in TASK
    with pytest.raises(BadInput) as refused:
        ReaderModel().check(resolved(tmp_path, TASK.replace(old, new)))
    assert told in str(refused.value)


def test_who_can_not_look_for_dialogs_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"t\.yaml:7:1: interruptions: the model `scripted`"):
        ScriptedModel.check(ScriptedModel.__new__(ScriptedModel), resolved(tmp_path))
