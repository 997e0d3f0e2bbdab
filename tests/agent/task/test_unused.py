"""Variables that nothing uses: no value may be given to one as if it did something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task import load_task
from agent.task.unused import refuse_unused

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task import TaskFile


@pytest.fixture
def files(tmp_path: Path) -> list[TaskFile]:
    """A task with variables in a step, in a file that it includes, in a launch, in none; and another task."""
    (tmp_path / "login.yaml").write_text(
        'params: [user]\nvars: {door: main}\nsteps:\n  - Type "${user}" into "${door}"\n'
    )
    (tmp_path / "a.yaml").write_text(
        "instruction: Do it.\n"
        "vars: {name: Ada, port: 80, other: x, spare: y, dear: z}\n"
        'launch: [{command: [python, app.py, --port, "${port}"]}]\n'
        "steps:\n"
        '  - include: login.yaml\n    with: {user: "${other}"}\n'
        '  - Type "${name}, $${dear}" into "Name"\n'
    )
    (tmp_path / "b.yaml").write_text('instruction: Say ${spare}.\nvars: {spare: y}\nsteps: [Click "OK"]\n')
    return [load_task(tmp_path / name) for name in ("a.yaml", "b.yaml")]


def test_what_a_step_a_launch_or_an_include_uses_may_be_given_a_value(files: list[TaskFile]) -> None:
    refuse_unused(files[:1], ["name", "port", "other"])
    refuse_unused(files, ["spare"])


@pytest.mark.parametrize("name", ["spare", "dear"])
def test_what_nothing_uses_is_refused(files: list[TaskFile], name: str) -> None:
    with pytest.raises(
        BadInput, match=rf"--var {name}: nothing in \S+a.yaml uses \$\{{{name}\}}, so its value"
    ):
        refuse_unused(files[:1], [name])


def test_all_that_nothing_uses_is_told_at_once(files: list[TaskFile]) -> None:
    with pytest.raises(BadInput) as caught:
        refuse_unused(files[:1], ["spare", "name", "dear"])
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "--var spare",
        "--var dear",
    ]
