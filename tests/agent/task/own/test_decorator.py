"""Where the decorator of own steps is used in a file."""

from __future__ import annotations

import ast

from agent.task.own.decorator import Decorator

TREE = ast.parse("""
from agent.steps import step as own
from elsewhere import step
from .agent.steps import step as near
@own("One")
@step("Two")
@near("Three")
@own
def f(): own("Four")
""")


def test_what_another_module_calls_so_is_another() -> None:
    decorator = Decorator.of(TREE)
    assert decorator.names == {"own"}
    assert sorted(decorator.sentence(call) or "" for call in decorator.calls(TREE)) == ["Four", "One"]


def test_one_that_is_not_called_is_used_and_says_nothing() -> None:
    decorator = Decorator.of(TREE)
    function = TREE.body[-1]
    assert isinstance(function, ast.FunctionDef)
    used = [one for one in function.decorator_list if decorator.is_used_by(one)]
    assert [decorator.sentence(one) for one in used] == ["One", None]
