"""A file of own steps is read once, run apart, and wrong at its own lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.task.own.errors import told_with_its_line
from agent.task.own.module import own_steps


def test_a_folder_without_such_a_file_has_none(tmp_path: Path) -> None:
    assert own_steps(tmp_path) == ()
    assert own_steps(tmp_path / "not there") == ()


def test_one_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "steps.py").mkdir()
    with pytest.raises(BadInput, match=r"steps\.py: can't be read: Is a directory"):
        own_steps(tmp_path)


def test_it_leaves_nothing_behind_and_a_function_with_two_sentences_is_two_steps(tmp_path: Path) -> None:
    (tmp_path / "steps.py").write_text(
        "from __future__ import annotations\nfrom agent.steps import step\n"
        "@step('Log in')\n@step('Sign in')\ndef log_in(): return 'Press Enter'\nalias = log_in\n"
    )
    assert [one.pattern.sentence for one in own_steps(tmp_path)] == ["Sign in", "Log in"]
    assert [path.name for path in tmp_path.iterdir()] == ["steps.py"]


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
