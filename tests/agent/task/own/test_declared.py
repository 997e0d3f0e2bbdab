"""What a `steps.py` says of its steps is read from its text, whatever it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task.own.declared import own_steps

if TYPE_CHECKING:
    from pathlib import Path

IMPORT = "from agent.steps import step\n"


def declared(folder: Path, text: str) -> list[tuple[str, int, str]]:
    (folder / "steps.py").write_text(text)
    return [(one.pattern.sentence, one.line, one.doc) for one in own_steps(folder)]


def refused(folder: Path, text: str) -> str:
    with pytest.raises(BadInput) as caught:
        declared(folder, text)
    return str(caught.value).replace(f"{folder}/", "")


def test_a_folder_without_such_a_file_has_none(tmp_path: Path) -> None:
    assert own_steps(tmp_path) == ()
    assert own_steps(tmp_path / "not there") == ()
    assert declared(tmp_path, "def step(sentence): return print\n@step('x')\ndef f(): pass\n") == []


def test_one_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "steps.py").mkdir()
    with pytest.raises(BadInput, match=r"steps\.py: can't be read: Is a directory"):
        own_steps(tmp_path)


def test_its_steps_are_known_in_their_order_and_it_is_not_run(tmp_path: Path) -> None:
    text = """
raise SystemExit
@step('Log in')
@step('Sign ' 'in')
def log_in():
    '''Logs
    in.

    More.'''
@step(sentence='Open {order}')
async def open_order(order, *, twice=False): pass
"""
    found = [("Log in", 4, "Logs in."), ("Sign in", 5, "Logs in."), ("Open {order}", 11, "")]
    assert declared(tmp_path, IMPORT + text) == found


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("from agent.steps import step as own", "own"),
        ("from agent.steps import *", "step"),
        ("import agent.steps", "agent.steps.step"),
        ("import agent.steps as own", "own.step"),
        ("from agent import steps  # agent.steps", "steps.step"),
    ],
)
def test_the_decorator_is_known_by_any_name(tmp_path: Path, first: str, name: str) -> None:
    assert declared(tmp_path, f"{first}\n@{name}('Open')\ndef f(): pass\n") == [("Open", 2, "")]


@pytest.mark.parametrize(
    "arguments",
    ["number", "number, more=1", "*, number", "**rest", "a=1, /, **rest", "a=1, *b, number, c=2, **d"],
)
def test_a_function_may_take_its_arguments_in_any_way(tmp_path: Path, arguments: str) -> None:
    text = f"{IMPORT}@step('Open {{number}}')\ndef f({arguments}): pass\n"
    assert len(declared(tmp_path, text)) == 1


def test_another_decorator_may_give_other_arguments(tmp_path: Path) -> None:
    text = f"{IMPORT}@step('Open {{number}}')\n@with_settings\ndef f(settings, number): pass\n"
    assert len(declared(tmp_path, text)) == 1


PLAIN = "@step must say its sentence as a plain text"
PLACE = "@step must stand as a decorator above a function"
WRONG = {
    "syntax": ("def f(:\n", "steps.py:2:7: SyntaxError: invalid syntax"),
    "no source": ("\0", "steps.py:1:1: "),
    "a name": ("@step(SENTENCE)\ndef f(): pass\n", f"steps.py:2:7: {PLAIN}"),
    "formatted": ("@step(f'Open {1}')\ndef f(): pass\n", f"steps.py:2:7: {PLAIN}"),
    "a sum": ("@step('Open ' + X)\ndef f(): pass\n", f"steps.py:2:7: {PLAIN}"),
    "no text": ("@step(5)\ndef f(): pass\n", f"steps.py:2:7: {PLAIN}"),
    "two": ("@step('Open', 'Shut')\ndef f(): pass\n", f"steps.py:2:7: {PLAIN}"),
    "nothing": ("@step()\ndef f(): pass\n", f"steps.py:2:2: {PLAIN}"),
    "not called": ("@step\ndef f(): pass\n", f"steps.py:2:2: {PLAIN}"),
    "no decorator": ("def f(): pass\nstep('Open')(f)\n", f"steps.py:3:1: {PLACE}"),
    "in a block": ("if 1:\n    @step('Open')\n    def f(): pass\n", f"steps.py:3:6: {PLACE}"),
    "a pattern": ("@step('{all}')\ndef f(all): pass\n", "steps.py:2:1: @step('{all}'): it must begin with"),
    "arguments": (
        "@step('Open {no}')\ndef f(number): pass\n",
        "steps.py:2:1: @step('Open {no}'): its names and the arguments of the function differ: missing a",
    ),
    "only by place": ("@step('Open {n}')\ndef f(n, /): pass\n", "arguments of the function differ: "),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, IMPORT + text)
