"""The one statement that a server is asked."""

from __future__ import annotations

import pytest

from agent.checks.databases.statement import one_statement
from agent.checks.databases.unanswered import Unanswered


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        (" select 1 ;\n", "select 1"),
        ("SELECT 1", "SELECT 1"),
        ("/* a\nb */ -- c\n ((select 1))", "/* a\nb */ -- c\n ((select 1))"),
    ],
)
def test_a_question_is_asked_as_it_is(query: str, asked: str) -> None:
    assert one_statement(query, ("select",)) == asked


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select 1; delete from t", "must be one statement"),
        ("select 1;;", "must be one statement"),
        ("update t set a = 1", 'must begin with select, not "update"'),
        ("-- select", 'not ""'),
        ("", 'not ""'),
        ("/* select", 'not ""'),
    ],
)
def test_anything_else_is_not_asked(query: str, said: str) -> None:
    with pytest.raises(Unanswered) as found:
        one_statement(query, ("select",))
    assert said in str(found.value)
