"""Commands around a run as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task import Task
from agent.task.commands import Command
from agent.task.file import load_task

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_is_a_command_and_variables_are_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(
        "instruction: x\nvars: {n: a b}\nsetup:\n  - [touch, '${workdir}/${n}']\n"
        "teardown:\n  - {command: [rm, '${n}'], seconds: 5}\n"
    )
    task = load_task(path).runs()[0].resolve(tmp_path)
    assert task.setup == (Command(command=("touch", f"{tmp_path}/a b")),)
    assert task.teardown == (Command(command=("rm", "a b"), seconds=5),)
    assert Task.model_validate_json(task.model_dump_json()) == task


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "setup: [rm -f x]",
            "2:9: setup[0]: expected a program and its arguments as a list, as in [rm, -f, old.db]",
        ),
        ("setup: [[]]", "2:9: setup[0].command: expected at least 1 of them"),
        ("setup: [[rm, 5]]", "2:9: setup[0].command[1]: expected text, got 5; put it in quotes"),
        ("teardown: [{comand: [a]}]", '2:13: teardown[0].comand: unknown key; did you mean "command"?'),
        ("teardown: [{command: [a], seconds: 0}]", "2:27: teardown[0].seconds: expected more than 0"),
        ("setup: [[rm, '${x}']]", '2:15: setup[0][1]: variable "x" is not set'),
        ("setup: [[rm, '${secret.PW}']]", "programs find PW in their environment"),
        ("precheck: [{ask: Ready}]", "2:12: precheck[0]: no model is asked before the first act"),
        ("precheck: [{txt: Ready}]", '2:12: precheck[0]: unknown check "txt"; did you mean "text"?'),
        ("precheck: [{file: {path: a}}]", 'precheck[0].file: give either "contains" or "equals"'),
        ("precheck: [{image: {like: a.png}}]", "2:21: precheck[0].image.like: there is no picture"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(f"instruction: x\n{text}\n")
    with pytest.raises(BadInput) as refused:
        load_task(path).runs()
    assert f"{said}" in str(refused.value)
