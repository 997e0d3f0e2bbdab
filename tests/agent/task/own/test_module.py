"""A file of own steps is run when one of its steps is expanded, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.task.own.declared import own_steps
from agent.task.own.errors import told_with_its_line
from agent.task.own.module import function_of

TWO = """\
from __future__ import annotations
from agent.steps import step
@step('Log in')
@step('Sign in')
def log_in(): return 'Press Enter'
alias = log_in
@step('Log in')
def another(): return 'Press Tab'
"""


def test_each_step_has_its_function_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "steps.py").write_text(TWO)
    found = [(one.pattern.sentence, function_of(one)()) for one in own_steps(tmp_path)]
    assert found == [("Log in", "Press Enter"), ("Sign in", "Press Enter"), ("Log in", "Press Tab")]
    assert [path.name for path in tmp_path.iterdir()] == ["steps.py"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "f = None\n",
            "steps.py:2:1: 'Open' has no function once the file is run: another thing",
        ),
        ("from secrets_of import g\n", "steps.py:4:1: ModuleNotFoundError"),
        (
            "def made(): return ''\nglobals()['st' 'ep']('Shut')(made)\n",
            "steps.py:1:1: 'Shut' is an own step that is not written in this file",
        ),
    ],
)
def test_what_its_text_does_not_show_is_refused(tmp_path: Path, more: str, said: str) -> None:
    text = f"from agent.steps import step\n@step('Open')\ndef f(): return 'Press Tab'\n{more}"
    (tmp_path / "steps.py").write_text(text)
    [own] = own_steps(tmp_path)
    with pytest.raises(BadInput) as caught:
        function_of(own)
    assert said in str(caught.value)


def test_what_comes_from_elsewhere_is_told_at_the_line_that_called_it(tmp_path: Path) -> None:
    path = tmp_path / "steps.py"
    code = compile("\nint('x')\n", str(path), "exec")
    said = r"steps\.py:2:1: ValueError: invalid literal.*\(here\)"
    with pytest.raises(BadInput, match=said), told_with_its_line(path, " (here)"):
        exec(code)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BadInput("known")])
def test_what_is_meant_to_end_it_passes(error: BaseException) -> None:
    with pytest.raises(type(error)), told_with_its_line(Path("steps.py")):
        raise error
